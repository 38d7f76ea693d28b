package vn.sen.reporting.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * People in post on a date, and those of them who are trained.
 *
 * @param people in post, each once however many posts she holds: rows do not add up to totals
 * @param posts that are held: somebody at a title at a unit
 * @param trained of the people, those trained on the date; null where nothing was asked for
 * @param percent trained ÷ people with one decimal, 100.0 only where everybody is; null without
 *     people, and where nothing was asked for
 * @param turns lượt: how often these people took part in classes on it up to the date, once for
 *     each class; null where nothing was asked for
 * @param seats so many posts there are
 * @param vacant seats that nobody holds; a post with more holders than seats fills none elsewhere
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Coverage(
    long people,
    long posts,
    @Nullable Long trained,
    @Nullable BigDecimal percent,
    @Nullable Long turns,
    long seats,
    long vacant) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NEARLY = new BigDecimal("99.9");

  /** A share with one decimal; null without anybody. */
  static @Nullable BigDecimal percent(long trained, long people) {
    if (people == 0) {
      return null;
    }
    var rounded =
        BigDecimal.valueOf(trained)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(people), 1, RoundingMode.HALF_UP);
    return trained < people ? rounded.min(NEARLY) : rounded;
  }
}

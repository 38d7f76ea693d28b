package vn.sen.reporting.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a report is made of.
 *
 * @param figure its path in the report's JSON
 * @param value as the report has it; null where the report has none
 * @param sum of all parts; of a percentage or a difference, what its terms come to; null where that
 *     cannot be
 * @param agrees whether both are equal, as they must be
 * @param count of all parts, of which this is a page
 * @param parts the largest first
 * @param numerator of a percentage, else null
 * @param denominator of a percentage, else null
 * @param minuend of a difference; absent from all else
 * @param subtrahend of a difference; absent from all else
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Explanation<T>(
    String figure,
    @Nullable BigDecimal value,
    @Nullable BigDecimal sum,
    boolean agrees,
    long count,
    List<Part<T>> parts,
    @Nullable Term numerator,
    @Nullable Term denominator,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Term minuend,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Term subtrahend) {

  /** Another figure of the same row; its value is null where the report has none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Term(String figure, @Nullable BigDecimal value) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** Of a figure that is the sum of its parts. */
  public static <T> Explanation<T> of(
      String figure, @Nullable BigDecimal value, Explained.Sum<T> made) {
    var parts = made.parts();
    var sum = made.total();
    boolean agrees = value == null ? parts.count() == 0 : value.compareTo(sum) == 0;
    return new Explanation<>(
        figure, value, sum, agrees, parts.count(), parts.page(), null, null, null, null);
  }

  /** Of a percentage. */
  public static <T> Explanation<T> of(
      String figure,
      @Nullable BigDecimal value,
      Explained.Quotient<T> made,
      Term numerator,
      Term denominator) {
    var percent = made.percent(numerator.value(), denominator.value());
    return new Explanation<>(
        figure,
        value,
        percent,
        areEqual(value, percent),
        0,
        List.of(),
        numerator,
        denominator,
        null,
        null);
  }

  /** Of a difference. */
  public static <T> Explanation<T> of(
      String figure, @Nullable BigDecimal value, Term minuend, Term subtrahend) {
    var from = minuend.value();
    var taken = subtrahend.value();
    var left = from == null || taken == null ? null : from.subtract(taken);
    return new Explanation<>(
        figure, value, left, areEqual(value, left), 0, List.of(), null, null, minuend, subtrahend);
  }

  private static boolean areEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
  }
}

package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.chassis.view.ViewPosition;

/**
 * Where the events behind a part are to be looked for.
 *
 * @param question equal for the same trail at the same position of the log
 * @param value what the events must add up to, in the last of its decimals
 * @param view that counts them
 * @param until up to where the log is in the value; topics that it does not speak of are read to
 *     their end
 * @param aggregate whose events they are, where they are all of one; else null
 * @param mentions ids that stand in every record looked for, in its key or its data
 * @param weight how often an addition to a row counts: 1, −1, or 0 where the row is none of the
 *     part's
 * @param decimals how many digits of the value, and of what is counted, stand behind the point
 * @param lastOnly whether only the last of the events counts, because it stands in the place of
 *     those before it
 * @param <K> the rows of the view
 */
public record Trail<K>(
    Object question,
    long value,
    ViewDefinition<K> view,
    ViewPosition until,
    @Nullable UUID aggregate,
    List<UUID> mentions,
    ToLongFunction<K> weight,
    int decimals,
    boolean lastOnly) {

  /** What the events must add up to. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(value, decimals);
  }

  /** The same for a value of which some digits stand behind the point. */
  public Trail<K> in(int digits) {
    return new Trail<>(question, value, view, until, aggregate, mentions, weight, digits, lastOnly);
  }

  /** All events that mention the ids and count, whosever they are. */
  public static <K> Trail<K> mentioning(
      Object question,
      long value,
      ViewDefinition<K> view,
      ViewPosition until,
      List<UUID> ids,
      ToLongFunction<K> weight) {
    return new Trail<>(question, value, view, until, null, ids, weight, 0, false);
  }

  /** All events of one aggregate that count. */
  public static <K> Trail<K> of(
      UUID aggregate,
      Object question,
      long value,
      ViewDefinition<K> view,
      ViewPosition until,
      ToLongFunction<K> weight) {
    return new Trail<>(
        question, value, view, until, aggregate, List.of(aggregate), weight, 0, false);
  }

  /** The last event of an aggregate that counts. */
  public static <K> Trail<K> ofLast(
      UUID aggregate,
      Object question,
      long value,
      ViewDefinition<K> view,
      ViewPosition until,
      ToLongFunction<K> weight) {
    return new Trail<>(
        question, value, view, until, aggregate, List.of(aggregate), weight, 0, true);
  }
}

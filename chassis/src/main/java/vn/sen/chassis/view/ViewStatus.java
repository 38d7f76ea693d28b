package vn.sen.chassis.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a view is doing.
 *
 * @param asOf everything the broker had appended by then is in the figures
 * @param complete whether all partitions are loaded and none is held up
 * @param lag records not yet in the figures, as far as known
 * @param parked events that wait for a predecessor
 * @param deadLetters records this instance could not count since it started
 * @param failures times this instance has dropped its memory since it started
 * @param progressAt when this instance last got ahead, or had nothing to do
 * @param problems what needs an operator: a topic created anew, a log that lost its beginning
 */
public record ViewStatus(
    Instant asOf,
    boolean complete,
    long lag,
    int parked,
    long deadLetters,
    long failures,
    Instant progressAt,
    List<String> problems) {

  static final ViewStatus STARTING =
      new ViewStatus(Instant.EPOCH, false, 0, 0, 0, 0, Instant.EPOCH, List.of());

  public ViewStatus {
    problems = List.copyOf(problems);
  }

  /**
   * Whether all partitions are in the figures up to a while ago. A lag of none does not say so: the
   * end of the log may not have been seen yet.
   */
  public boolean isUpToDate(Instant now, Duration atMost) {
    return complete && !asOf.isBefore(now.minus(atMost));
  }
}

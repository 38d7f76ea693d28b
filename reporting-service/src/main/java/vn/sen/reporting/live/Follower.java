package vn.sen.reporting.live;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells one reader what a report says, now and whenever it says something else. There is no queue:
 * while she has not taken one state, the ones after it pass by, and then she gets the newest.
 */
public final class Follower {

  private final Changes changes;
  private final Question question;
  private final Duration heartbeat;
  private final Duration check;

  Follower(Changes changes, Question question, Duration heartbeat, Duration check) {
    this.changes = changes;
    this.question = question;
    this.heartbeat = heartbeat;
    this.check = check;
  }

  /** Where a reader is told. Each call returns when she has taken it, as far as can be known. */
  public interface Line {

    /** She may read the report and will be told; called before anything else, and again. */
    void begin() throws IOException;

    /** What the report says now. */
    void tell(Present present) throws IOException;

    /** Nothing new, but somebody is there. */
    void alive() throws IOException;
  }

  /**
   * Goes on until she hangs up, or may not go on, or the service stops.
   *
   * @param known the id of what she has already, or null
   * @param mayGoOn asked before anything is told, and every few seconds
   * @throws IOException when she has hung up
   * @throws Exception as {@code asking} throws it
   */
  public void follow(@Nullable String known, Asking asking, BooleanSupplier mayGoOn, Line line)
      throws Exception {
    var last = known;
    long heard = System.nanoTime();
    while (!changes.over() && mayGoOn.getAsBoolean()) {
      var answer = question.answer(asking);
      line.begin();
      if (!answer.present().id().equals(last)) {
        line.tell(answer.present());
        last = answer.present().id();
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard >= heartbeat.toNanos()) {
        line.alive();
        heard = System.nanoTime();
      }
      changes.pause(question.wait(answer));
      var left = heartbeat.minusNanos(System.nanoTime() - heard);
      changes.await(answer.changes(), left.compareTo(check) < 0 ? left : check);
    }
  }
}

package vn.sen.reporting.live;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What several readers ask alike: it is answered once for all of them after each change. */
final class Question {

  private final Changes changes;
  private final Duration interval;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Answer answer;
  int followers;

  /**
   * The last answer.
   *
   * @param changes how many there had been before it was made
   * @param at when, on this machine's own clock
   */
  record Answer(Present present, long changes, long at) {}

  /**
   * @param interval there is no new answer before it has passed
   */
  Question(Changes changes, Duration interval) {
    this.changes = changes;
    this.interval = interval;
  }

  /**
   * The answer, made anew if there were changes since and the interval is over.
   *
   * @param asking goes by the rights of whoever asks
   */
  Answer answer(Asking asking) throws Exception {
    lock.lockInterruptibly();
    try {
      var last = answer;
      if (last != null && (last.changes() == changes.count() || !wait(last).isZero())) {
        return last;
      }
      long before = changes.count();
      var present = asking.ask(last == null ? null : last.present());
      var made = new Answer(present, before, System.nanoTime());
      answer = made;
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** How long until there may be a newer answer. */
  Duration wait(Answer last) {
    var passed = Duration.ofNanos(System.nanoTime() - last.at());
    return passed.compareTo(interval) >= 0 ? Duration.ZERO : interval.minus(passed);
  }
}

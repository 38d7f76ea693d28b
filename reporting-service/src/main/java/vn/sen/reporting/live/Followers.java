package vn.sen.reporting.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Everybody who follows a report on this instance; there is a bound to how many they are. */
public final class Followers {

  private final Changes changes;
  private final Bounds bounds;
  private final Map<Object, Question> questions = new HashMap<>();
  private final Map<String, Integer> byReader = new HashMap<>();
  private int all;

  /**
   * How many may follow, and how closely.
   *
   * @param followers on this instance
   * @param ofOneReader of these with the same subject
   * @param interval between two states of a report
   * @param heartbeat until a silent line is told that somebody is there
   * @param check how often, at least, it is asked whether a reader may go on
   */
  public record Bounds(
      int followers, int ofOneReader, Duration interval, Duration heartbeat, Duration check) {}

  public Followers(Changes changes, Bounds bounds) {
    this.changes = changes;
    this.bounds = bounds;
  }

  /** A follower's place; it must be given back. */
  public interface Seat extends AutoCloseable {

    /** Who sits there. */
    Follower follower();

    @Override
    void close();
  }

  /**
   * Takes one more in.
   *
   * @param reader her token's subject
   * @param question equal for readers who surely get the same answer
   * @throws TooManyFollowers if the instance has enough of them (503)
   * @throws TooManyOfOneReader if she has (429)
   */
  public synchronized Seat take(String reader, Object question) {
    if (all >= bounds.followers()) {
      throw new TooManyFollowers(bounds.followers());
    }
    if (byReader.getOrDefault(reader, 0) >= bounds.ofOneReader()) {
      throw new TooManyOfOneReader(bounds.ofOneReader());
    }
    all++;
    byReader.merge(reader, 1, Integer::sum);
    var shared = questions.computeIfAbsent(question, _ -> new Question(changes, bounds.interval()));
    shared.followers++;
    var follower = new Follower(changes, shared, bounds.heartbeat(), bounds.check());
    return new Seat() {
      @Override
      public Follower follower() {
        return follower;
      }

      @Override
      public void close() {
        leave(reader, question, shared);
      }
    };
  }

  private synchronized void leave(String reader, Object question, Question shared) {
    all--;
    byReader.computeIfPresent(reader, (_, seats) -> seats == 1 ? null : seats - 1);
    shared.followers--;
    if (shared.followers == 0) {
      questions.remove(question, shared);
    }
  }

  /** How many follow now. */
  public synchronized int count() {
    return all;
  }
}

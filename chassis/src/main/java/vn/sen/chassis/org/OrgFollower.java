package vn.sen.chassis.org;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.follow.TopicFollower;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;

/**
 * Keeps an instance's map of the org units up to date: reads their topic from the beginning at
 * every start, without a consumer group and without a store. Failures are waited out for as long as
 * they last; the map stays usable as it was.
 *
 * <p>A record that cannot be read is passed over and logged; where its aggregate is known, that
 * aggregate's later events wait behind the gap it leaves, until a version that can read it starts.
 */
public final class OrgFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OrgFollower.class);

  private final OrgFacts facts = new OrgFacts();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TopicFollower follower;
  private final AtomicLong changes = new AtomicLong();

  /**
   * @param bootstrapServers host:port, comma separated
   * @param topic the topic of units and redrawings
   */
  public OrgFollower(String bootstrapServers, String topic) {
    this.follower =
        new TopicFollower(bootstrapServers, topic, MembershipEvents.CATALOG, null, new Taking());
  }

  private final class Taking implements TopicFollower.Listener {
    private boolean complete;

    @Override
    public void take(EventRecord record, DomainEvent event) {
      apply(record.subject(), record.sequence(), event);
    }

    @Override
    public void upToDate() {
      if (!complete) {
        complete = true;
        LOG.info("The map of org units is complete: {} units", current().units().size());
      }
      signal();
    }
  }

  /** The map as known now, complete or not. */
  OrgMap current() {
    return facts.map();
  }

  /**
   * The map as known now. Whatever is decided on it waits until it was read to its end once, or the
   * decision would rest on the units that happen to be there already.
   *
   * @throws MapLoading before that (503)
   */
  public OrgMap map() {
    if (!follower.caughtUp()) {
      throw new MapLoading();
    }
    return facts.map();
  }

  /**
   * Takes note of an event of this instance's own, so that the next command sees it before the
   * broker echoes it.
   */
  public void apply(UUID subject, long sequence, DomainEvent event) {
    if (facts.apply(subject, sequence, event)) {
      changes.incrementAndGet();
      signal();
    }
  }

  /** The last version of the unit or redrawing that the map contains, 0 if none. */
  public long seen(UUID subject) {
    return facts.seen(subject);
  }

  /** Whether the topic has been read once up to where it ended at the start. */
  public boolean caughtUp() {
    return follower.caughtUp();
  }

  /**
   * Waits until the map contains a version of a unit or redrawing.
   *
   * @return false if the time ran out first
   * @throws InterruptedException if interrupted while waiting
   */
  public boolean awaitSeen(UUID subject, long sequence, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (facts.seen(subject) < sequence) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the map is another one.
   *
   * @param known what this gave before, 0 for the first time
   * @return a number that grows with each change, the same as before if the time ran out
   * @throws InterruptedException if interrupted while waiting
   */
  public long awaitChange(long known, Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (changes.get() == known && left > 0) {
        left = changed.awaitNanos(left);
      }
      return changes.get();
    } finally {
      lock.unlock();
    }
  }

  /** How many events wait for a predecessor. */
  int waiting() {
    return facts.waiting();
  }

  /** How many records could not be read since the start. */
  long unreadable() {
    return follower.unreadable();
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    follower.start();
  }

  @Override
  public void stop() {
    follower.stop();
  }

  @Override
  public boolean isRunning() {
    return follower.isRunning();
  }

  /** Before anything that answers requests. */
  @Override
  public int getPhase() {
    return 0;
  }
}

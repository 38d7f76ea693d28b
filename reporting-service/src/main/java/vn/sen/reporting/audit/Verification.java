package vn.sen.reporting.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.audit.ChainHead;

/**
 * A check of the whole trail against the log.
 *
 * @param checked entries compared so far; where it stands still while running, the instance is gone
 * @param total entries there were when it began
 * @param difference the first one, null where none was found
 * @param heads where the chains ended; whoever keeps them can hold a later trail against them
 */
public record Verification(
    UUID id,
    State state,
    long checked,
    long total,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Difference difference,
    List<ChainHead> heads) {

  public Verification {
    heads = List.copyOf(heads);
  }

  /** How it stands. */
  public enum State {
    RUNNING,
    /** Trail, log and heads agree. */
    INTACT,
    /** They contradict each other. */
    BROKEN,
    /** It could not be carried out; nothing is known. */
    FAILED
  }

  /** One that begins. */
  public static Verification begun(UUID id, long total, Instant now) {
    return new Verification(id, State.RUNNING, 0, total, now, null, null, List.of());
  }

  /** The same after more entries. */
  public Verification checked(long entries) {
    return new Verification(id, state, entries, total, startedAt, endedAt, difference, heads);
  }

  /** The same at its end. */
  public Verification ended(
      State result, @Nullable Difference found, List<ChainHead> ends, Instant now) {
    return new Verification(id, result, checked, total, startedAt, now, found, ends);
  }
}

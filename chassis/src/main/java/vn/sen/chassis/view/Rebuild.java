package vn.sen.chassis.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A view folded afresh beside the one in service.
 *
 * @param from the generation that served when it began
 * @param to the generation that is folded afresh
 * @param by the subject of a token; of one that a new version of the rules began, the view's name
 * @param reason in the words of whoever began it
 * @param digest of the command that began it, so that a key used for another one is noticed
 * @param command the one that changed it last
 * @param swappedAt when the other generation was put into service last
 * @param endedAt when one of the two was discarded
 */
public record Rebuild(
    UUID id,
    String view,
    Generation from,
    Generation to,
    State state,
    String by,
    String reason,
    String digest,
    UUID command,
    Instant startedAt,
    @Nullable Instant swappedAt,
    @Nullable Instant endedAt) {

  /** How it stands. */
  public enum State {
    /** The new generation is folded; readers see the old one. */
    BUILDING,
    /** Readers see the new generation; the old one is folded on. */
    SERVING,
    /** Readers see the old generation again; the new one is folded on. */
    ROLLED_BACK,
    /** The old generation is gone. */
    FINISHED,
    /** The new generation is gone. */
    DISCARDED
  }

  /** Whether nothing can be done any more. */
  public boolean isOver() {
    return state == State.FINISHED || state == State.DISCARDED;
  }

  Rebuild swapped(UUID by, Instant now) {
    return in(State.SERVING, by, now, null);
  }

  Rebuild rolledBack(UUID by, Instant now) {
    return in(State.ROLLED_BACK, by, now, null);
  }

  Rebuild over(UUID by, Instant now) {
    return in(state == State.SERVING ? State.FINISHED : State.DISCARDED, by, swappedAt, now);
  }

  private Rebuild in(State next, UUID last, @Nullable Instant swapped, @Nullable Instant ended) {
    return new Rebuild(
        id, view, from, to, next, by, reason, digest, last, startedAt, swapped, ended);
  }
}

package vn.sen.reporting.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided about a dead letter.
 *
 * @param reason in her words; null where she gave none
 * @param by the subject of her token
 * @param carriedOut false where the broker has not taken it yet: send it once more
 */
public record LetterDecision(
    Choice choice, @Nullable String reason, String by, Instant at, boolean carriedOut) {

  /** What to do with a letter. */
  public enum Choice {
    /** It is delivered to its group once more. */
    REPLAYED,
    /** It is taken as done, and what waits behind it goes on without it. */
    DISCARDED
  }
}

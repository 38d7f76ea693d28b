package vn.sen.reporting.warning.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of all rules with all units.
 *
 * @param asOf the day of the figures
 * @param finishedAt null until it is done or given up
 * @param raised how many units are warned of that were not before, by rule
 * @param changed how many are now beyond a threshold that they were heading for, or the reverse
 * @param lifted how many are warned of no longer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Evaluation(
    UUID id,
    LocalDate asOf,
    State state,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    long raised,
    long changed,
    long lifted) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** It failed again and again; the log of the service says why. */
    FAILED
  }
}

package vn.sen.reporting.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewCheck;
import vn.sen.chassis.view.ViewCheck.Difference;

/**
 * A comparison of a view with what the log makes of it.
 *
 * @param read records folded so far; where it stands still while running, the instance is gone
 * @param total records up to where readers saw the log when it began
 * @param rows how many rows were compared, null before its end
 * @param different how many of them differ, null before its end
 * @param differences the first ones
 * @param failure why it could not be carried out, null where it was
 */
public record ViewVerification(
    UUID id,
    String view,
    Outcome state,
    long read,
    long total,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long rows,
    @Nullable Long different,
    List<Difference> differences,
    @Nullable String failure) {

  public ViewVerification {
    differences = List.copyOf(differences);
  }

  /** How it stands. */
  public enum Outcome {
    RUNNING,
    /** Every row is what the log makes of it. */
    EQUAL,
    /** Some are not. */
    DIFFERENT,
    /** It could not be carried out; nothing is known. */
    FAILED
  }

  /** One that begins. */
  public static ViewVerification begun(UUID id, String view, long total, Instant now) {
    return new ViewVerification(
        id, view, Outcome.RUNNING, 0, total, now, null, null, null, List.of(), null);
  }

  /** The same after more records. */
  public ViewVerification read(long records) {
    return new ViewVerification(
        id, view, state, records, total, startedAt, null, null, null, List.of(), null);
  }

  /** The same at its end. */
  public ViewVerification ended(ViewCheck found, Instant now) {
    return new ViewVerification(
        id,
        view,
        found.different() == 0 ? Outcome.EQUAL : Outcome.DIFFERENT,
        read,
        total,
        startedAt,
        now,
        found.rows(),
        found.different(),
        found.differences(),
        null);
  }

  /** The same, which could not be carried out. */
  public ViewVerification failed(String reason, Instant now) {
    return new ViewVerification(
        id, view, Outcome.FAILED, read, total, startedAt, now, null, null, List.of(), reason);
  }
}

package vn.sen.chassis.access;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * For how long a request is let in that stays open, such as a stream of events: its token ends, or
 * is revoked.
 *
 * @param end of the token
 * @param revoked whether it has been by now
 */
public record Admission(Instant end, BooleanSupplier revoked) {

  /** Whether who asked may still be answered. */
  public boolean holds() {
    return Instant.now().isBefore(end) && !revoked.getAsBoolean();
  }
}

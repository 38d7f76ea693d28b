package vn.sen.chassis.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.access.Caller.Appointment;

/** Callers as they come. */
public final class CallerMother {

  private CallerMother() {}

  /** An officer of the whole Union. */
  public static Caller officer() {
    return with(new Appointment(null, Set.of(Role.OFFICER)));
  }

  /** Somebody with these roles at one unit. */
  public static Caller at(UUID unit, Role first, Role... others) {
    return with(new Appointment(unit, EnumSet.of(first, others)));
  }

  /** Somebody with these appointments. */
  public static Caller with(Appointment... appointments) {
    return new Caller(
        "b4a4e0ab-3f0c-4a54-9d5f-6f1a54b7a001",
        "sen-console",
        null,
        Instant.parse("2026-01-05T02:00:00Z"),
        List.of(appointments),
        null,
        null);
  }
}

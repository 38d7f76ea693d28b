package vn.sen.reporting.lending.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.reporting.lending.LendingReports.Reading;

/**
 * Who may read which figures: people and dashboards those of their units, a bank's machine those of
 * its own bank, wherever.
 */
final class LendingAccess {

  private static final Set<Role> BY_UNIT = Set.of(Role.VIEWER, Role.AUDITOR, Role.DASHBOARD);

  private final Scope scope;

  LendingAccess(Scope scope) {
    this.scope = scope;
  }

  /**
   * The bank whose figures the reader gets: for a bank's machine its own.
   *
   * @param asked code or id, null for all banks
   * @throws OutOfScope if a bank asks for another one (403)
   */
  @Nullable String bank(Caller reader, Reading reading, @Nullable String asked) {
    var own = bankOf(reader);
    if (own == null) {
      return asked;
    }
    if (asked != null && !reading.isBank(asked, own)) {
      throw new OutOfScope("?bank");
    }
    return own.toString();
  }

  /**
   * Makes sure that the reader may see a unit's figures of a day.
   *
   * @throws OutOfScope if she may not (403)
   */
  void require(Caller reader, UUID unit, LocalDate day) {
    if (bankOf(reader) == null) {
      scope.require(reader.acting(BY_UNIT), unit, day, "?unit");
    }
  }

  /**
   * Makes sure that the reader may see what concerns a bank as a whole.
   *
   * @throws OutOfScope if she may not (403)
   */
  void requireTop(Caller reader) {
    if (bankOf(reader) == null) {
      scope.requireTop(reader.acting(BY_UNIT));
    }
  }

  /** The bank whose machine acts here, or null. */
  private static @Nullable UUID bankOf(Caller reader) {
    return reader.acting(Set.of(Role.BANK)).appointments().isEmpty() ? null : reader.bank();
  }
}

package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/** What can be asked of an org unit that exists. Setting one up is {@link Founding}. */
sealed interface UnitCommand {

  /**
   * @param kind null keeps the present one
   * @param from the first day of the new name
   */
  record Rename(String name, @Nullable UnitKind kind, LocalDate from) implements UnitCommand {}

  /**
   * @param on the first day without the unit
   */
  record Close(LocalDate on) implements UnitCommand {}

  /** A number of women that is to count when somebody else has approved it. */
  record ProposeWomen(
      WomenDefinition definition, int count, LocalDate asOf, String source, String author)
      implements UnitCommand {}

  record ApproveWomen(WomenDefinition definition, LocalDate asOf, String approver)
      implements UnitCommand {}

  record RejectWomen(WomenDefinition definition, LocalDate asOf, String rejectedBy)
      implements UnitCommand {}

  /**
   * The locality is something from a day on.
   *
   * @param until the last day; null while no end is known
   * @param source the document that says so
   */
  record StateTrait(UnitTrait trait, LocalDate from, @Nullable LocalDate until, String source)
      implements UnitCommand {}

  /** What was stated of the locality for that first day was a mistake. */
  record WithdrawTrait(UnitTrait trait, LocalDate from) implements UnitCommand {}

  /** The unit, below one that was split, follows this successor. */
  record Follow(UUID redrawingId, UUID successorId) implements UnitCommand {}
}

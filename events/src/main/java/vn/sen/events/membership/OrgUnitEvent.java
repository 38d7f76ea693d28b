package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one org unit. A redrawing of the map is an act of its own: {@link
 * RedrawingEvent}.
 */
public sealed interface OrgUnitEvent extends DomainEvent {

  /**
   * A unit was set up.
   *
   * @param code the official code, or the Union's own below the commune; unique only together with
   *     validFrom
   * @param parentId null for a province
   * @param validFrom the first day
   * @param territorial false for units of a police force, a company and the like
   */
  @EventName("membership.orgunit.created.v1")
  record OrgUnitCreated(
      String code,
      String name,
      UnitLevel level,
      UnitKind kind,
      @Nullable UUID parentId,
      LocalDate validFrom,
      boolean territorial)
      implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return validFrom;
    }
  }

  /** The unit bears this name (and kind) from a day on. */
  @EventName("membership.orgunit.renamed.v1")
  record OrgUnitRenamed(String name, UnitKind kind, LocalDate from) implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The unit ended without a successor.
   *
   * @param on the first day on which it no longer exists
   */
  @EventName("membership.orgunit.closed.v1")
  record OrgUnitClosed(LocalDate on) implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A number of women was proposed for the unit. It counts only when somebody else has approved it.
   *
   * @param author who proposed it, by id
   */
  @EventName("membership.orgunit.women-count-proposed.v1")
  record WomenCountProposed(WomenDefinition definition, LocalDate asOf, String author)
      implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * A number of women that was proposed is not taken.
   *
   * @param rejectedBy who decided so, by id
   */
  @EventName("membership.orgunit.women-count-rejected.v1")
  record WomenCountRejected(WomenDefinition definition, LocalDate asOf, String rejectedBy)
      implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * A number of women was stated for the unit. Stated again for the same definition and date, it
   * replaces the former.
   *
   * @param count women, not negative
   * @param asOf the date the number is stated for
   * @param source who states it, for people to read
   * @param approval who proposed and who approved it; null in records of before that was needed
   */
  @EventName("membership.orgunit.women-count-stated.v1")
  record WomenCountStated(
      WomenDefinition definition,
      int count,
      LocalDate asOf,
      String source,
      @Nullable Approval approval)
      implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * A branch of a split unit follows one of the successors.
   *
   * @param redrawingId the redrawing that split the unit
   * @param successorId one of its units
   * @param on the redrawing's effective date
   */
  @EventName("membership.orgunit.assigned.v1")
  record OrgUnitAssigned(UUID redrawingId, UUID successorId, LocalDate on) implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The locality is something from a day on. Said again for the same day, it replaces what was
   * said.
   *
   * @param trait what it is
   * @param from the first day
   * @param until the last day; null while no end is known
   * @param source the document that says so, by its number
   */
  @EventName("membership.orgunit.trait-stated.v1")
  record UnitTraitStated(UnitTrait trait, LocalDate from, @Nullable LocalDate until, String source)
      implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The locality was never that: the statement for the day was a mistake.
   *
   * @param trait what it is not
   * @param from the first day as it had been stated
   */
  @EventName("membership.orgunit.trait-withdrawn.v1")
  record UnitTraitWithdrawn(UnitTrait trait, LocalDate from) implements OrgUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }
}

package vn.sen.events.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;
import vn.sen.events.membership.Approval;

/**
 * What one unit is to reach under one programme of the Union, and what its officers state that it
 * has reached. The aggregate is the pair of programme and unit. Values are whole numbers in the
 * indicator's last decimal. A target at a province is its own number, not the sum of its communes'.
 */
public sealed interface ProgrammeUnitEvent extends DomainEvent {

  /** The code of the programme. */
  String programme();

  /** The unit. */
  UUID unitId();

  /** The code of the indicator. */
  String indicator();

  /** What the event adds to the figures; empty where it moves none. */
  default List<GoalChange> changes() {
    return List.of();
  }

  /**
   * The unit is to reach so much by the end of a year; set again, it replaces the former target.
   *
   * @param programme the code of the programme
   * @param unitId the unit
   * @param indicator the code of the indicator
   * @param year the calendar year
   * @param value not negative
   * @param source the decision that sets it, for people to read
   * @param on the day of the decision
   */
  @EventName("training.programme-unit.target-set.v1")
  record TargetSet(
      String programme,
      UUID unitId,
      String indicator,
      int year,
      long value,
      String source,
      LocalDate on,
      List<GoalChange> changes)
      implements ProgrammeUnitEvent {
    public TargetSet {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The unit has no target of the year any more.
   *
   * @param programme the code of the programme
   * @param unitId the unit
   * @param indicator the code of the indicator
   * @param year the calendar year
   * @param on the day it was withdrawn
   */
  @EventName("training.programme-unit.target-withdrawn.v1")
  record TargetWithdrawn(
      String programme,
      UUID unitId,
      String indicator,
      int year,
      LocalDate on,
      List<GoalChange> changes)
      implements ProgrammeUnitEvent {
    public TargetWithdrawn {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A result was proposed. It counts only when somebody else has approved it.
   *
   * @param programme the code of the programme
   * @param unitId the unit
   * @param indicator the code of the indicator
   * @param asOf the date it is stated for
   * @param author who proposed it, by id
   */
  @EventName("training.programme-unit.result-proposed.v1")
  record ResultProposed(
      String programme, UUID unitId, String indicator, LocalDate asOf, String author)
      implements ProgrammeUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * A result that was proposed is not taken.
   *
   * @param programme the code of the programme
   * @param unitId the unit
   * @param indicator the code of the indicator
   * @param asOf the date it was stated for
   * @param rejectedBy who decided so, by id
   */
  @EventName("training.programme-unit.result-rejected.v1")
  record ResultRejected(
      String programme, UUID unitId, String indicator, LocalDate asOf, String rejectedBy)
      implements ProgrammeUnitEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * A result is stated; stated again for the date, it replaces the former.
   *
   * @param programme the code of the programme
   * @param unitId the unit
   * @param indicator the code of the indicator
   * @param asOf the date it is stated for
   * @param kind what the number means
   * @param value not negative; null where nothing is stated for the date any more
   * @param source where the number comes from, for people to read
   * @param approval who proposed and who approved it
   */
  @EventName("training.programme-unit.result-stated.v1")
  record ResultStated(
      String programme,
      UUID unitId,
      String indicator,
      LocalDate asOf,
      StatedKind kind,
      @Nullable Long value,
      String source,
      Approval approval,
      List<GoalChange> changes)
      implements ProgrammeUnitEvent {
    public ResultStated {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /** Empty lists are absent on the wire. */
  private static List<GoalChange> orEmpty(@Nullable List<GoalChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}

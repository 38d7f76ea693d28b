package vn.sen.chassis.assignment;

import vn.sen.chassis.domain.RuleViolation;

/** What an assignment by rule must keep to. */
public final class AssignmentRules {

  private AssignmentRules() {}

  /** No redrawing divided the unit. */
  public static final class UnitNotDivided extends RuleViolation {
    UnitNotDivided() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  /** The successor got no part of the unit, or none was named. */
  public static final class NoSuccessorOfTheUnit extends RuleViolation {
    public NoSuccessorOfTheUnit() {
      super("/successorId");
    }
  }

  /** What the rule is about is named by ids. */
  public static final class NotAnId extends RuleViolation {
    /**
     * @param place in the list, from 0
     */
    public NotAnId(int place) {
      super("/of/" + place);
    }
  }

  /** The rule needs something that it is about. */
  public static final class NothingToAssignBy extends RuleViolation {
    /**
     * @param most so many at most
     */
    public NothingToAssignBy(int most) {
      super("/of", most);
    }
  }
}

package vn.sen.lending.household;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.chassis.domain.RuleViolation;

/** The rules borrowing households keep, as the exceptions that refuse a command. */
final class HouseholdRules {

  private HouseholdRules() {}

  /** It counts as another one: what is said must be said of that one. */
  static final class MergedAlready extends RuleViolation {
    MergedAlready() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NotMerged extends RuleViolation {
    NotMerged() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** The rule says nothing of it: there is nothing to undo. */
  static final class NotMatched extends RuleViolation {
    NotMatched() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** The rule says that it is another one: undo that first. */
  static final class MatchStands extends RuleViolation {
    MatchStands() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class BeforeTheMerge extends RuleViolation {
    BeforeTheMerge(LocalDate from) {
      super("/from", from.toString());
    }
  }

  /** A household cannot be merged into itself, nor into what counts as it. */
  static final class MergeInCircles extends RuleViolation {
    MergeInCircles() {
      super("/intoId");
    }
  }

  static final class OtherHouseholdUnknown extends RuleViolation {
    OtherHouseholdUnknown() {
      super("/intoId");
    }
  }

  /** Another borrowing household is confirmed as this one of the membership service: merge them. */
  static final class HouseholdConfirmedElsewhere extends RuleViolation {
    HouseholdConfirmedElsewhere(UUID other) {
      super("/householdId", other.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }
}

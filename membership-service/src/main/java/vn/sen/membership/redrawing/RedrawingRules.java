package vn.sen.membership.redrawing;

import vn.sen.chassis.domain.RuleViolation;

/** The rules a redrawing keeps, as the exceptions that refuse it. */
final class RedrawingRules {

  static final int MAX_TEXT = 200;

  private RedrawingRules() {}

  /** A redrawing that changes nothing. */
  static final class RedrawingWithoutContent extends RuleViolation {
    RedrawingWithoutContent() {
      super("");
    }
  }

  static final class ResolutionUnusable extends RuleViolation {
    ResolutionUnusable(String pointer) {
      super(pointer, MAX_TEXT);
    }
  }

  static final class UnitKeyTwice extends RuleViolation {
    UnitKeyTwice(String pointer, String key) {
      super(pointer, key);
    }
  }

  static final class CodeTwice extends RuleViolation {
    CodeTwice(String pointer, String code) {
      super(pointer, code);
    }
  }

  static final class ParentNamedTwice extends RuleViolation {
    ParentNamedTwice(String pointer) {
      super(pointer);
    }
  }

  /** A key that no unit of the command has. */
  static final class UnitKeyUnknown extends RuleViolation {
    UnitKeyUnknown(String pointer, String key) {
      super(pointer, key);
    }
  }

  /** A unit is to end that does not exist on the last day of the old map, or has an end already. */
  static final class UnitCannotEnd extends RuleViolation {
    UnitCannotEnd(String pointer) {
      super(pointer);
    }
  }

  static final class SuccessionTwice extends RuleViolation {
    SuccessionTwice(String pointer) {
      super(pointer);
    }
  }

  /** A unit that goes over whole has one successor. */
  static final class FullSuccessionNotAlone extends RuleViolation {
    FullSuccessionNotAlone(String pointer) {
      super(pointer);
    }
  }

  /** A unit that is split has two successors or more; the rest is one of them. */
  static final class SplitIntoOne extends RuleViolation {
    SplitIntoOne(String pointer) {
      super(pointer);
    }
  }

  /** A successor is of the level of what it succeeds. */
  static final class SuccessorOfAnotherLevel extends RuleViolation {
    SuccessorOfAnotherLevel(String pointer) {
      super(pointer);
    }
  }
}

package vn.sen.membership.rights;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules consents and requests keep, as the exceptions that refuse a command. */
final class RightsRules {

  private RightsRules() {}

  /** A word in the future, or before her last one. */
  static final class ConsentOutOfOrder extends RuleViolation {
    ConsentOutOfOrder() {
      super("/on");
    }
  }

  /** A day in the future, or before what must come first. */
  static final class RequestDayOutOfOrder extends RuleViolation {
    RequestDayOutOfOrder(String pointer) {
      super(pointer);
    }
  }

  /** No deadline is configured for a request of that day. */
  static final class NoDeadlineOnThatDay extends RuleViolation {
    NoDeadlineOnThatDay(LocalDate day) {
      super("/receivedOn", day.toString());
    }
  }

  static final class RequestTextUnusable extends RuleViolation {
    RequestTextUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  /** It was fulfilled or refused before. */
  static final class RequestClosed extends RuleViolation {
    RequestClosed() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** It was acknowledged before. */
  static final class RequestAcknowledgedBefore extends RuleViolation {
    RequestAcknowledgedBefore() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Only an erasure can be refused, in whole or in part. */
  static final class OnlyErasureIsRefused extends RuleViolation {
    OnlyErasureIsRefused(String pointer) {
      super(pointer);
    }
  }

  /** A withdrawal says which consents; nothing else does. */
  static final class PurposesDoNotFit extends RuleViolation {
    PurposesDoNotFit() {
      super("/purposes");
    }
  }

  /** What is held is shown to who asked for it. */
  static final class NoRequestForAccess extends RuleViolation {
    NoRequestForAccess() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }
}

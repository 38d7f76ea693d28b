package vn.sen.identity.person;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/**
 * The rules about people who sign in, as the exceptions that refuse a command. Their arguments hold
 * no personal data.
 */
public final class PersonRules {

  private PersonRules() {}

  /** Banks and dashboards are clients, not people. */
  static final class RoleOfMachines extends RuleViolation {
    RoleOfMachines() {
      super("/roles");
    }
  }

  static final class AppointmentEndsBeforeItBegins extends RuleViolation {
    AppointmentEndsBeforeItBegins() {
      super("/to");
    }
  }

  /** Who reads everything changes nothing. */
  static final class AuditorActsAlone extends RuleViolation {
    AuditorActsAlone() {
      super("/roles");
    }
  }

  static final class AuditNeedsPurpose extends RuleViolation {
    AuditNeedsPurpose() {
      super("/purpose");
    }
  }

  static final class AuditNeedsEnd extends RuleViolation {
    AuditNeedsEnd() {
      super("/to");
    }
  }

  /** An end can be moved forward only; who stays longer is appointed anew. */
  static final class AppointmentEndsEarlier extends RuleViolation {
    AppointmentEndsEarlier(LocalDate end) {
      super("/lastDay", end.toString());
    }
  }

  static final class AppointmentUnknown extends RuleViolation {
    AppointmentUnknown() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  /** The command was carried out before; its password is not kept in clear. */
  static final class PasswordShownOnce extends RuleViolation {
    PasswordShownOnce() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NobodyManagesHerself extends RuleViolation {
    NobodyManagesHerself() {
      super("");
    }

    @Override
    public int status() {
      return 403;
    }
  }
}

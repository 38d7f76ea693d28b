package vn.sen.identity.client;

import vn.sen.chassis.domain.RuleViolation;

/** The rules about machine clients, as the exceptions that refuse a command. */
final class ClientRules {

  private ClientRules() {}

  /** A bank's client stands for one bank, not for a unit. */
  static final class BankClientNamesItsBank extends RuleViolation {
    BankClientNamesItsBank() {
      super("/bankId");
    }
  }

  static final class DashboardIsNoBank extends RuleViolation {
    DashboardIsNoBank() {
      super("/bankId");
    }
  }

  static final class KeysNeedHttps extends RuleViolation {
    KeysNeedHttps() {
      super("/jwkSetUrl");
    }
  }

  static final class ClientIsShutOut extends RuleViolation {
    ClientIsShutOut() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }
}

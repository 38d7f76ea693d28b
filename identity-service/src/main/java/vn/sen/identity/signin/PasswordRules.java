package vn.sen.identity.signin;

import java.util.Locale;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.identity.person.Person;

/** What a password must be: long, and not the name. Nothing is demanded about kinds of signs. */
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private PasswordRules() {}

  /**
   * @throws RuleViolation if it cannot be used
   */
  static void check(Person person, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new PasswordLengthUnusable();
    }
    if (password.toLowerCase(Locale.ROOT).contains(person.name())
        || password.codePoints().distinct().count() == 1) {
      throw new PasswordTooEasy();
    }
  }

  static final class PasswordLengthUnusable extends RuleViolation {
    PasswordLengthUnusable() {
      super("/password", SHORTEST, LONGEST);
    }
  }

  /** It contains the sign-in name, or is one sign repeated. */
  static final class PasswordTooEasy extends RuleViolation {
    PasswordTooEasy() {
      super("/password");
    }
  }

  static final class PasswordUnchanged extends RuleViolation {
    PasswordUnchanged() {
      super("/password");
    }
  }

  static final class PresentPasswordWrong extends RuleViolation {
    PresentPasswordWrong() {
      super("/present");
    }
  }

  static final class TooManyAttempts extends RuleViolation {
    TooManyAttempts() {
      super("/present");
    }

    @Override
    public int status() {
      return 429;
    }
  }

  static final class PasswordsDiffer extends RuleViolation {
    PasswordsDiffer() {
      super("/again");
    }
  }
}

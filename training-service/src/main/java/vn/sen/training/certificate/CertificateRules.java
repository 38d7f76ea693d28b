package vn.sen.training.certificate;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules certificates keep, as the exceptions that refuse a command. */
final class CertificateRules {

  private CertificateRules() {}

  static final class ClassUnknown extends RuleViolation {
    ClassUnknown() {
      super("/classId");
    }
  }

  static final class ClassNotClosed extends RuleViolation {
    ClassNotClosed() {
      super("/classId");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NotPassed extends RuleViolation {
    NotPassed() {
      super("/personId");
    }
  }

  /** She had her data erased: no paper may bear her name again. */
  static final class HolderErased extends RuleViolation {
    HolderErased() {
      super("/personId");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Names of members are the membership service's, which is not asked: the officer writes it. */
  static final class NameNeeded extends RuleViolation {
    NameNeeded() {
      super("/name");
    }
  }

  static final class IssuedBeforeClosing extends RuleViolation {
    IssuedBeforeClosing(LocalDate closed) {
      super("/on", closed.toString());
    }
  }

  static final class IssuedInFuture extends RuleViolation {
    IssuedInFuture() {
      super("/on");
    }
  }

  static final class NotValidAnyMore extends RuleViolation {
    NotValidAnyMore() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** No certificate bears this code. */
  static final class NoSuchCertificate extends RuleViolation {
    NoSuchCertificate() {
      super("/code");
    }

    @Override
    public int status() {
      return 404;
    }
  }
}

package vn.sen.lending.statement;

import vn.sen.chassis.domain.RuleViolation;

/** Why something is not done with a statement. */
final class StatementRefusals {

  private StatementRefusals() {}

  /** Another statement was announced under the file id. */
  static final class FileIdUsed extends RuleViolation {
    FileIdUsed() {
      super("/fileId");
    }
  }

  /** The Union does not work with it. */
  static final class BankUnknown extends RuleViolation {
    BankUnknown() {
      super("/bankId");
    }
  }

  /** What the bank says it says itself: the province uploads only for banks that cannot. */
  static final class BankPostsItself extends RuleViolation {
    BankPostsItself() {
      super("/bankId");
    }
  }

  /** A statement tells of a day that is over. */
  static final class StatementOfTheFuture extends RuleViolation {
    StatementOfTheFuture() {
      super("/asOf");
    }
  }

  /** The bank has no such statement, or it is still at work. */
  static final class SupersedesNothing extends RuleViolation {
    SupersedesNothing() {
      super("/supersedes");
    }
  }

  /** Another attempt to send the lines is under way. */
  static final class LinesBeingReceived extends RuleViolation {
    LinesBeingReceived() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** It is not in the state for it. */
  static final class StatementStateForbids extends RuleViolation {
    StatementStateForbids(StatementState state) {
      super("", state.name());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Loans have been opened or restated by it: only a later statement puts that right. */
  static final class StatementHasTakenEffect extends RuleViolation {
    StatementHasTakenEffect() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Nobody can say what the loan would be, or whose. */
  static final class CauseNotAcceptable extends RuleViolation {
    CauseNotAcceptable(int index) {
      super("/causes/" + index);
    }
  }

  /** There is no difference of the causes. */
  static final class NothingToAccept extends RuleViolation {
    NothingToAccept() {
      super("/causes");
    }
  }

  /** Somebody has proposed something that nobody has decided on. */
  static final class ProposalOpen extends RuleViolation {
    ProposalOpen() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** As many files as this instance takes in at a time are under way. */
  static final class TooManyUploads extends RuleViolation {
    TooManyUploads() {
      super("");
    }

    @Override
    public int status() {
      return 503;
    }
  }
}

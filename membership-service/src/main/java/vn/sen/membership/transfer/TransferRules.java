package vn.sen.membership.transfer;

import vn.sen.chassis.domain.RuleViolation;

/** The rules requests for members of other units keep, as the exceptions that refuse them. */
final class TransferRules {

  private TransferRules() {}

  /** Either an identity number or a paper, not both and not neither. */
  static final class PersonNotNamed extends RuleViolation {
    PersonNotNamed() {
      super("/identityNumber");
    }
  }

  /** Who asks has the record in her own reach and moves the member herself. */
  static final class MemberInOwnReach extends RuleViolation {
    MemberInOwnReach() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** The paper fits several members, and none of them was named. */
  static final class MemberNotChosen extends RuleViolation {
    MemberNotChosen() {
      super("/memberId");
    }
  }
}

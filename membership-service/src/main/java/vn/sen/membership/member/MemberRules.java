package vn.sen.membership.member;

import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.UnitLevel;

/**
 * The rules members keep, as the exceptions that refuse a command. Their arguments hold no personal
 * data.
 */
public final class MemberRules {

  private MemberRules() {}

  /** Members belong to communes and what is below them. */
  static boolean takesMembers(UnitLevel level) {
    return level.compareTo(UnitLevel.COMMUNE) >= 0;
  }

  /** A rule about the state the membership is in: another command must come first. */
  abstract static class WrongState extends RuleViolation {
    WrongState() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NameUnusable extends RuleViolation {
    NameUnusable(int max) {
      super("/fullName", max);
    }
  }

  static final class TextUnusable extends RuleViolation {
    TextUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  static final class PhoneUnusable extends RuleViolation {
    PhoneUnusable() {
      super("/phone");
    }
  }

  static final class BirthMissing extends RuleViolation {
    BirthMissing() {
      super("/birthDate");
    }
  }

  static final class BirthImplausible extends RuleViolation {
    BirthImplausible(String pointer) {
      super(pointer);
    }
  }

  static final class BirthYearContradictsBirthDate extends RuleViolation {
    BirthYearContradictsBirthDate() {
      super("/birthYear");
    }
  }

  /** Neither 12 digits (căn cước) nor 9 (chứng minh nhân dân). */
  static final class IdentityNumberUnreadable extends RuleViolation {
    IdentityNumberUnreadable() {
      super("/identityNumber");
    }
  }

  static final class IdentityNumberOfNoProvince extends RuleViolation {
    IdentityNumberOfNoProvince() {
      super("/identityNumber");
    }
  }

  static final class IdentityNumberContradictsSex extends RuleViolation {
    IdentityNumberContradictsSex() {
      super("/identityNumber");
    }
  }

  static final class IdentityNumberContradictsBirthYear extends RuleViolation {
    IdentityNumberContradictsBirthYear() {
      super("/identityNumber");
    }
  }

  static final class OnlyWomenAreOrdinaryMembers extends RuleViolation {
    OnlyWomenAreOrdinaryMembers() {
      super("/memberType");
    }
  }

  static final class DateInTheFuture extends RuleViolation {
    DateInTheFuture(String pointer) {
      super(pointer);
    }
  }

  static final class JoinedBeforeBirth extends RuleViolation {
    JoinedBeforeBirth(String pointer) {
      super(pointer);
    }
  }

  public static final class HouseholdUnknown extends RuleViolation {
    HouseholdUnknown() {
      super("/householdId");
    }
  }

  /** Members belong to communes, branches and teams. */
  static final class UnitTakesNoMembers extends RuleViolation {
    UnitTakesNoMembers(String pointer, UnitLevel level) {
      super(pointer, level);
    }
  }

  /** Women are proposed by branches and teams. */
  static final class OnlyBranchesPropose extends RuleViolation {
    OnlyBranchesPropose(String pointer) {
      super(pointer);
    }
  }

  /** No commune that could approve stands above the branch on the day. */
  static final class NoCommuneAbove extends RuleViolation {
    NoCommuneAbove(String pointer) {
      super(pointer);
    }
  }

  /** The commune that approves is the one above the proposing branch. */
  static final class NotTheCommuneAbove extends RuleViolation {
    NotTheCommuneAbove() {
      super("/communeId");
    }
  }

  static final class DecidedBeforeProposed extends RuleViolation {
    DecidedBeforeProposed(String pointer) {
      super(pointer);
    }
  }

  static final class ProposalNotOpen extends WrongState {}

  static final class MemberNotAdmittedYet extends WrongState {}

  static final class MemberAlreadyLeft extends WrongState {}

  /** The record was entered by mistake; nothing happens to it any more. */
  static final class RecordWithdrawn extends WrongState {}

  static final class MemberStillActive extends WrongState {}

  static final class MemberDied extends WrongState {}

  /** Her data was erased: there is nothing left to change. */
  static final class RecordErased extends WrongState {}

  /** The Union must know its members: the membership ends first, or a part of the data stays. */
  static final class MembershipStillLasts extends WrongState {}

  /** Somebody like her has had her data erased; she must not come back unasked. */
  static final class ErasedBefore extends WrongState {}

  /** The day lies before the present stay at the unit began. */
  static final class BeforeTheStayBegan extends RuleViolation {
    BeforeTheStayBegan(String pointer) {
      super(pointer);
    }
  }

  static final class BeforeTheDeparture extends RuleViolation {
    BeforeTheDeparture(String pointer) {
      super(pointer);
    }
  }

  /** The corrected joining date passes what happened to the membership next. */
  static final class JoiningAfterWhatFollowed extends RuleViolation {
    JoiningAfterWhatFollowed() {
      super("/joinedOn");
    }
  }

  static final class TransferToTheSameUnit extends RuleViolation {
    TransferToTheSameUnit() {
      super("/toUnitId");
    }
  }
}

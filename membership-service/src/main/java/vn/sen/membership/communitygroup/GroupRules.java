package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.GroupParameterKind;
import vn.sen.membership.naming.Names;

/** The rules community groups and their types keep, as the exceptions that refuse a command. */
final class GroupRules {

  private GroupRules() {}

  /**
   * The text as it is kept.
   *
   * @throws GroupTextUnusable if it is empty, too long or cannot be printed
   */
  static String text(String raw, int max, String pointer) {
    var text = Names.clean(raw);
    if (text.isEmpty() || text.length() > max || !Names.isPrintable(text)) {
      throw new GroupTextUnusable(pointer, max);
    }
    return text;
  }

  /** A rule about the state the group is in: another command must come first. */
  abstract static class WrongState extends RuleViolation {
    WrongState(Object... arguments) {
      super("", arguments);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class GroupTextUnusable extends RuleViolation {
    GroupTextUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  static final class GroupTypeUnknown extends RuleViolation {
    GroupTypeUnknown() {
      super("/type");
    }
  }

  /** The type began later, or is not used any more. */
  static final class GroupTypeNotInUse extends RuleViolation {
    GroupTypeNotInUse(LocalDate day) {
      super("/type", day.toString());
    }
  }

  static final class BeforeTheBeginning extends RuleViolation {
    BeforeTheBeginning(String pointer, LocalDate from) {
      super(pointer, from.toString());
    }
  }

  /** A parameter bears its key for ever, and a value is stated once. */
  static final class ParameterKeyTaken extends RuleViolation {
    ParameterKeyTaken(String pointer) {
      super(pointer);
    }
  }

  /** A choice has choices, and nothing else has. */
  static final class ChoicesDoNotFit extends RuleViolation {
    ChoicesDoNotFit(String pointer) {
      super(pointer);
    }
  }

  static final class ParameterUnknown extends RuleViolation {
    ParameterUnknown(String pointer) {
      super(pointer);
    }
  }

  static final class ParameterMissing extends RuleViolation {
    ParameterMissing(String key) {
      super("/parameters", key);
    }
  }

  static final class ParameterValueUnusable extends RuleViolation {
    ParameterValueUnusable(String pointer, GroupParameterKind kind) {
      super(pointer, kind);
    }
  }

  static final class DateInTheFuture extends RuleViolation {
    DateInTheFuture(String pointer) {
      super(pointer);
    }
  }

  static final class BeforeTheFounding extends RuleViolation {
    BeforeTheFounding(String pointer, LocalDate foundedOn) {
      super(pointer, foundedOn.toString());
    }
  }

  /** Something happened in the group before the day on which it is said to have been founded. */
  static final class FoundedAfterWhatFollowed extends RuleViolation {
    FoundedAfterWhatFollowed(LocalDate followed) {
      super("/foundedOn", followed.toString());
    }
  }

  /** Something happened in the group on the day on which it is said to be no more, or later. */
  static final class ClosedBeforeWhatFollowed extends RuleViolation {
    ClosedBeforeWhatFollowed(LocalDate followed) {
      super("/on", followed.toString());
    }
  }

  static final class CommunityGroupIsClosed extends WrongState {
    CommunityGroupIsClosed(LocalDate on) {
      super(on.toString());
    }
  }

  static final class CommunityGroupNotClosed extends WrongState {}

  /** She was no member of the Union on the day, or not one whom the officer may see. */
  static final class NoMemberThen extends RuleViolation {
    NoMemberThen(String pointer, LocalDate day) {
      super(pointer, day.toString());
    }
  }

  static final class AlreadyInTheGroup extends RuleViolation {
    AlreadyInTheGroup(String pointer) {
      super(pointer);
    }
  }

  static final class NotInTheGroup extends RuleViolation {
    NotInTheGroup(String pointer) {
      super(pointer);
    }
  }

  /** She left before she joined, or joined before she left the last time. */
  static final class StayOutOfOrder extends RuleViolation {
    StayOutOfOrder(String pointer) {
      super(pointer);
    }
  }

  static final class MeetingUnknown extends RuleViolation {
    MeetingUnknown() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  static final class NobodyAttended extends RuleViolation {
    NobodyAttended() {
      super("/others");
    }
  }
}

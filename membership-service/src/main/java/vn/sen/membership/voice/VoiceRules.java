package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.membership.naming.Names;

/** The rules voices keep, as the exceptions that refuse a command. */
final class VoiceRules {

  static final int MAX_TEXT = 4_000;
  static final int MAX_REASON = 500;

  private VoiceRules() {}

  /**
   * The text as it is kept, line by line.
   *
   * @throws VoiceTextUnusable if it is empty, too long or cannot be printed
   */
  static String text(String raw, int max, String pointer) {
    var text = raw.lines().map(Names::clean).collect(Collectors.joining("\n")).strip();
    if (text.isEmpty() || text.length() > max || !text.lines().allMatch(Names::isPrintable)) {
      throw new VoiceTextUnusable(pointer, max);
    }
    return text;
  }

  /** A rule about the state the voice is in: another command must come first. */
  abstract static class WrongState extends RuleViolation {
    WrongState() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** It was answered, and nobody has reopened it. */
  static final class VoiceAlreadyAnswered extends WrongState {}

  static final class VoiceNotAnswered extends WrongState {}

  static final class VoiceAlreadyClosed extends WrongState {}

  static final class VoiceIsWithdrawn extends WrongState {}

  /** What it said was erased; nothing can be done about it any more. */
  static final class VoiceIsErased extends WrongState {}

  static final class VoiceTextUnusable extends RuleViolation {
    VoiceTextUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  static final class SubjectUnknown extends RuleViolation {
    SubjectUnknown() {
      super("/subject");
    }
  }

  static final class NoVoiceDeadlineThen extends RuleViolation {
    NoVoiceDeadlineThen(LocalDate day) {
      super("/raisedOn", day.toString());
    }
  }

  /** A member raised it, and she is named; or nobody is named. */
  static final class RaiserDoesNotFit extends RuleViolation {
    RaiserDoesNotFit() {
      super("/memberId");
    }
  }

  /** In the future, or before what happened to the voice last. */
  static final class VoiceDayOutOfOrder extends RuleViolation {
    VoiceDayOutOfOrder(String pointer) {
      super(pointer);
    }
  }

  /** Voices go to a superior or an inferior of their owner, on the map of the day. */
  static final class NotAboveOrBelowTheOwner extends RuleViolation {
    NotAboveOrBelowTheOwner(LocalDate day) {
      super("/toUnitId", day.toString());
    }
  }

  /** The unit has become others by the day: one of those is meant. */
  static final class RoutedToEndedUnit extends RuleViolation {
    RoutedToEndedUnit(LocalDate day, List<OrgUnit> became) {
      super(
          "/toUnitId",
          day.toString(),
          became.stream()
              .map(unit -> unit.code() + " " + unit.nameOn(day))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }

  /** There is no such day yet that could be wrong. */
  static final class NothingToCorrect extends RuleViolation {
    NothingToCorrect(String pointer) {
      super(pointer);
    }
  }

  static final class LinkedToItself extends RuleViolation {
    LinkedToItself() {
      super("/voiceId");
    }
  }

  /** Both voices are like others already; one of them is unlinked first. */
  static final class LinkedElsewhere extends RuleViolation {
    LinkedElsewhere() {
      super("/voiceId");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NotLinked extends WrongState {}
}

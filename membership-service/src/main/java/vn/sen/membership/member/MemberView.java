package vn.sen.membership.member;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.membership.member.Member.Proposed;
import vn.sen.membership.member.Member.Rejected;

/**
 * One member as her commune's officer sees her.
 *
 * @param unitId where she belongs, was proposed, or belonged last
 * @param proposedOn while the proposal is open
 * @param joinedOn when the present or last membership began
 * @param note why she was rejected, or what was said when she left
 * @param stays all stays at units, the first one first
 */
public record MemberView(
    UUID id,
    long version,
    Member.Status status,
    @JsonUnwrapped Particulars particulars,
    UUID unitId,
    MemberType memberType,
    @Nullable UUID householdId,
    @Nullable LocalDate proposedOn,
    @Nullable LocalDate joinedOn,
    @Nullable String note,
    List<Stay> stays) {

  /**
   * A stay at a unit.
   *
   * @param via successors that splits assigned her to personally
   * @param until the first day after it, null while it lasts
   */
  public record Stay(
      UUID unitId,
      List<UUID> via,
      MemberType memberType,
      LocalDate from,
      Flow in,
      @Nullable LocalDate until,
      @Nullable Flow out) {

    static Stay of(Stint stint) {
      var out = stint.out();
      return new Stay(
          stint.unit(),
          stint.via(),
          stint.type(),
          stint.in().on(),
          stint.in().flow(),
          out == null ? null : out.on(),
          out == null ? null : out.flow());
    }
  }

  /** As an auditor sees her: numbers by their last digits, nothing sensitive, no notes. */
  MemberView masked() {
    return new MemberView(
        id,
        version,
        status,
        particulars.masked(),
        unitId,
        memberType,
        householdId,
        proposedOn,
        joinedOn,
        null,
        stays);
  }

  static MemberView of(UUID id, long version, Member member) {
    var timeline = timelineOf(member);
    return new MemberView(
        id,
        version,
        member.status(),
        member.particulars(),
        member.currentUnit(),
        member.currentType(),
        householdOf(member),
        member instanceof Proposed p ? p.proposedOn() : null,
        timeline.stints().isEmpty() ? null : timeline.joining().in().on(),
        noteOf(member),
        timeline.stints().stream().map(Stay::of).toList());
  }

  static Timeline timelineOf(Member member) {
    return switch (member) {
      case Proposed _, Rejected _, Member.Withdrawn _ -> Timeline.empty();
      case Member.Active a -> a.timeline();
      case Member.Former f -> f.timeline();
      case Member.Erased e -> e.timeline();
    };
  }

  static @Nullable UUID householdOf(Member member) {
    return switch (member) {
      case Proposed p -> p.householdId();
      case Rejected _, Member.Withdrawn _, Member.Erased _ -> null;
      case Member.Active a -> a.householdId();
      case Member.Former f -> f.householdId();
    };
  }

  private static @Nullable String noteOf(Member member) {
    return switch (member) {
      case Rejected r -> r.reason();
      case Member.Former f -> f.note();
      case Proposed _, Member.Active _, Member.Withdrawn _, Member.Erased _ -> null;
    };
  }
}

package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one community group: a team, a club, a model. Names, values of parameters and
 * what a meeting was about stay in the membership service.
 */
public sealed interface CommunityGroupEvent extends DomainEvent {

  /** What the event adds to the figures; empty where it moves none. */
  default List<GroupChange> changes() {
    return List.of();
  }

  /**
   * The group was founded.
   *
   * @param type the code of its type
   * @param programme the code of the programme it was founded under, null for none
   * @param on the founding date
   */
  @EventName("membership.group.founded.v1")
  record GroupFounded(
      String type, @Nullable String programme, UUID unitId, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupFounded {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * What was registered of the group was corrected.
   *
   * @param fields which particulars, never their values
   * @param type the code of its type, as it is known now
   * @param unitId the unit that leads it, as it is known now
   * @param on the founding date, as it is known now
   */
  @EventName("membership.group.corrected.v1")
  record GroupCorrected(
      List<String> fields, String type, UUID unitId, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupCorrected {
      fields = fields == null ? List.of() : List.copyOf(fields);
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** From a day on the group belongs to this programme, or to none (null). */
  @EventName("membership.group.programme-changed.v1")
  record GroupProgrammeChanged(@Nullable String programme, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupProgrammeChanged {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Members of the Union joined the group. */
  @EventName("membership.group.members-joined.v1")
  record GroupMembersJoined(List<UUID> memberIds, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupMembersJoined {
      memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A member left the group, the Union, or died.
   *
   * @param on the first day without her
   */
  @EventName("membership.group.member-left.v1")
  record GroupMemberLeft(UUID memberId, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupMemberLeft {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The days of a member's last stay in the group were corrected.
   *
   * @param on the day she joined, as it is known now
   * @param leftOn the first day without her, null while she belongs to the group; the day she
   *     joined where she never belonged to it
   */
  @EventName("membership.group.stay-corrected.v1")
  record GroupStayCorrected(
      UUID memberId, LocalDate on, @Nullable LocalDate leftOn, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupStayCorrected {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * So many others belong to the group from a day on. Stated again for the same day, it replaces
   * the former.
   *
   * @param count people, not negative
   */
  @EventName("membership.group.others-stated.v1")
  record GroupOthersStated(int count, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupOthersStated {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The group met.
   *
   * @param meetingId the meeting, unique within the group
   * @param attended members of the Union who came
   * @param others how many others came
   */
  @EventName("membership.group.met.v1")
  record GroupMet(
      UUID meetingId, List<UUID> attended, int others, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupMet {
      attended = attended == null ? List.of() : List.copyOf(attended);
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * What was told of a meeting was corrected: what stands here replaces it.
   *
   * @param attended members of the Union who came
   * @param others how many others came
   */
  @EventName("membership.group.meeting-corrected.v1")
  record GroupMeetingCorrected(
      UUID meetingId, List<UUID> attended, int others, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupMeetingCorrected {
      attended = attended == null ? List.of() : List.copyOf(attended);
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** A meeting was entered by mistake: it did not take place. */
  @EventName("membership.group.meeting-cancelled.v1")
  record GroupMeetingCancelled(UUID meetingId, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupMeetingCancelled {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** After a split of its unit the group follows one of the successors. */
  @EventName("membership.group.assigned.v1")
  record GroupAssigned(UUID redrawingId, UUID successorId, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupAssigned {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The group ended. Told again, the day and the reason replace the former ones.
   *
   * @param on the first day without it
   */
  @EventName("membership.group.closed.v1")
  record GroupClosed(GroupClosingReason reason, LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupClosed {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The closing was entered by mistake: the group never ended.
   *
   * @param on the day on which it was said to have ended
   */
  @EventName("membership.group.closing-cancelled.v1")
  record GroupClosingCancelled(LocalDate on, List<GroupChange> changes)
      implements CommunityGroupEvent {
    public GroupClosingCancelled {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  private static List<GroupChange> orEmpty(@Nullable List<GroupChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}

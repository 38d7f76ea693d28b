package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;

/**
 * What the view of the community groups counts by. A step counts by its measure; all others count
 * how often something was said, and what is said bears the sequence of its group or type, because
 * the later word counts.
 */
public sealed interface CommunityGroupRow {

  /**
   * A step of one of a group's measures.
   *
   * @param date the business date from which it holds
   * @param known the day on which the broker took the event in the province's time zone
   */
  record Step(UUID group, GroupPlace place, GroupMeasure measure, LocalDate date, LocalDate known)
      implements CommunityGroupRow {}

  /** A member belongs to a group from a day on. */
  record Joined(UUID group, UUID member, long sequence, LocalDate on)
      implements CommunityGroupRow {}

  /**
   * A member belongs to a group no more.
   *
   * @param on the first day without her
   * @param forGood whether stays that were told for later days never were
   */
  record Left(UUID group, UUID member, long sequence, LocalDate on, boolean forGood)
      implements CommunityGroupRow {}

  /**
   * The days of a member's last stay were other ones.
   *
   * @param leftOn the first day without her, or null
   */
  record Restated(UUID group, UUID member, long sequence, LocalDate on, @Nullable LocalDate leftOn)
      implements CommunityGroupRow {}

  /**
   * What is known of a meeting.
   *
   * @param on null where it did not take place
   * @param attended members who came
   */
  record Met(UUID group, UUID meeting, long sequence, @Nullable LocalDate on, List<UUID> attended)
      implements CommunityGroupRow {}

  /** A type of groups has this code. */
  record Coded(UUID type, String code) implements CommunityGroupRow {}

  /** A type of groups bears this name from a day on. */
  record Named(UUID type, long sequence, LocalDate from, String name)
      implements CommunityGroupRow {}
}

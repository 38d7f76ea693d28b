package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.MeasureTotals;

/**
 * What is known of one community group over all time. Immutable.
 *
 * @param parts by its places: usually one
 * @param stays of members; where the group does not live they count nothing
 */
record GroupHistory(List<Part> parts, List<Stay> stays, List<Meeting> meetings) {

  GroupHistory {
    parts = List.copyOf(parts);
    stays = List.copyOf(stays);
    meetings = List.copyOf(meetings);
  }

  /** Its figures at one of its places. */
  record Part(GroupPlace place, Leaf leaf, MeasureTotals<GroupMeasure> totals) {

    /** Whether the group lives on a day, and here. */
    boolean livesOn(LocalDate day) {
      return totals.upTo(GroupMeasure.GROUPS, day) > 0;
    }

    boolean metOn(LocalDate day) {
      return totals.within(GroupMeasure.MEETINGS, day, day) > 0;
    }
  }

  /**
   * A member's stay.
   *
   * @param member her number
   * @param to the first day without her, or null
   */
  record Stay(int member, LocalDate from, @Nullable LocalDate to) {

    boolean lastsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  /**
   * A meeting.
   *
   * @param attended numbers of the members who came
   */
  record Meeting(LocalDate on, List<Integer> attended) {

    Meeting {
      attended = List.copyOf(attended);
    }

    boolean isWithin(LocalDate first, LocalDate last) {
      return !on.isBefore(first) && !on.isAfter(last);
    }
  }
}

package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.List;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.reporting.communitygroup.GroupHistory.Part;
import vn.sen.reporting.reading.NumberSet;

/** Adds up community groups. */
final class GroupTally {

  private static final int MEASURES = GroupMeasure.values().length;

  private final long[] sums = new long[MEASURES];
  private final NumberSet members = new NumberSet();
  private final NumberSet attendees = new NumberSet();

  /**
   * What one group at one of its places comes to.
   *
   * @param sums by the ordinals of the measures
   * @param members numbers of those who belong to it on the date
   * @param attendees numbers of those who came, who came twice also twice
   */
  record Share(long[] sums, List<Integer> members, List<Integer> attendees) {

    static Share of(GroupHistory group, Part part, LocalDate from, LocalDate asOf) {
      var sums = new long[MEASURES];
      for (var measure : GroupMeasure.values()) {
        sums[measure.ordinal()] =
            switch (measure) {
              case GROUPS, MEMBERS, OTHERS -> part.totals().upTo(measure, asOf);
              case FOUNDED, CLOSED, MEETINGS, TURNS -> part.totals().within(measure, from, asOf);
            };
      }
      var members =
          group.stays().stream().filter(s -> s.lastsOn(asOf)).map(GroupHistory.Stay::member);
      var attendees =
          group.meetings().stream()
              .filter(m -> m.isWithin(from, asOf) && part.metOn(m.on()))
              .flatMap(m -> m.attended().stream());
      return new Share(sums, part.livesOn(asOf) ? members.toList() : List.of(), attendees.toList());
    }

    boolean isNothing() {
      for (long sum : sums) {
        if (sum != 0) {
          return false;
        }
      }
      return true;
    }
  }

  void add(Share share) {
    for (int i = 0; i < MEASURES; i++) {
      sums[i] += share.sums()[i];
    }
    share.members().forEach(members::add);
    share.attendees().forEach(attendees::add);
  }

  long groups() {
    return of(GroupMeasure.GROUPS);
  }

  private long of(GroupMeasure measure) {
    return sums[measure.ordinal()];
  }

  GroupCounts counts() {
    return new GroupCounts(
        groups(),
        of(GroupMeasure.MEMBERS),
        members.count(),
        of(GroupMeasure.OTHERS),
        of(GroupMeasure.FOUNDED),
        of(GroupMeasure.CLOSED),
        of(GroupMeasure.MEETINGS),
        of(GroupMeasure.TURNS),
        attendees.count());
  }
}

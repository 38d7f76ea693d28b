package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Joined;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Left;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Met;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Restated;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;
import vn.sen.reporting.communitygroup.GroupHistory.Meeting;
import vn.sen.reporting.communitygroup.GroupHistory.Part;
import vn.sen.reporting.communitygroup.GroupHistory.Stay;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.MeasureSteps;
import vn.sen.reporting.reading.Numbering;

/** Collects what is told of one community group, in whatever order. */
final class GroupDraft {

  private final Numbering<UUID> people;
  private final Map<GroupPlace, MeasureSteps<GroupMeasure>> steps = new HashMap<>();
  private final Map<UUID, SortedMap<Long, CommunityGroupRow>> stays = new HashMap<>();
  private final Map<UUID, Met> meetings = new HashMap<>();

  /**
   * @param people numbers members
   */
  GroupDraft(Numbering<UUID> people) {
    this.people = people;
  }

  void add(Step step, long delta) {
    steps
        .computeIfAbsent(step.place(), _ -> new MeasureSteps<>(GroupMeasure.class))
        .add(step.measure(), step.date(), delta);
  }

  /** Something about a member's stays. */
  void tell(UUID member, long sequence, CommunityGroupRow row) {
    stays.computeIfAbsent(member, _ -> new TreeMap<>()).put(sequence, row);
  }

  void tell(Met met) {
    meetings.merge(
        met.meeting(), met, (known, said) -> said.sequence() > known.sequence() ? said : known);
  }

  GroupHistory history() {
    var parts = new ArrayList<Part>();
    steps.forEach(
        (place, s) ->
            parts.add(new Part(place, new Leaf(place.unitId(), place.via()), s.totals())));
    var all = new ArrayList<Stay>();
    stays.forEach((member, told) -> all.addAll(stays(people.of(member), told)));
    return new GroupHistory(parts, all, meetings());
  }

  private List<Meeting> meetings() {
    var held = new ArrayList<Meeting>();
    for (var met : meetings.values()) {
      var on = met.on();
      if (on != null) {
        held.add(new Meeting(on, met.attended().stream().map(people::of).toList()));
      }
    }
    return held;
  }

  /** What was told of one member, one after the other. */
  private static List<Stay> stays(int member, SortedMap<Long, CommunityGroupRow> told) {
    var stays = new ArrayList<Stay>();
    for (var row : told.values()) {
      switch (row) {
        case Joined(_, _, _, var on) -> stays.add(new Stay(member, on, null));
        case Left(_, _, _, var on, var forGood) -> leave(stays, on, forGood);
        case Restated(_, _, _, var on, var leftOn) -> {
          if (!stays.isEmpty()) {
            stays.removeLast();
          }
          stays.add(new Stay(member, on, leftOn));
        }
        default -> throw new IllegalArgumentException("Tells of no stay: " + row);
      }
    }
    return stays;
  }

  private static void leave(List<Stay> stays, LocalDate on, boolean forGood) {
    if (forGood) {
      stays.removeIf(stay -> stay.from().isAfter(on));
    }
    stays.replaceAll(stay -> stay.lastsOn(on) ? new Stay(stay.member(), stay.from(), on) : stay);
  }
}

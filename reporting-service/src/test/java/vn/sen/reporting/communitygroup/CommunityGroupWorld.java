package vn.sen.reporting.communitygroup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.CommunityGroupEvent;
import vn.sen.events.membership.CommunityGroupEvent.GroupAssigned;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosed;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupFounded;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupMemberLeft;
import vn.sen.events.membership.CommunityGroupEvent.GroupMembersJoined;
import vn.sen.events.membership.CommunityGroupEvent.GroupMet;
import vn.sen.events.membership.CommunityGroupEvent.GroupOthersStated;
import vn.sen.events.membership.CommunityGroupEvent.GroupProgrammeChanged;
import vn.sen.events.membership.CommunityGroupEvent.GroupStayCorrected;
import vn.sen.events.membership.GroupChange;
import vn.sen.events.membership.GroupClosingReason;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeDefined;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRenamed;
import vn.sen.events.membership.MembershipEvents;

/** Types of community groups and groups, as their events tell. */
public final class CommunityGroupWorld {

  public static final String TEAM = "TTCD";
  public static final String CLUB = "CLB";
  public static final String PROJECT_8 = "DA8";

  private static final LocalDate START = LocalDate.of(2015, 1, 1);

  /** An event of an aggregate and its version. */
  public record Told(Topic topic, UUID aggregate, long sequence, DomainEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          MembershipEvents.SOURCE,
          aggregate,
          MembershipEvents.CATALOG.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          MembershipEvents.CATALOG.encode(event));
    }

    /** What a reader presents who wants to see it. */
    public String token() {
      return topic.aggregates() + ":" + aggregate + "@" + sequence;
    }
  }

  private final UUID team = UUID.randomUUID();
  private final UUID club = UUID.randomUUID();
  private final List<Told> told = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  public CommunityGroupWorld() {
    define(team, TEAM, "Tổ truyền thông cộng đồng");
    define(club, CLUB, "CLB Thủ lĩnh của sự thay đổi");
  }

  private void define(UUID id, String code, String name) {
    tell(Topic.GROUP_TYPES, id, new GroupTypeDefined(code, name, List.of(), START));
  }

  public Told renameClubs(String name, LocalDate from) {
    return tell(Topic.GROUP_TYPES, club, new GroupTypeRenamed(name, from));
  }

  /** All that was told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** All groups there ever were. */
  List<Group> groups() {
    return List.copyOf(groups);
  }

  /** All that was told so far, folded. */
  public CommunityGroupFigures figures() {
    var figures = new CommunityGroupFigures();
    fold(told, figures);
    figures.publish(ViewPosition.NONE);
    return figures;
  }

  /** Folds what was told. */
  static void fold(List<Told> told, RowSink<CommunityGroupRow> rows) {
    var view = new CommunityGroupView();
    for (var t : told) {
      view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), rows);
    }
  }

  /** A group is founded under Project 8. */
  public Group found(String type, UUID unit, LocalDate on) {
    return found(type, PROJECT_8, unit, on);
  }

  public Group found(String type, String programme, UUID unit, LocalDate on) {
    var group = new Group(type, unit, on);
    groups.add(group);
    group.tell(
        () -> group.programmes.put(on, Optional.ofNullable(programme)),
        changes -> new GroupFounded(type, programme, unit, on, changes));
    return group;
  }

  private Told tell(Topic topic, UUID aggregate, DomainEvent event) {
    var next = new Told(topic, aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }

  /** A stay, until the first day without her, or null. */
  record Stay(UUID member, LocalDate from, LocalDate to) {
    boolean lastsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  record Meeting(LocalDate on, List<UUID> attended, int others) {}

  /** What is known of a group; an event's changes are the figures after it less those before. */
  public final class Group {
    public final UUID id = UUID.randomUUID();
    final List<Stay> stays = new ArrayList<>();
    final Map<UUID, Meeting> meetings = new LinkedHashMap<>();
    private final String type;
    private final LocalDate foundedOn;
    private final TreeMap<LocalDate, Optional<String>> programmes = new TreeMap<>();
    private final TreeMap<LocalDate, Integer> others = new TreeMap<>();
    private UUID unit;
    private List<UUID> via = List.of();
    private LocalDate closedOn;

    private Group(String type, UUID unit, LocalDate foundedOn) {
      this.type = type;
      this.unit = unit;
      this.foundedOn = foundedOn;
    }

    private Told tell(Runnable change, Function<List<GroupChange>, CommunityGroupEvent> event) {
      var net = new HashMap<GroupChange, Long>();
      if (versions.containsKey(id)) {
        steps().forEach((step, delta) -> net.merge(step, -delta, Long::sum));
      }
      change.run();
      steps().forEach((step, delta) -> net.merge(step, delta, Long::sum));
      var changes = new ArrayList<GroupChange>();
      net.forEach(
          (step, delta) -> {
            if (delta != 0) {
              changes.add(new GroupChange(step.date(), step.place(), step.measure(), delta));
            }
          });
      return CommunityGroupWorld.this.tell(Topic.COMMUNITY_GROUPS, id, event.apply(changes));
    }

    public Told join(LocalDate on, UUID... members) {
      return tell(
          () -> List.of(members).forEach(member -> stays.add(new Stay(member, on, null))),
          changes -> new GroupMembersJoined(List.of(members), on, changes));
    }

    /** She leaves the group and never was in it on later days. */
    public Told leave(UUID member, LocalDate on) {
      return tell(
          () -> {
            stays.removeIf(s -> s.member().equals(member) && s.from().isAfter(on));
            stays.replaceAll(s -> s.member().equals(member) && s.lastsOn(on) ? ended(s, on) : s);
          },
          changes -> new GroupMemberLeft(member, on, changes));
    }

    /** She left the Union on a day that is told late, and had come back before it was. */
    public Told dropOutAndComeBack(UUID member, LocalDate on) {
      return tell(
          () ->
              stays.replaceAll(s -> s.member().equals(member) && s.lastsOn(on) ? ended(s, on) : s),
          changes -> new GroupMemberLeft(member, on, changes));
    }

    private static Stay ended(Stay stay, LocalDate on) {
      return new Stay(stay.member(), stay.from(), on);
    }

    /** The days of her last stay were other ones. */
    public Told restate(UUID member, LocalDate from, LocalDate to) {
      return tell(
          () -> {
            for (int i = stays.size() - 1; i >= 0; i--) {
              if (stays.get(i).member().equals(member)) {
                stays.set(i, new Stay(member, from, to));
                return;
              }
            }
          },
          changes -> new GroupStayCorrected(member, from, to, changes));
    }

    public Told stateOthers(int count, LocalDate from) {
      return tell(
          () -> others.put(from, count), changes -> new GroupOthersStated(count, from, changes));
    }

    /** It meets; told of the same meeting again, what is told last replaces it. */
    public Told meet(UUID meeting, LocalDate on, int otherPeople, UUID... attended) {
      boolean known = meetings.containsKey(meeting);
      var came = List.of(attended);
      return tell(
          () -> meetings.put(meeting, new Meeting(on, came, otherPeople)),
          changes ->
              known
                  ? new GroupMeetingCorrected(meeting, came, otherPeople, on, changes)
                  : new GroupMet(meeting, came, otherPeople, on, changes));
    }

    public Told cancelMeeting(UUID meeting) {
      var on = meetings.get(meeting).on();
      return tell(
          () -> meetings.remove(meeting),
          changes -> new GroupMeetingCancelled(meeting, on, changes));
    }

    public Told sponsor(String programme, LocalDate from) {
      return tell(
          () -> programmes.put(from, Optional.ofNullable(programme)),
          changes -> new GroupProgrammeChanged(programme, from, changes));
    }

    public Told correctUnit(UUID other) {
      return tell(
          () -> unit = other,
          changes -> new GroupCorrected(List.of("unitId"), type, other, foundedOn, changes));
    }

    public Told assign(UUID successor, LocalDate on) {
      return tell(
          () -> via = List.of(successor),
          changes -> new GroupAssigned(UUID.randomUUID(), successor, on, changes));
    }

    public Told close(LocalDate on) {
      return tell(
          () -> closedOn = on,
          changes -> new GroupClosed(GroupClosingReason.INACTIVE, on, changes));
    }

    public Told cancelClosing() {
      var on = closedOn;
      return tell(() -> closedOn = null, changes -> new GroupClosingCancelled(on, changes));
    }

    String type() {
      return type;
    }

    LocalDate foundedOn() {
      return foundedOn;
    }

    LocalDate closedOn() {
      return closedOn;
    }

    boolean livesOn(LocalDate day) {
      return !day.isBefore(foundedOn) && (closedOn == null || day.isBefore(closedOn));
    }

    List<UUID> membersOn(LocalDate day) {
      return livesOn(day)
          ? stays.stream().filter(s -> s.lastsOn(day)).map(Stay::member).toList()
          : List.of();
    }

    int othersOn(LocalDate day) {
      var known = others.floorEntry(day);
      return known == null || !livesOn(day) ? 0 : known.getValue();
    }

    private GroupPlace placeOn(LocalDate day) {
      var known = programmes.floorEntry(day);
      var programme = known == null ? programmes.firstEntry().getValue() : known.getValue();
      return new GroupPlace(type, programme.orElse(null), unit, via);
    }

    private Map<GroupChange, Long> steps() {
      var steps = new HashMap<GroupChange, Long>();
      stocks(steps);
      add(steps, foundedOn, GroupMeasure.FOUNDED, 1);
      if (closedOn != null) {
        add(steps, closedOn, GroupMeasure.CLOSED, 1);
      }
      for (var meeting : meetings.values()) {
        add(steps, meeting.on(), GroupMeasure.MEETINGS, 1);
        add(steps, meeting.on(), GroupMeasure.TURNS, meeting.attended().size() + meeting.others());
      }
      return steps;
    }

    private void stocks(Map<GroupChange, Long> steps) {
      var days = new TreeSet<LocalDate>(programmes.keySet());
      days.addAll(others.keySet());
      for (var stay : stays) {
        days.add(stay.from());
        days.add(stay.to() == null ? stay.from() : stay.to());
      }
      days.add(closedOn == null ? foundedOn : closedOn);
      for (var day : days) {
        var eve = day.minusDays(1);
        for (int sign = -1; sign <= 1; sign += 2) {
          var on = sign < 0 ? eve : day;
          var place = placeOn(on);
          step(steps, day, place, GroupMeasure.GROUPS, sign * (livesOn(on) ? 1 : 0));
          step(steps, day, place, GroupMeasure.MEMBERS, sign * membersOn(on).size());
          step(steps, day, place, GroupMeasure.OTHERS, sign * othersOn(on));
        }
      }
    }

    private void add(
        Map<GroupChange, Long> steps, LocalDate on, GroupMeasure measure, long amount) {
      step(steps, on, placeOn(on), measure, amount);
    }

    private static void step(
        Map<GroupChange, Long> steps,
        LocalDate on,
        GroupPlace place,
        GroupMeasure measure,
        long delta) {
      steps.merge(new GroupChange(on, place, measure, 0), delta, Long::sum);
    }
  }
}

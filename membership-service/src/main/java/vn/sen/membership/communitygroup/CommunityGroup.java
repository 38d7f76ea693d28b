package vn.sen.membership.communitygroup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
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
import vn.sen.events.membership.GroupPlace;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * A community group: a team, a club, a model. What an event adds to the figures is what {@link
 * GroupFigures} says of the group after it minus what it says of the group before it.
 *
 * @param via the successors that splits of its unit gave the group to; usually empty
 * @param programmes by day, the oldest first; the first one from the founding on
 * @param stays of members of the Union, in the order they were told
 * @param others how many others belong to it, by day, the oldest first
 * @param meetings in the order they were told
 * @param closing null while it lives
 */
record CommunityGroup(
    Registration registration,
    List<UUID> via,
    List<Sponsor> programmes,
    List<GroupStay> stays,
    List<Others> others,
    List<Meeting> meetings,
    @Nullable Closing closing) {

  static final int MAX_NAME = 200;
  static final int MAX_TEXT = 200;
  static final int MAX_NOTE = 500;

  /**
   * What the group was registered as.
   *
   * @param type the code of its type
   * @param parameters values by the keys of the type's parameters
   */
  record Registration(
      String type, String name, UUID unitId, LocalDate foundedOn, Map<String, String> parameters) {
    Registration {
      parameters = Map.copyOf(parameters);
    }
  }

  /** The programme it belongs to from a day on, or none (null). */
  record Sponsor(@Nullable String programme, LocalDate from) {}

  /**
   * A member's stay in the group; none at all where it ends on the day it began.
   *
   * @param leftOn the first day without her, or null
   */
  record GroupStay(UUID memberId, LocalDate joinedOn, @Nullable LocalDate leftOn) {
    boolean lastsOn(LocalDate day) {
      return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
    }
  }

  /** So many others from a day on. */
  record Others(int count, LocalDate from) {}

  /**
   * A meeting.
   *
   * @param attended members of the Union who came
   * @param others how many others came
   */
  record Meeting(UUID id, LocalDate on, String topic, List<UUID> attended, int others) {
    Meeting {
      attended = attended.stream().distinct().toList();
    }

    int turns() {
      return attended.size() + others;
    }
  }

  /**
   * The end.
   *
   * @param on the first day without the group
   * @param note what was said about it, or null
   */
  record Closing(LocalDate on, GroupClosingReason reason, @Nullable String note) {}

  CommunityGroup {
    via = List.copyOf(via);
    programmes = List.copyOf(programmes);
    stays = List.copyOf(stays);
    others = List.copyOf(others);
    meetings = List.copyOf(meetings);
  }

  /**
   * What is wanted, checked against the type and the map of the founding date.
   *
   * @throws GroupRules.GroupTypeNotInUse if the type founds no groups on that day
   * @throws UnitRules.UnitNotInForce if the unit does not exist on that day
   */
  static Registration register(
      GroupType type,
      String rawName,
      UUID unitId,
      LocalDate foundedOn,
      List<GroupType.Value> parameters,
      Units units,
      LocalDate today) {
    if (foundedOn.isAfter(today)) {
      throw new GroupRules.DateInTheFuture("/foundedOn");
    }
    if (!type.allowsFoundingOn(foundedOn)) {
      throw new GroupRules.GroupTypeNotInUse(foundedOn);
    }
    if (!units.existsOn(unitId, foundedOn)) {
      throw new UnitRules.UnitNotInForce("/unitId", foundedOn.toString());
    }
    return new Registration(
        type.code(),
        GroupRules.text(rawName, MAX_NAME, "/name"),
        unitId,
        foundedOn,
        type.checked(parameters, foundedOn));
  }

  static Decision<CommunityGroup> found(Registration wanted, @Nullable String programme) {
    var group =
        new CommunityGroup(
            wanted,
            List.of(),
            List.of(new Sponsor(programme, wanted.foundedOn())),
            List.of(),
            List.of(),
            List.of(),
            null);
    return Decision.of(
        group,
        new GroupFounded(
            wanted.type(),
            programme,
            wanted.unitId(),
            wanted.foundedOn(),
            GroupFigures.between(null, group)));
  }

  /** What was registered was wrong. Another unit forgets the assignments of the former one. */
  Decision<CommunityGroup> correct(Registration wanted) {
    first(happenings())
        .filter(day -> day.isBefore(wanted.foundedOn()))
        .ifPresent(
            day -> {
              throw new GroupRules.FoundedAfterWhatFollowed(day);
            });
    var first = new Sponsor(programmes.getFirst().programme(), wanted.foundedOn());
    var next =
        new CommunityGroup(
            wanted,
            wanted.unitId().equals(unitId()) ? via : List.of(),
            Stream.concat(Stream.of(first), programmes.stream().skip(1)).toList(),
            stays,
            others,
            meetings,
            closing);
    return to(
        next,
        changes ->
            new GroupCorrected(
                fields(wanted), wanted.type(), wanted.unitId(), wanted.foundedOn(), changes));
  }

  private List<String> fields(Registration wanted) {
    var fields = new ArrayList<String>();
    note(fields, "type", registration.type(), wanted.type());
    note(fields, "name", registration.name(), wanted.name());
    note(fields, "unitId", registration.unitId(), wanted.unitId());
    note(fields, "foundedOn", registration.foundedOn(), wanted.foundedOn());
    note(fields, "parameters", registration.parameters(), wanted.parameters());
    return fields;
  }

  private static void note(List<String> fields, String name, Object before, Object after) {
    if (!before.equals(after)) {
      fields.add(name);
    }
  }

  /** It belongs to a programme, or to none, from a day on. */
  Decision<CommunityGroup> sponsor(@Nullable String programme, LocalDate from, LocalDate today) {
    requireLife(from, "/from", today);
    if (Objects.equals(programmeOn(from), programme)) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(programmes);
    all.removeIf(known -> known.from().equals(from));
    all.add(new Sponsor(programme, from));
    all.sort(Comparator.comparing(Sponsor::from));
    return to(
        new CommunityGroup(registration, via, all, stays, others, meetings, closing),
        changes -> new GroupProgrammeChanged(programme, from, changes));
  }

  /** Members join; who joined on that day already does not join again. */
  Decision<CommunityGroup> join(List<UUID> members, LocalDate on, LocalDate today) {
    requireLife(on, "/on", today);
    var joining = new LinkedHashSet<UUID>();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var last = lastStay(member);
      if (last.filter(new GroupStay(member, on, null)::equals).isEmpty()) {
        requireGone(last, on, "/memberIds/" + i);
        joining.add(member);
      }
    }
    var all = new ArrayList<>(stays);
    joining.forEach(member -> all.add(new GroupStay(member, on, null)));
    return to(withStays(all), changes -> new GroupMembersJoined(List.copyOf(joining), on, changes));
  }

  private static void requireGone(Optional<GroupStay> last, LocalDate on, String pointer) {
    last.filter(stay -> stay.leftOn() == null || on.isBefore(stay.leftOn()))
        .ifPresent(
            _ -> {
              throw new GroupRules.AlreadyInTheGroup(pointer);
            });
  }

  /**
   * A member leaves.
   *
   * @param on the first day without her
   */
  Decision<CommunityGroup> leave(UUID member, LocalDate on, LocalDate today) {
    requirePast(on, "/on", today);
    var stay =
        lastStay(member)
            .filter(last -> last.leftOn() == null)
            .orElseThrow(() -> new GroupRules.NotInTheGroup(""));
    if (on.isBefore(stay.joinedOn())) {
      throw new GroupRules.StayOutOfOrder("/on");
    }
    return to(
        replacing(stay, new GroupStay(member, stay.joinedOn(), on)),
        changes -> new GroupMemberLeft(member, on, changes));
  }

  /**
   * The days of a member's last stay were wrong.
   *
   * @param leftOn null while she belongs to the group; the day she joined where she never did
   */
  Decision<CommunityGroup> correctStay(
      UUID member, LocalDate joinedOn, @Nullable LocalDate leftOn, LocalDate today) {
    var stay = lastStay(member).orElseThrow(() -> new GroupRules.NotInTheGroup(""));
    requireLife(joinedOn, "/joinedOn", today);
    if (leftOn != null) {
      requirePast(leftOn, "/leftOn", today);
    }
    if (leftOn != null && leftOn.isBefore(joinedOn)) {
      throw new GroupRules.StayOutOfOrder("/leftOn");
    }
    boolean overlaps =
        stays.stream()
            .filter(s -> s != stay && s.memberId().equals(member) && s.leftOn() != null)
            .anyMatch(s -> joinedOn.isBefore(s.leftOn()));
    if (overlaps) {
      throw new GroupRules.StayOutOfOrder("/joinedOn");
    }
    return to(
        replacing(stay, new GroupStay(member, joinedOn, leftOn)),
        changes -> new GroupStayCorrected(member, joinedOn, leftOn, changes));
  }

  /**
   * A member left the Union or died: she drops out on that day, and stays told for later days never
   * were. Said twice it changes nothing.
   */
  Decision<CommunityGroup> gone(UUID member, LocalDate on) {
    var day = on.isBefore(registration.foundedOn()) ? registration.foundedOn() : on;
    return dropOut(member, day, true);
  }

  /**
   * A member left the Union and was taken in again: she drops out on the day she left. Said twice
   * it changes nothing.
   */
  Decision<CommunityGroup> leftForATime(UUID member, LocalDate on) {
    return dropOut(member, on, false);
  }

  private Decision<CommunityGroup> dropOut(UUID member, LocalDate on, boolean forGood) {
    return to(
        withStays(stays.stream().map(stay -> ended(stay, member, on, forGood)).toList()),
        changes -> new GroupMemberLeft(member, on, changes));
  }

  private static GroupStay ended(GroupStay stay, UUID member, LocalDate on, boolean forGood) {
    if (!stay.memberId().equals(member) || stay.leftOn() != null && !stay.leftOn().isAfter(on)) {
      return stay;
    }
    if (!stay.joinedOn().isAfter(on)) {
      return new GroupStay(member, stay.joinedOn(), on);
    }
    return forGood ? new GroupStay(member, stay.joinedOn(), stay.joinedOn()) : stay;
  }

  /** So many others belong to it from a day on. */
  Decision<CommunityGroup> stateOthers(int count, LocalDate from, LocalDate today) {
    requireLife(from, "/from", today);
    if (others.contains(new Others(count, from))) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(others);
    all.removeIf(known -> known.from().equals(from));
    all.add(new Others(count, from));
    all.sort(Comparator.comparing(Others::from));
    return to(
        new CommunityGroup(registration, via, programmes, stays, all, meetings, closing),
        changes -> new GroupOthersStated(count, from, changes));
  }

  /** It met, or what was told of the meeting was wrong. */
  Decision<CommunityGroup> meet(Meeting raw, LocalDate today) {
    var meeting = checked(raw, today);
    var known = meeting(raw.id());
    var all = new ArrayList<>(meetings);
    if (known.isPresent()) {
      all.set(meetings.indexOf(known.get()), meeting);
    } else {
      all.add(meeting);
    }
    return to(withMeetings(all), changes -> told(meeting, known.isPresent(), changes));
  }

  private static CommunityGroupEvent told(
      Meeting meeting, boolean again, List<GroupChange> changes) {
    return again
        ? new GroupMeetingCorrected(
            meeting.id(), meeting.attended(), meeting.others(), meeting.on(), changes)
        : new GroupMet(meeting.id(), meeting.attended(), meeting.others(), meeting.on(), changes);
  }

  /** It did not take place. */
  Decision<CommunityGroup> cancelMeeting(UUID id) {
    var known = meeting(id).orElseThrow(GroupRules.MeetingUnknown::new);
    return to(
        withMeetings(meetings.stream().filter(m -> m != known).toList()),
        changes -> new GroupMeetingCancelled(id, known.on(), changes));
  }

  private Meeting checked(Meeting raw, LocalDate today) {
    requireLife(raw.on(), "/on", today);
    if (raw.turns() == 0) {
      throw new GroupRules.NobodyAttended();
    }
    return new Meeting(
        raw.id(),
        raw.on(),
        GroupRules.text(raw.topic(), MAX_TEXT, "/topic"),
        raw.attended(),
        raw.others());
  }

  /** After a split of its unit it follows one of the successors; said twice it changes nothing. */
  Decision<CommunityGroup> follow(UUID redrawingId, UUID successorId, Units units, Splits splits) {
    var split =
        splits.into(redrawingId, successorId).stream()
            .filter(s -> s.concerns(units.map(), unitId(), via))
            .findFirst()
            .orElseThrow(UnitRules.NotConcernedByTheSplit::new);
    var ways = Split.following(via, successorId, List.of(split));
    return to(
        new CommunityGroup(registration, ways, programmes, stays, others, meetings, closing),
        changes -> new GroupAssigned(redrawingId, successorId, split.on(), changes));
  }

  /** It ended; told again, the day and the reason are corrected. */
  Decision<CommunityGroup> close(
      GroupClosingReason reason, @Nullable String rawNote, LocalDate on, LocalDate today) {
    requirePast(on, "/on", today);
    Stream.concat(Stream.of(registration.foundedOn()), happenings())
        .max(Comparator.naturalOrder())
        .filter(last -> !last.isBefore(on))
        .ifPresent(
            last -> {
              throw new GroupRules.ClosedBeforeWhatFollowed(last);
            });
    var note =
        rawNote == null || rawNote.isBlank() ? null : GroupRules.text(rawNote, MAX_NOTE, "/note");
    return to(
        withClosing(new Closing(on, reason, note)),
        changes -> new GroupClosed(reason, on, changes));
  }

  /** The closing was entered by mistake. */
  Decision<CommunityGroup> cancelClosing() {
    if (closing == null) {
      throw new GroupRules.CommunityGroupNotClosed();
    }
    var on = closing.on();
    return to(withClosing(null), changes -> new GroupClosingCancelled(on, changes));
  }

  private Decision<CommunityGroup> to(
      CommunityGroup after, Function<List<GroupChange>, CommunityGroupEvent> event) {
    return after.equals(this)
        ? Decision.nothing(this)
        : Decision.of(after, event.apply(GroupFigures.between(this, after)));
  }

  private CommunityGroup withStays(List<GroupStay> all) {
    return new CommunityGroup(registration, via, programmes, all, others, meetings, closing);
  }

  private CommunityGroup replacing(GroupStay old, GroupStay replacement) {
    return withStays(stays.stream().map(stay -> stay == old ? replacement : stay).toList());
  }

  private CommunityGroup withMeetings(List<Meeting> all) {
    return new CommunityGroup(registration, via, programmes, stays, others, all, closing);
  }

  private CommunityGroup withClosing(@Nullable Closing other) {
    return new CommunityGroup(registration, via, programmes, stays, others, meetings, other);
  }

  private Optional<GroupStay> lastStay(UUID member) {
    return stays.stream()
        .filter(stay -> stay.memberId().equals(member))
        .max(Comparator.comparing(GroupStay::joinedOn));
  }

  private void requireLife(LocalDate day, String pointer, LocalDate today) {
    requirePast(day, pointer, today);
    if (day.isBefore(registration.foundedOn())) {
      throw new GroupRules.BeforeTheFounding(pointer, registration.foundedOn());
    }
    if (closing != null && !day.isBefore(closing.on())) {
      throw new GroupRules.CommunityGroupIsClosed(closing.on());
    }
  }

  private static void requirePast(LocalDate day, String pointer, LocalDate today) {
    if (day.isAfter(today)) {
      throw new GroupRules.DateInTheFuture(pointer);
    }
  }

  /** The days on which something happened in it after its founding. */
  private Stream<LocalDate> happenings() {
    return Stream.of(
            programmes.stream().skip(1).map(Sponsor::from),
            stays.stream().filter(s -> !s.joinedOn().equals(s.leftOn())).map(GroupStay::joinedOn),
            others.stream().map(Others::from),
            meetings.stream().map(Meeting::on))
        .flatMap(days -> days);
  }

  private static Optional<LocalDate> first(Stream<LocalDate> days) {
    return days.min(Comparator.naturalOrder());
  }

  UUID unitId() {
    return registration.unitId();
  }

  boolean livesOn(LocalDate day) {
    return !day.isBefore(registration.foundedOn())
        && (closing == null || day.isBefore(closing.on()));
  }

  /** The programme on a day, or null; before the founding the first one. */
  @Nullable String programmeOn(LocalDate day) {
    return programmes.reversed().stream()
        .filter(known -> !known.from().isAfter(day))
        .findFirst()
        .orElseGet(programmes::getFirst)
        .programme();
  }

  GroupPlace placeOn(LocalDate day) {
    return new GroupPlace(registration.type(), programmeOn(day), unitId(), via);
  }

  /** Members of the Union who belong to it on a day. */
  List<UUID> membersOn(LocalDate day) {
    return stays.stream().filter(stay -> stay.lastsOn(day)).map(GroupStay::memberId).toList();
  }

  /** How many others belong to it on a day. */
  int othersOn(LocalDate day) {
    return others.reversed().stream()
        .filter(known -> !known.from().isAfter(day))
        .findFirst()
        .map(Others::count)
        .orElse(0);
  }

  /** What is known of a meeting; empty where there was none of this id. */
  Optional<Meeting> meeting(UUID id) {
    return meetings.stream().filter(known -> known.id().equals(id)).findFirst();
  }

  /** Everybody it names. */
  List<UUID> people() {
    return Stream.concat(
            stays.stream().map(GroupStay::memberId),
            meetings.stream().flatMap(m -> m.attended().stream()))
        .distinct()
        .toList();
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "CommunityGroup[…]";
  }
}

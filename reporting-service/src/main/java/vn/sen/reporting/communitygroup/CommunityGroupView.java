package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.CommunityGroupEvent;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupMemberLeft;
import vn.sen.events.membership.CommunityGroupEvent.GroupMembersJoined;
import vn.sen.events.membership.CommunityGroupEvent.GroupMet;
import vn.sen.events.membership.CommunityGroupEvent.GroupStayCorrected;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeDefined;
import vn.sen.events.membership.GroupTypeEvent.GroupTypeRenamed;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Coded;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Joined;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Left;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Met;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Named;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Restated;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;
import vn.sen.reporting.reading.ProvinceTime;

/**
 * Counts community groups: each change of an event is an addition to one row. Beside it, who
 * belongs and who came, because people are counted once, and what the types are called.
 */
public final class CommunityGroupView implements ViewDefinition<CommunityGroupRow> {

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Stream.concat(
              Stream.of(CommunityGroupEvent.class.getPermittedSubclasses()),
              Stream.of(GroupTypeDefined.class, GroupTypeRenamed.class))
          .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String name() {
    return "community-groups";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.COMMUNITY_GROUPS, Topic.GROUP_TYPES);
  }

  @Override
  public EventCatalog catalog() {
    return MembershipEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<CommunityGroupRow> rows) {
    var id = meta.aggregate();
    long sequence = meta.sequence();
    switch (event) {
      case CommunityGroupEvent group -> {
        var known = ProvinceTime.known(meta);
        for (var c : group.changes()) {
          rows.add(new Step(id, c.place(), c.measure(), c.date(), known), c.delta());
        }
        people(group, id, sequence, rows);
      }
      case GroupTypeDefined e -> {
        rows.add(new Coded(id, e.code()), 1);
        rows.add(new Named(id, sequence, e.from(), e.name()), 1);
      }
      case GroupTypeRenamed e -> rows.add(new Named(id, sequence, e.from(), e.name()), 1);
      default -> throw new IllegalArgumentException("Not wanted: " + event.getClass().getName());
    }
  }

  private static void people(
      CommunityGroupEvent event, UUID id, long sequence, RowSink<CommunityGroupRow> rows) {
    switch (event) {
      case GroupMembersJoined e ->
          e.memberIds().forEach(member -> rows.add(new Joined(id, member, sequence, e.on()), 1));
      case GroupMemberLeft e ->
          rows.add(new Left(id, e.memberId(), sequence, e.on(), takesLaterStays(e)), 1);
      case GroupStayCorrected e ->
          rows.add(new Restated(id, e.memberId(), sequence, e.on(), e.leftOn()), 1);
      case GroupMet e -> rows.add(new Met(id, e.meetingId(), sequence, e.on(), e.attended()), 1);
      case GroupMeetingCorrected e ->
          rows.add(new Met(id, e.meetingId(), sequence, e.on(), e.attended()), 1);
      case GroupMeetingCancelled e ->
          rows.add(new Met(id, e.meetingId(), sequence, null, List.of()), 1);
      default -> {
        // names no people
      }
    }
  }

  /** Whether the group has fewer members on some later day too, beside those who left then. */
  private static boolean takesLaterStays(GroupMemberLeft event) {
    Map<LocalDate, Long> later = new HashMap<>();
    for (var c : event.changes()) {
      if (c.measure() == GroupMeasure.MEMBERS && c.date().isAfter(event.on())) {
        later.merge(c.date(), c.delta(), Long::sum);
      }
    }
    return later.values().stream().anyMatch(delta -> delta < 0);
  }

  @Override
  public String write(CommunityGroupRow row) {
    return RowText.write(row);
  }

  @Override
  public CommunityGroupRow read(String text) {
    return RowText.read(text);
  }
}

package vn.sen.membership.communitygroup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.membership.orgunit.UnitsInReach;

/** Community groups to read. */
@RestController
@RequestMapping(GroupController.PATH)
class GroupQueries {

  private static final int MAX_PAGE = 500;

  private final GroupHandler handler;
  private final CommunityGroups groups;
  private final UnitsInReach reach;
  private final Clock clock;

  GroupQueries(GroupHandler handler, CommunityGroups groups, UnitsInReach reach, Clock clock) {
    this.handler = handler;
    this.groups = groups;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * A group with everything that was told of it.
   *
   * @param type the code of its type
   * @param parameters values by the keys of the type's parameters
   */
  record GroupView(
      UUID id,
      long version,
      String type,
      String name,
      UUID unitId,
      List<UUID> via,
      LocalDate foundedOn,
      Map<String, String> parameters,
      List<CommunityGroup.Sponsor> programmes,
      List<CommunityGroup.GroupStay> members,
      List<CommunityGroup.Others> others,
      List<CommunityGroup.Meeting> meetings,
      CommunityGroup.@Nullable Closing closing) {

    static GroupView of(Stored<CommunityGroup> stored) {
      var group = stored.state();
      var registration = group.registration();
      return new GroupView(
          stored.id(),
          stored.version(),
          registration.type(),
          registration.name(),
          registration.unitId(),
          group.via(),
          registration.foundedOn(),
          registration.parameters(),
          group.programmes(),
          group.stays(),
          group.others(),
          group.meetings(),
          group.closing());
    }
  }

  /**
   * A group as it stands on the day asked for, in numbers.
   *
   * @param members of the Union who belong to it
   * @param others who belong to it
   * @param meetings held so far
   */
  record GroupLine(
      UUID id,
      long version,
      String type,
      String name,
      UUID unitId,
      @Nullable String programme,
      LocalDate foundedOn,
      @Nullable LocalDate closedOn,
      int members,
      int others,
      long meetings) {

    static GroupLine of(Stored<CommunityGroup> stored, LocalDate day) {
      var group = stored.state();
      var registration = group.registration();
      var closing = group.closing();
      return new GroupLine(
          stored.id(),
          stored.version(),
          registration.type(),
          registration.name(),
          registration.unitId(),
          group.programmeOn(day),
          registration.foundedOn(),
          closing == null ? null : closing.on(),
          group.membersOn(day).size(),
          group.othersOn(day),
          group.meetings().stream().filter(m -> !m.on().isAfter(day)).count());
    }
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<GroupView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = handler.get(id, reader);
    record.shows(Stream.concat(Stream.of(id), stored.state().people().stream()).toList());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(GroupView.of(stored));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    handler.get(id, reader);
    record.shows(id);
    return Page.of(groups.history(id), null);
  }

  /**
   * Groups of a unit and of what is below it today, of all that the reader may see; in numbers,
   * without anybody who belongs to them.
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<GroupLine>> list(
      @RequestParam @Nullable UUID unitId,
      @RequestParam @Nullable String type,
      @RequestParam @Nullable String programme,
      @RequestParam @Nullable Boolean closed,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader) {
    var area = Optional.ofNullable(unitId).map(reach::area);
    var criteria =
        new CommunityGroups.Criteria(
            reach.of(reader), area.map(UnitsInReach.Area::units), type, programme, closed);
    var found =
        groups.list(
            criteria,
            group ->
                handler.isInScope(reader, group)
                    && area.stream().allMatch(a -> a.holds(group.unitId(), group.via())),
            Cursor.parseId(cursor),
            limit + 1);
    var today = LocalDate.now(clock);
    var items = found.stream().limit(limit).map(group -> GroupLine.of(group, today)).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().id().toString()) : null);
  }
}

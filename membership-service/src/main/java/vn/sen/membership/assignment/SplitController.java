package vn.sen.membership.assignment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.membership.assignment.OpenRecords.OpenMembers;
import vn.sen.membership.communitygroup.GroupAssignments.Led;
import vn.sen.membership.member.MemberAssignments.Belonging;
import vn.sen.membership.orgunit.Units;

/** What splits have left open: the worklist of those who know where people went. */
@RestController
@RequestMapping(SplitController.PATH)
class SplitController {

  static final String PATH = "/api/membership/splits";

  private static final int MAX_PAGE = 500;

  private final Assignments assignments;
  private final OpenRecords records;
  private final Units units;

  SplitController(Assignments assignments, OpenRecords records, Units units) {
    this.assignments = assignments;
    this.records = records;
    this.units = units;
  }

  /** A unit by what it was called when it was divided, or set up. */
  record Named(UUID id, String code, String name) {}

  /**
   * A split with what it has left open.
   *
   * @param on the first day of the new map
   * @param unit what was divided
   * @param openBranches branches and teams that follow no successor
   * @param openMembers members who follow none, those of open branches included
   */
  record SplitView(
      UUID redrawingId,
      LocalDate on,
      Named unit,
      List<Named> successors,
      int openBranches,
      long openMembers) {}

  /**
   * A branch or team.
   *
   * @param openMembers members who follow no successor
   */
  record BranchLine(Named unit, long openMembers) {}

  /** A member who follows no successor. */
  record MemberLine(
      UUID id, long version, String fullName, UUID unitId, @Nullable UUID householdId) {
    static MemberLine of(Belonging member) {
      return new MemberLine(
          member.id(), member.version(), member.fullName(), member.unitId(), member.householdId());
    }
  }

  /** A community group that follows no successor. */
  record GroupLine(UUID id, long version, String name, UUID unitId) {
    static GroupLine of(Led group) {
      return new GroupLine(group.id(), group.version(), group.name(), group.unitId());
    }
  }

  /**
   * The splits whose records the reader may assign, the earliest first.
   *
   * @param unitId only what concerns this unit: that was divided, or got a part
   */
  @Needs(Role.OFFICER)
  @GetMapping
  ResponseEntity<Page<SplitView>> list(
      @RequestParam(required = false) @Nullable UUID unitId, Caller reader) {
    return Page.of(
        assignments.splits(reader).stream()
            .filter(
                s -> unitId == null || s.unit().equals(unitId) || s.successors().contains(unitId))
            .map(this::view)
            .toList(),
        null);
  }

  /** One split by the unit that was divided. */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}")
  SplitView get(@PathVariable UUID unitId, Caller reader) {
    return view(assignments.split(unitId, reader));
  }

  private SplitView view(Split split) {
    var map = units.map();
    return new SplitView(
        split.redrawingId(),
        split.on(),
        named(split.unit(), split.on(), map),
        split.successors().stream()
            .map(id -> named(id, split.on(), map))
            .sorted(Comparator.comparing(Named::code))
            .toList(),
        records.openBranches(split).size(),
        records.openMembers(split).stream().mapToLong(OpenMembers::members).sum());
  }

  private static Named named(UUID id, LocalDate day, OrgMap map) {
    return map.unit(id)
        .map(u -> named(u, day))
        .orElseGet(() -> new Named(id, "", "")); // its event is still under way
  }

  private static Named named(OrgUnit unit, LocalDate day) {
    return new Named(unit.id(), unit.code(), unit.nameOn(day));
  }

  /** The branches and teams that follow no successor, by code, with how many members are open. */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}/branches")
  ResponseEntity<Page<BranchLine>> branches(@PathVariable UUID unitId, Caller reader) {
    var split = assignments.split(unitId, reader);
    Map<UUID, Long> open =
        records.openMembers(split).stream()
            .collect(Collectors.toMap(OpenMembers::unitId, OpenMembers::members, Long::sum));
    return Page.of(
        records.openBranches(split).stream()
            .map(u -> new BranchLine(named(u, split.on()), open.getOrDefault(u.id(), 0L)))
            .toList(),
        null);
  }

  /**
   * The members who follow no successor.
   *
   * @param branchId only those of this unit
   * @param householdId only those of this household
   */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}/members")
  ResponseEntity<Page<MemberLine>> members(
      @PathVariable UUID unitId,
      @RequestParam(required = false) @Nullable UUID branchId,
      @RequestParam(required = false) @Nullable UUID householdId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found =
        records.openMembers(
            assignments.split(unitId, reader),
            Cursor.parseId(cursor),
            limit + 1,
            member ->
                (branchId == null || branchId.equals(member.unitId()))
                    && (householdId == null || householdId.equals(member.householdId())));
    var page = found.stream().limit(limit).map(MemberLine::of).toList();
    record.shows(page.stream().map(MemberLine::id).toList());
    return Page.of(page, next(found.size() > limit, page, MemberLine::id));
  }

  /** The community groups that follow no successor. */
  @Needs(Role.OFFICER)
  @GetMapping("/{unitId}/groups")
  ResponseEntity<Page<GroupLine>> groups(
      @PathVariable UUID unitId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    var found =
        records.openGroups(assignments.split(unitId, reader), Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).map(GroupLine::of).toList();
    return Page.of(page, next(found.size() > limit, page, GroupLine::id));
  }

  private static <T> @Nullable String next(boolean more, List<T> page, Function<T, UUID> id) {
    return more ? Cursor.of(id.apply(page.getLast()).toString()) : null;
  }
}

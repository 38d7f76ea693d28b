package vn.sen.membership.orgunit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;

/** Org units to read, from this instance's map. */
@RestController
@RequestMapping(OrgUnitController.PATH)
class OrgUnitQueries {

  private static final int MAX_PAGE = 1000;
  private static final Comparator<OrgUnit> ORDER =
      Comparator.comparing(OrgUnit::code).thenComparing(u -> u.id().toString());

  private final OrgUnitHandler handler;
  private final Units units;
  private final OrgFollower follower;
  private final Scope scope;
  private final Clock clock;

  OrgUnitQueries(
      OrgUnitHandler handler, Units units, OrgFollower follower, Scope scope, Clock clock) {
    this.handler = handler;
    this.units = units;
    this.follower = follower;
    this.scope = scope;
    this.clock = clock;
  }

  /** A number of women that waits for somebody else than its author to approve it. */
  record ProposedWomen(@JsonUnwrapped Unit.StatedWomen count, String author) {
    static ProposedWomen of(Proposal<Unit.StatedWomen> proposal) {
      return new ProposedWomen(proposal.content(), proposal.author());
    }
  }

  /** A unit with what was told about it. */
  record UnitDetails(
      @JsonUnwrapped UnitView unit,
      List<OrgUnit.Name> names,
      List<Unit.StatedWomen> womenCounts,
      List<ProposedWomen> proposedWomenCounts,
      List<OrgUnit.Trait> traits,
      List<UUID> predecessors,
      List<UUID> successors) {}

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<UnitView>> list(
      @RequestParam @Nullable LocalDate at,
      @RequestParam @Nullable UUID under,
      @RequestParam @Nullable UnitLevel level,
      @RequestParam @Nullable UnitTrait trait,
      @RequestParam @Nullable String code,
      @RequestParam(defaultValue = "100") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam @Nullable String cursor) {
    var day = at == null ? LocalDate.now(clock) : at;
    var after = Cursor.parse(cursor, 2);
    var map = units.map();
    var found =
        map.units().stream()
            .filter(u -> u.existsOn(day))
            .filter(u -> level == null || u.level() == level)
            .filter(u -> code == null || u.code().equals(code))
            .filter(u -> under == null || isUnder(map, u, under, day))
            .filter(u -> trait == null || map.hasTrait(u.id(), List.of(), trait, day))
            .filter(u -> after.isEmpty() || isAfter(u, after))
            .sorted(ORDER)
            .limit(limit + 1L)
            .toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit ? Cursor.of(page.getLast().code(), page.getLast().id() + "") : null;
    return Page.of(
        page.stream().map(u -> UnitView.of(u, day, map, follower.seen(u.id()))).toList(), next);
  }

  private static boolean isUnder(OrgMap map, OrgUnit unit, UUID under, LocalDate day) {
    return !unit.id().equals(under) && map.place(unit.id(), List.of(), day).isWithin(under);
  }

  private static boolean isAfter(OrgUnit unit, List<String> last) {
    int byCode = unit.code().compareTo(last.getFirst());
    return byCode > 0 || byCode == 0 && unit.id().toString().compareTo(last.getLast()) > 0;
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<UnitDetails> get(@PathVariable UUID id, Caller reader) {
    var unit = units.unit(id).orElseThrow(() -> new NotFound(id));
    var map = units.map();
    var own = handler.stored(id);
    var view = UnitView.of(unit, unit.nearestDay(LocalDate.now(clock)), map, own.version());
    return ResponseEntity.ok()
        .eTag(Long.toString(own.version()))
        .body(
            new UnitDetails(
                view,
                unit.names(),
                own.state().women(),
                proposed(own.state(), reader, id),
                own.state().traits(),
                map.predecessorsOf(id),
                map.successorsOf(id)));
  }

  /** What is not decided yet is shown only to those who work at the unit. */
  private List<ProposedWomen> proposed(Unit own, Caller reader, UUID id) {
    return scope.covers(reader, id, List.of(), LocalDate.now(clock))
        ? own.proposedWomen().stream().map(ProposedWomen::of).toList()
        : List.of();
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id, Caller reader) {
    return Page.of(handler.history(id, reader), null);
  }
}

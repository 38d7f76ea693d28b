package vn.sen.membership.cadre;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.web.Page;
import vn.sen.membership.cadre.Gaps.Measured;
import vn.sen.membership.member.KnownMembers;
import vn.sen.membership.member.MemberRecords;

/** What those in post lack of what the standards of their titles demand. */
@RestController
@RequestMapping("/api/membership")
class GapController {

  private final Gaps gaps;
  private final KnownMembers members;
  private final MemberRecords records;
  private final Clock clock;

  GapController(Gaps gaps, KnownMembers members, MemberRecords records, Clock clock) {
    this.gaps = gaps;
    this.members = members;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Those in post on a day at a unit and below it, on the map of that day, who lack something.
   * Posts whose title has no standard for the level are left out.
   *
   * @param at today where left out
   * @param all whether to list also those who lack nothing
   * @param limit so many posts make a page
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/gaps")
  ResponseEntity<Page<GapView>> list(
      @RequestParam @Nullable UUID unitId,
      @RequestParam @Nullable UUID titleId,
      @RequestParam @Nullable LocalDate at,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var criteria = new PostList.Criteria(unitId, titleId, dayOr(at));
    var found = gaps.find(reader, criteria, !all, limit, cursor);
    return Page.of(views(found.measured(), record), found.next());
  }

  /**
   * One person, in every post that she holds on a day and whose title has a standard.
   *
   * @param at today where left out
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/people/{id}/gaps")
  ResponseEntity<Page<GapView>> ofPerson(
      @PathVariable UUID id, @RequestParam @Nullable LocalDate at, Caller reader, OnRecord record) {
    records.requireInScope(id, reader);
    return Page.of(views(gaps.of(id, dayOr(at)), record), null);
  }

  private List<GapView> views(List<Measured> measured, OnRecord record) {
    var people =
        members.findAll(measured.stream().map(m -> m.term().personId()).distinct().toList());
    record.shows(people.keySet());
    return measured.stream().map(m -> GapView.of(m, people)).toList();
  }

  private LocalDate dayOr(@Nullable LocalDate at) {
    return at == null ? LocalDate.now(clock) : at;
  }
}

package vn.sen.membership.cadre;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.membership.cadre.CadreRecords.HeldCompetency;
import vn.sen.membership.cadre.CadreRecords.HeldProfession;
import vn.sen.membership.cadre.CadreRecords.HeldTerm;
import vn.sen.membership.cadre.CadreRecords.HeldTheory;
import vn.sen.membership.member.MemberRecords;

/** What one member is qualified for, and the posts that she held. */
@RestController
@RequestMapping("/api/membership/people/{id}")
class PeopleController {

  private final People people;
  private final CadreRecords cadres;
  private final MemberRecords records;
  private final Clock clock;

  PeopleController(People people, CadreRecords cadres, MemberRecords records, Clock clock) {
    this.people = people;
    this.cadres = cadres;
    this.records = records;
    this.clock = clock;
  }

  /**
   * @param level null where she has none, after all
   */
  record NewTheory(@Nullable TheoryLevel level, @NotNull LocalDate from) {}

  /**
   * @param level null where she has none, after all
   */
  record NewProfession(@Nullable ProfessionalLevel level, @NotNull LocalDate from) {}

  /**
   * What she is qualified for.
   *
   * @param version what a change must name in If-Match; 0 while nothing was stated
   * @param competencies what classes gave her, of any time
   */
  record QualificationsView(
      UUID personId,
      long version,
      List<HeldTheory> theory,
      List<HeldProfession> professional,
      List<HeldCompetency> competencies) {}

  @Needs(Role.OFFICER)
  @PostMapping("/theory-levels")
  ResponseEntity<Done> stateTheory(
      @PathVariable UUID id, @Valid @RequestBody NewTheory body, CommandContext by) {
    var stated =
        new Qualifications.Theory(body.level(), DateOutOfRange.checked("/from", body.from()));
    return change(id, by, qualifications -> qualifications.state(id, stated, today()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/professional-levels")
  ResponseEntity<Done> stateProfession(
      @PathVariable UUID id, @Valid @RequestBody NewProfession body, CommandContext by) {
    var stated =
        new Qualifications.Profession(body.level(), DateOutOfRange.checked("/from", body.from()));
    return change(id, by, qualifications -> qualifications.state(id, stated, today()));
  }

  private ResponseEntity<Done> change(
      UUID person, CommandContext by, Function<Qualifications, Decision<Qualifications>> decide) {
    records.requireKnown(person, by.sender());
    return CommandAnswers.changed(people.change(person, by, decide));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/qualifications")
  ResponseEntity<QualificationsView> qualifications(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    records.requireInScope(id, reader);
    record.shows(id);
    var version = people.stated(id).version();
    var held = cadres.held(id);
    return ResponseEntity.ok()
        .eTag(Long.toString(version))
        .body(
            new QualificationsView(
                id, version, held.theory(), held.professional(), held.competencies()));
  }

  /** All her terms, whatever the unit, by first day. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/terms")
  ResponseEntity<Page<HeldTerm>> terms(@PathVariable UUID id, Caller reader, OnRecord record) {
    records.requireInScope(id, reader);
    record.shows(id);
    return Page.of(cadres.terms(id), null);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

package vn.sen.training.nomination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.CourseLevel;
import vn.sen.events.training.NominationRefusal;
import vn.sen.training.course.Courses;
import vn.sen.training.participant.Directory;

/** Nominations over HTTP. */
@RestController
@RequestMapping(NominationController.PATH)
class NominationController {

  static final String PATH = "/api/training/nominations";

  private static final String TEXT = "\\P{Cntrl}*";

  private final Nominations nominations;
  private final Courses courses;
  private final Directory directory;
  private final Scope scope;
  private final Clock clock;

  NominationController(
      Nominations nominations, Courses courses, Directory directory, Scope scope, Clock clock) {
    this.nominations = nominations;
    this.courses = courses;
    this.directory = directory;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * Somebody to propose.
   *
   * @param unitId who proposes
   */
  record NewNomination(
      @NotNull UUID personId,
      @NotNull UUID courseId,
      @NotNull UUID unitId,
      @NotNull LocalDate on) {}

  /**
   * A step that is taken by letter.
   *
   * @param document the number of the letter, or null
   */
  record Letter(
      @Nullable @Size(max = 60) @Pattern(regexp = TEXT) String document, @NotNull LocalDate on) {}

  /**
   * The committee did not agree.
   *
   * @param document the number of its answer, or null
   */
  record NominationRefusedBody(
      @NotNull NominationRefusal reason,
      @Nullable @Size(max = 60) @Pattern(regexp = TEXT) String document,
      @NotNull LocalDate on) {}

  record NominationStep(@NotNull LocalDate on) {}

  /**
   * A nomination as it stands.
   *
   * @param on the day of the last step
   * @param document of the last step, or absent
   */
  record NominationView(
      UUID id,
      long version,
      Nomination.Status status,
      UUID personId,
      UUID courseId,
      UUID unitId,
      LocalDate nominatedOn,
      LocalDate on,
      @Nullable String document,
      @Nullable NominationRefusal refusedFor,
      @Nullable UUID classId) {

    static NominationView of(Stored<Nomination> stored) {
      var nomination = stored.state();
      var proposal = nomination.proposal();
      return new NominationView(
          stored.id(),
          stored.version(),
          nomination.status(),
          proposal.personId(),
          proposal.courseId(),
          proposal.unitId(),
          proposal.on(),
          nomination.on(),
          switch (nomination) {
            case Nomination.Sent sent -> sent.document();
            case Nomination.Accepted accepted -> accepted.document();
            case Nomination.Refused refused -> refused.document();
            default -> null;
          },
          nomination instanceof Nomination.Refused refused ? refused.reason() : null,
          nomination instanceof Nomination.Enrolled enrolled ? enrolled.classId() : null);
    }
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> nominate(@Valid @RequestBody NewNomination body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    scope.require(by.sender(), body.unitId(), on, "/unitId");
    var course = courses.find(body.courseId()).orElseThrow(NominationRules.CourseNotThere::new);
    if (course.on(on).level() == CourseLevel.UPDATE) {
      throw new NominationRules.NoNominationNeeded();
    }
    var today = LocalDate.now(clock);
    requireOwn(by.sender(), body.personId(), on);
    requireOwn(by.sender(), body.personId(), today);
    var proposal = new Nomination.Proposal(body.personId(), body.courseId(), body.unitId(), on);
    return CommandAnswers.created(
        nominations.nominate(by, Nomination.nominate(proposal, today)), PATH);
  }

  /** The sender names the day of a nomination, so a nominee has to be hers today as well. */
  private void requireOwn(Caller sender, UUID person, LocalDate day) {
    var nominee = directory.on(Set.of(person), day).get(person);
    if (nominee == null) {
      throw new NominationRules.NomineeUnknown();
    }
    scope.require(sender, nominee.unitId(), nominee.via(), day, "/personId");
  }

  /** It went to the Party committee. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/sending")
  ResponseEntity<Done> send(
      @PathVariable UUID id, @Valid @RequestBody Letter body, CommandContext by) {
    return change(id, by, (known, today) -> known.send(body.document(), body.on(), today));
  }

  /** The committee agreed. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/acceptance")
  ResponseEntity<Done> accept(
      @PathVariable UUID id, @Valid @RequestBody Letter body, CommandContext by) {
    return change(id, by, (known, today) -> known.accept(body.document(), body.on(), today));
  }

  /** The committee did not agree. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/refusal")
  ResponseEntity<Done> refuse(
      @PathVariable UUID id, @Valid @RequestBody NominationRefusedBody body, CommandContext by) {
    return change(
        id, by, (known, today) -> known.refuse(body.reason(), body.document(), body.on(), today));
  }

  /** She takes part in a class of a school outside the platform. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/enrolment")
  ResponseEntity<Done> enrol(
      @PathVariable UUID id, @Valid @RequestBody NominationStep body, CommandContext by) {
    return change(id, by, (known, today) -> known.enrolElsewhere(body.on(), today));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<Done> withdraw(
      @PathVariable UUID id, @Valid @RequestBody NominationStep body, CommandContext by) {
    return change(id, by, (known, today) -> known.withdraw(body.on(), today));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<NominationView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = nominations.get(id);
    inScope(reader, stored.state());
    record.shows(stored.state().proposal().personId());
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(NominationView.of(stored));
  }

  /** Nominations of a unit and of what is below it today; of all that the reader may see. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<NominationView>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(required = false) Nomination.@Nullable Status status,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found =
        nominations.list(scope.seenBy(reader, unitId), status, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(stored -> stored.state().proposal().personId()).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(NominationView::of).toList(), next);
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, BiFunction<Nomination, LocalDate, Decision<Nomination>> decide) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        nominations.change(id, by, known -> decide.apply(inScope(by.sender(), known), today)));
  }

  private Nomination inScope(Caller caller, Nomination nomination) {
    var proposal = nomination.proposal();
    scope.require(caller, proposal.unitId(), proposal.on(), "");
    return nomination;
  }
}

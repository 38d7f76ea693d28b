package vn.sen.training.trainingclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.ClassPlan;
import vn.sen.training.course.Courses;
import vn.sen.training.plan.Plans;
import vn.sen.training.programme.Programmes;
import vn.sen.training.trainingclass.ClassBodies.Cancellation;
import vn.sen.training.trainingclass.ClassBodies.ClassAssignment;
import vn.sen.training.trainingclass.ClassBodies.ClassClosing;
import vn.sen.training.trainingclass.ClassBodies.ClassDraft;
import vn.sen.training.trainingclass.ClassBodies.ClassView;
import vn.sen.training.trainingclass.ClassBodies.GrantedPlaces;
import vn.sen.training.trainingclass.ClassBodies.NewClass;
import vn.sen.training.trainingclass.ClassBodies.NewParticipants;
import vn.sen.training.trainingclass.ClassBodies.Removal;
import vn.sen.training.trainingclass.ClassBodies.Results;
import vn.sen.training.trainingclass.ClassBodies.SeatView;
import vn.sen.training.trainingclass.ClassBodies.SessionAttendance;

/** Classes over HTTP. */
@RestController
@RequestMapping(ClassController.PATH)
class ClassController {

  static final String PATH = "/api/training/classes";

  private final Classes classes;
  private final Courses courses;
  private final Enrolments enrolments;
  private final Plans plans;
  private final Programmes programmes;
  private final OrgFollower orgUnits;
  private final Scope scope;
  private final Clock clock;

  ClassController(
      Classes classes,
      Courses courses,
      Enrolments enrolments,
      Plans plans,
      Programmes programmes,
      OrgFollower orgUnits,
      Scope scope,
      Clock clock) {
    this.classes = classes;
    this.courses = courses;
    this.enrolments = enrolments;
    this.plans = plans;
    this.programmes = programmes;
    this.orgUnits = orgUnits;
    this.scope = scope;
    this.clock = clock;
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> plan(@Valid @RequestBody NewClass body, CommandContext by) {
    var draft = body.plan();
    scope.require(by.sender(), body.unitId(), draft.begin(), "/unitId");
    var outline = outline(draft, body.courseId(), body.unitId(), null);
    return CommandAnswers.created(
        classes.plan(by, TrainingClass.plan(outline, LocalDate.now(clock))), PATH);
  }

  /**
   * What a class is to be, having made sure of what it names.
   *
   * @param before what it was to be until now; null for a new class
   */
  private Outline outline(ClassDraft draft, UUID courseId, UUID unitId, @Nullable Outline before) {
    var course = courses.find(courseId).orElseThrow(ClassRules.CourseUnknown::new);
    if (!course.isHeldOn(draft.begin())) {
      throw new ClassRules.CourseNotHeldThen();
    }
    var outline =
        before == null
            ? draft.outline(courseId, course, unitId, List.of())
            : draft.outline(courseId, course, unitId, before.via()).after(before);
    requireOrganiser(outline);
    requireProgramme(outline);
    requireAnswer(outline.plan());
    return outline;
  }

  /** The organiser, or who took it over, is there on the first day. */
  private void requireOrganiser(Outline outline) {
    var map = orgUnits.map();
    if (!map.existsOn(outline.plan().unitId(), outline.begin())
        && outline.via().stream().noneMatch(unit -> map.existsOn(unit, outline.begin()))) {
      throw new ClassRules.UnitNotThere();
    }
  }

  private void requireProgramme(Outline outline) {
    var programme = outline.plan().programme();
    if (programme != null && !programmes.runsOn(programme, outline.begin())) {
      throw new ClassRules.ClassProgrammeUnknown();
    }
  }

  /** A class that answers a need of a plan gives what is needed. */
  private void requireAnswer(ClassPlan plan) {
    if (plan.planLineId() == null) {
      return;
    }
    var line = plans.line(plan.planLineId()).orElseThrow(ClassRules.PlanLineUnknown::new);
    if (!line.competency().equals(plan.competency())) {
      throw new ClassRules.AnotherCompetencyNeeded(line.competency());
    }
  }

  /** The plan is another one; course and organiser stay. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/plan")
  ResponseEntity<Done> replan(
      @PathVariable UUID id, @Valid @RequestBody ClassDraft body, CommandContext by) {
    return change(
        id,
        by,
        (known, today) -> {
          var before = known.outline();
          var plan = before.plan();
          return known.replan(outline(body, plan.courseId(), plan.unitId(), before), today);
        });
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/opening")
  ResponseEntity<Done> open(@PathVariable UUID id, CommandContext by) {
    return change(id, by, TrainingClass::open);
  }

  /** A unit may send so many people. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/places")
  ResponseEntity<Done> grant(
      @PathVariable UUID id, @Valid @RequestBody GrantedPlaces body, CommandContext by) {
    return change(
        id,
        by,
        (known, today) -> {
          if (!orgUnits.map().existsOn(body.unitId(), known.outline().begin())) {
            throw new ClassRules.UnitNotThere();
          }
          return known.grant(body.unitId(), body.places(), today);
        });
  }

  /** People are to take part: of the organiser's reach, or of a unit that was granted places. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/participants")
  ResponseEntity<Done> enrol(
      @PathVariable UUID id, @Valid @RequestBody NewParticipants body, CommandContext by) {
    return CommandAnswers.changed(
        classes.change(
            id,
            by,
            known ->
                known.enrol(
                    enrolments.seats(by.sender(), known, body.participants()),
                    LocalDate.now(clock))));
  }

  /** Somebody who was at no session does not take part. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/removals")
  ResponseEntity<Done> remove(
      @PathVariable UUID id, @Valid @RequestBody Removal body, CommandContext by) {
    return change(id, by, (known, today) -> known.remove(body.personId(), today));
  }

  /** Who was at a session and who was not, for as many participants as are named. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/attendance")
  ResponseEntity<Done> attend(
      @PathVariable UUID id, @Valid @RequestBody SessionAttendance body, CommandContext by) {
    return change(id, by, (known, today) -> known.attend(body.session(), body.told(), today));
  }

  /** The last session is over. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/holding")
  ResponseEntity<Done> hold(@PathVariable UUID id, CommandContext by) {
    return change(id, by, TrainingClass::hold);
  }

  /** What participants brought it to; said again, it is corrected. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/results")
  ResponseEntity<Done> result(
      @PathVariable UUID id, @Valid @RequestBody Results body, CommandContext by) {
    return change(id, by, (known, _) -> known.result(body.told()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/closing")
  ResponseEntity<Done> close(
      @PathVariable UUID id, @Valid @RequestBody ClassClosing body, CommandContext by) {
    return change(id, by, (known, today) -> known.close(body.on(), today));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/cancellation")
  ResponseEntity<Done> cancel(
      @PathVariable UUID id, @Valid @RequestBody Cancellation body, CommandContext by) {
    return change(id, by, (known, today) -> known.cancel(body.reason(), today));
  }

  /** The organiser was split: the class follows one of the successors. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignment")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody ClassAssignment body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        classes.change(
            id,
            by,
            known -> {
              var via = known.outline().via();
              var unit = known.outline().plan().unitId();
              var to = body.successorId();
              var splits = orgUnits.map().splitsInto(to, unit, via);
              scope.requireAssigning(by.sender(), unit, via, splits, to);
              return known.assign(to, splits, today);
            }));
  }

  /** A class, with how many took part and nobody's id. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<ClassView> get(@PathVariable UUID id, Caller reader) {
    var stored = classes.get(id);
    var outline = stored.state().outline();
    if (!scope.mayTake(reader, outline.plan().unitId(), outline.via())) {
      inScope(reader, stored.state());
    }
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  /**
   * Classes of a unit and of what is below it today, in no particular order; of all that the reader
   * may see or take.
   *
   * @param from the first day on which they may begin
   * @param to the last one
   * @param planLineId the need of a training plan that they answer
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<ClassView>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(required = false) TrainingClass.@Nullable Status status,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable UUID planLineId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    var criteria =
        new Classes.Criteria(
            scope.seenBy(reader, unitId),
            scope.openTo(reader, unitId),
            status,
            from,
            to,
            planLineId);
    var found = classes.list(criteria, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(ClassController::view).toList(), next);
  }

  /** Who takes part, by id; names are asked of the membership service. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/participants")
  ResponseEntity<Page<SeatView>> participants(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var state = classes.get(id).state();
    inScope(reader, state);
    var behind = Cursor.parseId(cursor);
    var found =
        state.roll().seats().stream()
            .filter(seat -> behind == null || seat.person().compareTo(behind) > 0)
            .sorted(Comparator.comparing(Seat::person))
            .limit(limit + 1L)
            .toList();
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Seat::person).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().person().toString()) : null;
    return Page.of(page.stream().map(SeatView::of).toList(), next);
  }

  private ResponseEntity<Done> change(
      UUID id,
      CommandContext by,
      BiFunction<TrainingClass, LocalDate, Decision<TrainingClass>> decide) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        classes.change(id, by, known -> decide.apply(inScope(by.sender(), known), today)));
  }

  private TrainingClass inScope(Caller caller, TrainingClass known) {
    var outline = known.outline();
    scope.require(caller, outline.plan().unitId(), outline.via(), outline.begin(), "");
    return known;
  }

  private static ClassView view(Stored<TrainingClass> stored) {
    return ClassView.of(stored.id(), stored.version(), stored.state());
  }
}

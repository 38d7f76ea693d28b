package vn.sen.training.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.MemberAttendance;
import vn.sen.training.activity.ActivityBodies.ActivityAssignment;
import vn.sen.training.activity.ActivityBodies.ActivityCancelling;
import vn.sen.training.activity.ActivityBodies.ActivityDraft;
import vn.sen.training.activity.ActivityBodies.ActivityView;
import vn.sen.training.activity.ActivityBodies.Completion;
import vn.sen.training.activity.ActivityBodies.Holding;
import vn.sen.training.activity.ActivityBodies.NewAttendees;
import vn.sen.training.activity.ActivityBodies.NewReport;
import vn.sen.training.programme.Programmes;
import vn.sen.training.theme.KnownThemes;

/** Activities over HTTP. */
@RestController
@RequestMapping(ActivityController.PATH)
class ActivityController {

  static final String PATH = "/api/training/activities";

  private final Activities activities;
  private final KnownAttendees attendees;
  private final Programmes programmes;
  private final KnownThemes themes;
  private final OrgFollower orgUnits;
  private final Scope scope;
  private final Clock clock;

  ActivityController(
      Activities activities,
      KnownAttendees attendees,
      Programmes programmes,
      KnownThemes themes,
      OrgFollower orgUnits,
      Scope scope,
      Clock clock) {
    this.activities = activities;
    this.attendees = attendees;
    this.programmes = programmes;
    this.themes = themes;
    this.orgUnits = orgUnits;
    this.scope = scope;
    this.clock = clock;
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> plan(@Valid @RequestBody ActivityDraft body, CommandContext by) {
    var outline = outline(body, by.sender());
    return CommandAnswers.created(
        activities.plan(by, Activity.plan(outline, LocalDate.now(clock))), PATH);
  }

  /** What the draft describes, if the caller may organise it and all it names is there then. */
  private Outline outline(ActivityDraft draft, Caller caller) {
    var outline = draft.outline();
    var plan = outline.plan();
    scope.require(caller, plan.unitId(), plan.from(), "/unitId");
    requireUnit(plan.unitId(), plan.from(), "/unitId");
    if (plan.targetUnitId() != null) {
      requireUnit(plan.targetUnitId(), plan.from(), "/targetUnitId");
    }
    if (plan.programme() != null && !programmes.runsOn(plan.programme(), plan.from())) {
      throw new ActivityRules.ActivityProgrammeUnknown();
    }
    if (plan.themeId() != null && !themes.taughtOn(plan.themeId(), plan.from())) {
      throw new ActivityRules.ActivityThemeUnknown();
    }
    return outline;
  }

  private void requireUnit(UUID unit, LocalDate day, String pointer) {
    if (!orgUnits.map().existsOn(unit, day)) {
      throw new ActivityRules.ActivityUnitUnknown(pointer);
    }
  }

  /** It is, or was, another one from the beginning. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/plan")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody ActivityDraft body, CommandContext by) {
    return change(id, by, (known, today) -> known.correct(outline(body, by.sender()), today));
  }

  /** It was held, on these days. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/holding")
  ResponseEntity<Done> hold(
      @PathVariable UUID id, @Valid @RequestBody Holding body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    var to = DateOutOfRange.checked("/to", body.to());
    return change(id, by, (known, today) -> known.hold(from, to, today));
  }

  /** Who came; said again, it is corrected. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/participants")
  ResponseEntity<Done> attend(
      @PathVariable UUID id, @Valid @RequestBody NewAttendees body, CommandContext by) {
    return change(
        id,
        by,
        (known, _) -> {
          var day = known.outline().plan().to();
          var members = attendees.of(by.sender(), known, body.members(), day);
          return known.attend(new Attendees(members, body.counted(), body.traitCounts()));
        });
  }

  /** What came of it; reported again, it is corrected. */
  @Needs(Role.OFFICER)
  @PutMapping("/{id}/report")
  ResponseEntity<Done> report(
      @PathVariable UUID id, @Valid @RequestBody NewReport body, CommandContext by) {
    var report = body.told();
    return change(
        id,
        by,
        (known, today) -> {
          for (var recommendation : report.recommendations()) {
            requireUnit(
                recommendation.ownerUnitId(),
                report.on(),
                "/recommendations/" + (recommendation.number() - 1) + "/ownerUnitId");
          }
          return known.report(report, today);
        });
  }

  /** A recommendation was done, says the organiser or the unit that was to do it. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/recommendations/{number}/completion")
  ResponseEntity<Done> done(
      @PathVariable UUID id,
      @PathVariable int number,
      @Valid @RequestBody Completion body,
      CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        activities.change(
            id,
            by,
            known -> {
              if (!owns(by.sender(), known, number)) {
                organised(by.sender(), known);
              }
              return known.done(number, body.on(), today);
            }));
  }

  private boolean owns(Caller caller, Activity known, int number) {
    return known.reported().stream()
        .flatMap(report -> report.recommendations().stream())
        .filter(recommendation -> recommendation.number() == number)
        .anyMatch(
            mine ->
                scope.covers(caller, mine.ownerUnitId(), List.of(), known.outline().plan().to()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/cancellation")
  ResponseEntity<Done> cancel(
      @PathVariable UUID id, @Valid @RequestBody ActivityCancelling body, CommandContext by) {
    return change(id, by, (known, today) -> known.cancel(body.reason(), today));
  }

  /**
   * The organiser or the visited unit was split: what the caller may give of the activity follows
   * one of the successors.
   */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignment")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody ActivityAssignment body, CommandContext by) {
    var today = LocalDate.now(clock);
    var to = body.successorId();
    return CommandAnswers.changed(
        activities.change(
            id,
            by,
            known -> {
              var assignable = assignable(by.sender(), known, to);
              return known.assign(to, part -> assignable.getOrDefault(part, List.of()), today);
            }));
  }

  /**
   * The splits by which the caller may give each part to the successor.
   *
   * @throws OutOfScope if there are splits, and none that she may give a part by (403)
   */
  private Map<Outline.Part, List<Split>> assignable(Caller caller, Activity known, UUID to) {
    var reach = scope.reach(caller);
    var assignable = new HashMap<Outline.Part, List<Split>>();
    boolean divided = false;
    for (var part : known.outline().parts()) {
      var splits = orgUnits.map().splitsInto(to, part.unit(), part.via());
      divided |= !splits.isEmpty();
      assignable.put(
          part,
          splits.stream()
              .filter(split -> scope.mayAssign(reach, part.unit(), part.via(), split, to))
              .toList());
    }
    if (!divided) {
      organised(caller, known);
    } else if (assignable.values().stream().allMatch(List::isEmpty)) {
      throw new OutOfScope("");
    }
    return assignable;
  }

  /** An activity, with how many came and nobody's id. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<ActivityView> get(@PathVariable UUID id, Caller reader) {
    var stored = activities.get(id);
    concerned(reader, stored.state());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  /**
   * Activities that a unit, or what is below it today, organised or was the target of, in no
   * particular order; of all that the reader may see or take.
   *
   * @param from the first day on which they may begin
   * @param to the last one
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<ActivityView>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(required = false) Activity.@Nullable Status status,
      @RequestParam(required = false) @Nullable ActivityKind kind,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    var criteria =
        new Activities.Criteria(
            scope.seenBy(reader, unitId),
            scope.openTo(reader, unitId),
            status,
            kind,
            programme == null ? null : programme.toUpperCase(Locale.ROOT),
            from,
            to);
    var found = activities.list(criteria, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(ActivityController::view).toList(), next);
  }

  /** The members who came, by id; names are asked of the membership service. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/participants")
  ResponseEntity<Page<MemberAttendance>> participants(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var state = activities.get(id).state();
    organised(reader, state);
    var behind = Cursor.parseId(cursor);
    var found =
        state.attendees().members().stream()
            .filter(member -> behind == null || member.memberId().compareTo(behind) > 0)
            .sorted(Comparator.comparing(MemberAttendance::memberId))
            .limit(limit + 1L)
            .toList();
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(MemberAttendance::memberId).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().memberId().toString()) : null;
    return Page.of(page, next);
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, BiFunction<Activity, LocalDate, Decision<Activity>> decide) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        activities.change(id, by, known -> decide.apply(organised(by.sender(), known), today)));
  }

  /** Makes sure that the caller's unit reaches the organiser. */
  private Activity organised(Caller caller, Activity known) {
    var outline = known.outline();
    scope.require(caller, outline.plan().unitId(), outline.via(), outline.plan().from(), "");
    return known;
  }

  /**
   * Makes sure that the reader's unit reaches the organiser, the visited unit or an owner, or that
   * she may take one of the two parts.
   */
  private void concerned(Caller reader, Activity known) {
    var plan = known.outline().plan();
    boolean concerned =
        known.outline().parts().stream()
                .anyMatch(
                    part ->
                        scope.covers(reader, part.unit(), part.via(), plan.from())
                            || scope.mayTake(reader, part.unit(), part.via()))
            || known.reported().stream()
                .flatMap(report -> report.recommendations().stream())
                .anyMatch(one -> scope.covers(reader, one.ownerUnitId(), List.of(), plan.to()));
    if (!concerned) {
      throw new OutOfScope("");
    }
  }

  private static ActivityView view(Stored<Activity> stored) {
    return ActivityView.of(stored.id(), stored.version(), stored.state());
  }
}

package vn.sen.lending.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Result;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.assignment.AssignmentRules;
import vn.sen.chassis.assignment.AssignmentView;
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.web.Page;

/** Assigns by rule the loans that splits have left open. */
@RestController
@RequestMapping("/api/lending/split-assignments")
class AssignmentController {

  private static final int MOST = 1_000;

  private final Assignments assignments;
  private final JobRunner runner;

  AssignmentController(Assignments assignments, JobRunner splitAssignments) {
    this.assignments = assignments;
    this.runner = splitAssignments;
  }

  /**
   * @param unitId the unit that was divided
   * @param successorId who gets what is meant; left out where every loan follows its household
   * @param of what the rule is about; left out where every loan follows its household
   * @param again whether what follows another successor already is given to this one
   */
  record NewAssignment(
      @NotNull UUID unitId,
      @Nullable UUID successorId,
      @NotNull Rule rule,
      @Nullable @Size(max = MOST) List<@NotBlank @Size(max = 50) String> of,
      @Nullable Boolean again) {

    Wanted wanted() {
      var named = Objects.requireNonNullElse(of, List.<String>of());
      if (rule.isAboutNamed() == named.isEmpty()) {
        throw new AssignmentRules.NothingToAssignBy(MOST);
      }
      if (rule.isAboutNamed() == (successorId == null)) {
        throw new AssignmentRules.NoSuccessorOfTheUnit();
      }
      return new Wanted(
          unitId, successorId, rule.name(), rule.read(named), Boolean.TRUE.equals(again));
    }
  }

  /** What would become of how many records; nothing is changed. */
  record Preview(Map<Outcome, Long> counts) {}

  @Needs(Role.OFFICER)
  @PostMapping("/preview")
  Preview preview(@Valid @RequestBody NewAssignment body, Caller caller) {
    return new Preview(assignments.preview(body.wanted(), caller));
  }

  /** Begins to assign; see the answer to GET for how far it is. */
  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<AssignmentView> begin(
      @Valid @RequestBody NewAssignment body, CommandContext by, OnRecord record) {
    var begun = assignments.begin(body.wanted(), by);
    record.does(begun.id());
    runner.wake();
    return ResponseEntity.created(URI.create("/api/lending/split-assignments/" + begun.id()))
        .body(AssignmentView.of(begun));
  }

  @Needs({Role.OFFICER, Role.AUDITOR})
  @GetMapping("/{id}")
  AssignmentView get(@PathVariable UUID id, Caller reader) {
    return AssignmentView.of(assignments.get(id, reader));
  }

  /** What became of each record, as far as it has come. */
  @Needs({Role.OFFICER, Role.AUDITOR})
  @GetMapping("/{id}/results")
  ResponseEntity<Page<Result>> results(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var part = assignments.results(id, cursor, reader);
    record.shows(part.items().stream().map(Result::id).toList());
    return Page.of(part.items(), part.next());
  }
}

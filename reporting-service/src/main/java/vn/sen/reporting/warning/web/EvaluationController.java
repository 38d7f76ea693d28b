package vn.sen.reporting.warning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.store.NotFound;
import vn.sen.reporting.warning.store.Evaluation;
import vn.sen.reporting.warning.store.Evaluations;

/** Compares all rules with all units out of turn, and tells subscribers what is otherwise. */
@RestController
@RequestMapping(EvaluationController.PATH)
class EvaluationController {

  static final String PATH = WarningController.PATH + "/evaluation";

  private final Evaluations evaluations;
  private final JobRunner runner;
  private final Scope scope;

  EvaluationController(
      Evaluations evaluations, @Qualifier("warningRunner") JobRunner runner, Scope scope) {
    this.evaluations = evaluations;
    this.runner = runner;
    this.scope = scope;
  }

  @Operation(
      summary = "Đánh giá ngay tất cả quy tắc cảnh báo",
      description =
          "Begins to compare all rules with all units as of today and publishes what is otherwise"
              + " than was told before. Ask for its state until it is DONE.")
  @ApiResponse(responseCode = "202", description = "It is under way; Location says where to ask")
  @ApiResponse(responseCode = "403", description = "The caller does not act for the whole Union")
  @Needs({Role.ADMINISTRATOR, Role.APPROVER})
  @PostMapping
  ResponseEntity<Evaluation> evaluate(CommandContext by, OnRecord record) {
    scope.requireTop(by.sender());
    var id = by.newId();
    record.does(id);
    var requested = evaluations.request(id);
    runner.wake();
    return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(requested);
  }

  @Operation(
      summary = "Một lần đánh giá cảnh báo",
      description = "How far an evaluation is, and how many warnings it told of.")
  @Needs({Role.ADMINISTRATOR, Role.APPROVER, Role.AUDITOR})
  @GetMapping("/{id}")
  Evaluation show(@PathVariable UUID id, Caller caller) {
    scope.requireTop(caller);
    return evaluations.find(id).orElseThrow(() -> new NotFound(id));
  }
}

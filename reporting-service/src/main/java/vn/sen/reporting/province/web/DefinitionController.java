package vn.sen.reporting.province.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.reporting.province.DefinitionCheck;
import vn.sen.reporting.province.ReportDefinition;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.province.store.Definitions;

/** What reports show, as the Union sets it. */
@RestController
@RequestMapping(DefinitionController.PATH)
class DefinitionController {

  static final String PATH = "/api/reporting/definitions";

  private final Definitions definitions;
  private final Scope scope;

  DefinitionController(Definitions definitions, Scope scope) {
    this.definitions = definitions;
    this.scope = scope;
  }

  /** Definitions as they stand. */
  record Listed(List<Entry> items) {}

  /** A definition in a list. */
  record Entry(String code, long version, String title) {}

  @Operation(
      summary = "Đặt mẫu báo cáo",
      description =
          "Sets what a report shows and the day of each of its figures. A new definition is set"
              + " against version 0 (If-Match); what it replaces stays among its versions.")
  @ApiResponse(responseCode = "200", description = "It is set; the version is in the ETag")
  @ApiResponse(responseCode = "422", description = "It cannot make a report; the problem says why")
  @Needs({Role.APPROVER, Role.ADMINISTRATOR})
  @PutMapping("/{code}")
  ResponseEntity<CommandAnswers.Done> set(
      @PathVariable @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String code,
      @RequestBody ReportDefinition body,
      CommandContext by) {
    scope.requireTop(by.sender());
    if (definitions.isGeneral(code)) {
      throw new DefinitionOfPlatform();
    }
    var definition =
        new ReportDefinition(
            code, body.title(), body.notice(), body.asOf(), body.paper(), body.sections());
    DefinitionCheck.check(definition);
    return CommandAnswers.changed(definitions.set(by, definition));
  }

  @Operation(summary = "Một mẫu báo cáo", description = "A definition, by default its last version")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{code}")
  ResponseEntity<Versioned> get(
      @PathVariable String code, @RequestParam(required = false) @Nullable Long version) {
    var found = definitions.get(Objects.requireNonNull(code), version, "");
    return ResponseEntity.ok().eTag(Long.toString(found.version())).body(found);
  }

  @Operation(summary = "Các mẫu báo cáo", description = "All definitions as they stand, by code")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  Listed list() {
    return new Listed(
        definitions.list().stream()
            .map(d -> new Entry(d.definition().code(), d.version(), d.definition().title()))
            .toList());
  }
}

package vn.sen.reporting.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.reporting.programme.ProgrammeReport;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.ProgrammeReports.Reading;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.reading.web.UnitReports;
import vn.sen.reporting.reading.web.UnitReports.Asking;

/** The report of the Union's programmes. */
@RestController
@RequestMapping("/api/reporting/programmes")
@ReportResponses
class ProgrammeController {

  private final UnitReports<ProgrammeReports, Reading> reports;
  private final Clock clock;

  ProgrammeController(Editions<ProgrammeReports> editions, Scope scope, Clock clock) {
    this.reports = new UnitReports<>(editions, ProgrammeReports::read, scope);
    this.clock = clock;
  }

  @Operation(
      summary = "Chỉ tiêu và kết quả các chương trình, đề án của một đơn vị trong năm",
      description =
          "Programmes of the Union with their indicators: targets, and results that are counted by"
              + " rule from classes, groups, activities, loans and people in post or, where they"
              + " cannot be counted, stated. Loan programmes are not among them.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<ProgrammeReport>> programmes(
      @Valid @ParameterObject Subject subject,
      @Valid @ParameterObject ProgrammeDetails details,
      @Parameter(description = "The code of a programme of the Union; all if absent")
          @RequestParam(required = false)
          @Nullable String programme,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, programme, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::report);
  }
}

package vn.sen.reporting.training.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Set;
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
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.reading.web.UnitReports;
import vn.sen.reporting.reading.web.UnitReports.Asking;
import vn.sen.reporting.training.CoverageReport;
import vn.sen.reporting.training.Dimension;
import vn.sen.reporting.training.TrainingReport;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingReports.Reading;

/** Classes, who took part, and who in post is trained. */
@RestController
@RequestMapping("/api/reporting/training")
@ReportResponses
class TrainingController {

  private final UnitReports<TrainingReports, Reading> reports;
  private final Clock clock;

  TrainingController(Editions<TrainingReports> editions, Scope scope, Clock clock) {
    this.reports = new UnitReports<>(editions, TrainingReports::read, scope);
    this.clock = clock;
  }

  @Operation(
      summary = "Lớp tập huấn, số người và lượt người tham dự của một đơn vị",
      description =
          "Classes, sessions and budgets of a unit and of the units of a level below it, and their"
              + " people who took part: each once, and in turns; by theme, course, programme and"
              + " category.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<TrainingReport>> training(
      @Valid @ParameterObject Subject subject,
      @ParameterObject TrainingDetails details,
      @Parameter(description = "What the total is divided by; THEME if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, by == null ? Set.of(Dimension.THEME) : by, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::report);
  }

  @Operation(
      summary = "Tỷ lệ cán bộ đương chức đã được đào tạo, theo chức danh và đơn vị",
      description =
          "People in post on a date, of these the trained ones, how often they took part, and"
              + " vacant seats: of a unit and of the units of a level below it, by title and"
              + " level.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/coverage")
  @Nullable ResponseEntity<ReportAnswer<CoverageReport>> coverage(
      @Valid @ParameterObject Subject subject,
      @ParameterObject CoverageDetails details,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::coverage);
  }
}

package vn.sen.reporting.voice.web;

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
import vn.sen.reporting.voice.Dimension;
import vn.sen.reporting.voice.VoiceReport;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceReports.Reading;

/** The report of the voices. */
@RestController
@RequestMapping("/api/reporting/voices")
@ReportResponses
class VoiceController {

  private final UnitReports<VoiceReports, Reading> reports;
  private final Clock clock;

  VoiceController(Editions<VoiceReports> editions, Scope scope, Clock clock) {
    this.reports = new UnitReports<>(editions, VoiceReports::read, scope);
    this.clock = clock;
  }

  @Operation(
      summary =
          "Tâm tư, nguyện vọng, kiến nghị của một đơn vị và việc trả lời, theo ngày và bản đồ bất"
              + " kỳ",
      description =
          "Needs and petitions raised, open, overdue, answered in time or late, closed, reopened"
              + " and withdrawn, of a unit and of the units of a level below it, by kind, subject"
              + " area, unit where raised and owner.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<VoiceReport>> voices(
      @Valid @ParameterObject Subject subject,
      @ParameterObject VoiceDetails details,
      @Parameter(description = "What the total is divided by; KIND and SUBJECT if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, by == null ? Set.of(Dimension.KIND, Dimension.SUBJECT) : by, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::report);
  }
}

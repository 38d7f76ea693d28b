package vn.sen.reporting.membership.web;

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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipReports.Reading;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.reading.web.UnitReports;
import vn.sen.reporting.reading.web.UnitReports.Asking;

/** The membership report. */
@RestController
@RequestMapping("/api/reporting/membership")
@ReportResponses
class MembershipController {

  private final UnitReports<MembershipReports, Reading> reports;
  private final Clock clock;

  MembershipController(Editions<MembershipReports> editions, Scope scope, Clock clock) {
    this.reports = new UnitReports<>(editions, MembershipReports::read, scope);
    this.clock = clock;
  }

  @Operation(
      summary = "Hội viên của một đơn vị, theo ngày và theo bản đồ hành chính bất kỳ",
      description =
          "Members, flows by reason, women and gathering rates of a unit and of the units of a"
              + " level below it.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<MembershipReport>> membership(
      @Valid @ParameterObject Subject subject,
      @ParameterObject MembershipDetails details,
      @Parameter(
              description =
                  "What the reader has written and must see, from the answers to her commands")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::report);
  }
}

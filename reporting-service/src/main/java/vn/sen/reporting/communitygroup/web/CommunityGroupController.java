package vn.sen.reporting.communitygroup.web;

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
import vn.sen.reporting.communitygroup.CommunityGroupReport;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupReports.Reading;
import vn.sen.reporting.communitygroup.Dimension;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.reading.web.UnitReports;
import vn.sen.reporting.reading.web.UnitReports.Asking;

/** The report of the community groups. */
@RestController
@RequestMapping("/api/reporting/groups")
@ReportResponses
class CommunityGroupController {

  private final UnitReports<CommunityGroupReports, Reading> reports;
  private final Clock clock;

  CommunityGroupController(Editions<CommunityGroupReports> editions, Scope scope, Clock clock) {
    this.reports = new UnitReports<>(editions, CommunityGroupReports::read, scope);
    this.clock = clock;
  }

  @Operation(
      summary = "Tổ, câu lạc bộ, mô hình của một đơn vị, theo ngày và theo bản đồ bất kỳ",
      description =
          "Community groups that live, were founded and closed, people who belong to them, meetings"
              + " and attendances, of a unit and of the units of a level below it, by type and"
              + " programme. Savings and credit groups are not among them.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<CommunityGroupReport>> groups(
      @Valid @ParameterObject Subject subject,
      @ParameterObject CommunityGroupDetails details,
      @Parameter(description = "What the total is divided by; TYPE if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return reports.answer(
        details.query(subject, by == null ? Set.of(Dimension.TYPE) : by, clock),
        new Asking(subject.knownAt(), consistency, reader, request),
        Reading::report);
  }
}

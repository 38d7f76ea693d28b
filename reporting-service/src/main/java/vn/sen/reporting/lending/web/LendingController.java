package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.AgeingReport;
import vn.sen.reporting.lending.Dimension;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReport;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.MaturityReport;
import vn.sen.reporting.lending.StatementVariance;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;

/** What households owe: as sums. */
@RestController
@RequestMapping("/api/reporting/lending")
@ReportResponses
class LendingController {

  private static final List<Dimension> DEFAULT_BY = List.of(Dimension.BANK, Dimension.PROGRAMME);

  private final Editions<LendingReports> editions;
  private final LendingAccess access;
  private final Clock clock;

  LendingController(Editions<LendingReports> editions, LendingAccess access, Clock clock) {
    this.editions = editions;
    this.access = access;
    this.clock = clock;
  }

  @Operation(
      summary = "Dư nợ của một đơn vị theo ngân hàng, chương trình và bản đồ bất kỳ",
      description =
          "Outstanding, overdue and frozen principal, distinct households and the movement of a"
              + " unit and of the units of a level below it, by bank, programme and group rank.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<LendingReport>> lending(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "The first day of the movement; the first of asOf's year if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @ParameterObject Choice choice,
      @Parameter(description = "What the total is divided by; BANK and PROGRAMME if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = subject.day(clock);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var query =
        new LendingQuery(
            subject.unit(),
            until,
            subject.map(clock),
            level,
            subject.since(from, clock),
            choice.of(access.bank(reader, reading, choice.bank())),
            by == null ? Set.copyOf(DEFAULT_BY) : by);
    access.require(reader, reading.unit(query), query.asOf());
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.report(query));
  }

  @Operation(
      summary = "Nợ quá hạn theo thời gian quá hạn",
      description = "Overdue principal by age: up to 90, 180 and 360 days, and longer.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping("/ageing")
  @Nullable ResponseEntity<ReportAnswer<AgeingReport>> ageing(
      @Valid @ParameterObject Subject subject,
      @RequestParam(required = false) @Nullable UnitLevel level,
      @ParameterObject Choice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var query = query(subject, level, choice.of(access.bank(reader, reading, choice.bank())));
    access.require(reader, reading.unit(query), query.asOf());
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.ageing(query));
  }

  @Operation(
      summary = "Nợ đến hạn theo tháng",
      description = "Outstanding principal by the month in which the last of it is due.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping("/maturities")
  @Nullable ResponseEntity<ReportAnswer<MaturityReport>> maturities(
      @Valid @ParameterObject Subject subject,
      @RequestParam(required = false) @Nullable UnitLevel level,
      @ParameterObject Choice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var query = query(subject, level, choice.of(access.bank(reader, reading, choice.bank())));
    access.require(reader, reading.unit(query), query.asOf());
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.maturities(query));
  }

  private LendingQuery query(Subject subject, @Nullable UnitLevel level, Selection selection) {
    var until = subject.day(clock);
    return new LendingQuery(
        subject.unit(), until, subject.map(clock), level, until, selection, Set.of());
  }

  @Operation(
      summary = "Chênh lệch với sao kê của ngân hàng",
      description =
          "Each statement with what it says, what the platform counts, and the differences by"
              + " cause; the latest day first.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping("/statements")
  @Nullable ResponseEntity<ReportAnswer<Statements>> statements(
      @Parameter(description = "A bank's code or id") @RequestParam(required = false)
          @Nullable String bank,
      @Parameter(description = "The day at whose end it was known so; now if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate knownAt,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    access.requireTop(reader);
    var edition = editions.open(knownAt, consistency);
    var reading = edition.reports().read();
    var only = access.bank(reader, reading, bank);
    return edition.answer(
        reading.position(),
        reading.mapVersion(),
        "statements " + only,
        request,
        () -> new Statements(reading.statements(only)));
  }

  /** Statements, the latest day first. */
  record Statements(List<StatementVariance> statements) {}
}

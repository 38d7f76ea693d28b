package vn.sen.reporting.province.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import vn.sen.reporting.books.Books;
import vn.sen.reporting.province.Origins;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReporter;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.province.paper.Format;
import vn.sen.reporting.province.paper.Imprint;
import vn.sen.reporting.province.store.Definitions;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.EntityTag;
import vn.sen.reporting.reading.web.FigureLinks;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.ReportResponses;
import vn.sen.reporting.reading.web.Subject;

/** The province report: to read by machines, and printed. */
@RestController
@RequestMapping("/api/reporting")
@ReportResponses
class ProvinceController {

  private static final String PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Editions<Books> editions;
  private final ProvinceReports reports;
  private final Definitions definitions;
  private final Scope scope;
  private final Clock clock;
  private final boolean simulated;

  /**
   * @param simulated whether the figures of this instance are made up
   */
  ProvinceController(
      Editions<Books> editions,
      ProvinceReports reports,
      Definitions definitions,
      Scope scope,
      Clock clock,
      @Value("${sen.reporting.simulated:false}") boolean simulated) {
    this.editions = editions;
    this.reports = reports;
    this.definitions = definitions;
    this.scope = scope;
    this.clock = clock;
    this.simulated = simulated;
  }

  /** What an answer depends on beside the books. */
  private record Asked(String definition, long version, ProvinceQuery query) {}

  private record Printed(Asked asked, Format format, Object knownAt, boolean simulated) {}

  /** A report that the reader may see, before it is made. */
  private record Opened(
      Edition<Books> edition,
      ProvinceReports.Reading reading,
      Versioned definition,
      ProvinceQuery query) {

    Asked asked() {
      return new Asked(definition.definition().code(), definition.version(), query);
    }

    ProvinceReport report() {
      return reading.report(definition, query);
    }
  }

  @Operation(
      summary = "Báo cáo tổng hợp của một đơn vị theo mẫu của Hội",
      description =
          "Every section as the Union publishes it: members, training, groups, loans and"
              + " programmes, each figure with its indicator and the day that the definition gives"
              + " it; and the same figures of the units of a level below.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/province")
  @Nullable ResponseEntity<ReportAnswer<ProvinceReport>> province(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var opened = open(subject, choice, consistency, reader);
    return opened
        .edition()
        .answer(
            opened.reading().position(),
            opened.reading().mapVersion(),
            opened.asked(),
            request,
            opened::report,
            report -> links(report, opened, subject.knownAt()));
  }

  /** A figure that nobody can tell, of no unit, leads nowhere. */
  private static FigureLinks links(
      ProvinceReport report, Opened opened, @Nullable LocalDate knownAt) {
    var query = opened.query();
    var links =
        new FigureLinks(query.unit(), knownAt)
            .asked("level", report.level())
            .asked("trait", query.trait());
    for (var figure : report.told()) {
      Origins.of(figure.indicator(), figure.of())
          .ifPresent(origin -> links.add(figure.key(), origin, figure.asOf(), report.hierarchy()));
    }
    return links;
  }

  @Operation(
      summary = "Báo cáo tổng hợp, bản in PDF",
      description =
          "The report in the layout of official documents, with tables and charts. Its number and"
              + " day are open until it is issued.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping(path = "/province.pdf", produces = PDF)
  @Nullable ResponseEntity<byte[]> pdf(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return print(Format.PDF, open(subject, choice, consistency, reader), request);
  }

  @Operation(
      summary = "Báo cáo tổng hợp, tệp Word",
      description = "The same document to go on writing; its charts can be changed.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping(path = "/province.docx", produces = DOCX)
  @Nullable ResponseEntity<byte[]> docx(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return print(Format.DOCX, open(subject, choice, consistency, reader), request);
  }

  @Operation(
      summary = "Báo cáo tổng hợp, tệp Excel",
      description = "All figures of the unit and of the units below it as numbers.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping(path = "/province.xlsx", produces = XLSX)
  @Nullable ResponseEntity<byte[]> xlsx(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return print(Format.XLSX, open(subject, choice, consistency, reader), request);
  }

  /** Opens the books, if the reader may see the unit on every day that the report speaks of. */
  private Opened open(Subject subject, Choice choice, @Nullable String consistency, Caller reader)
      throws InterruptedException {
    var definition =
        definitions.get(choice.definition(), choice.definitionVersion(), "?definition");
    var query =
        new ProvinceQuery(
            subject.unit(), subject.day(clock), subject.map(clock), choice.level(), choice.trait());
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = reports.read(edition.reports());
    var unit = reading.unit(query);
    for (var day : ProvinceReporter.days(definition.definition(), query.asOf())) {
      scope.require(reader, unit, day, "?unit");
    }
    return new Opened(edition, reading, definition, query);
  }

  private @Nullable ResponseEntity<byte[]> print(Format format, Opened opened, WebRequest request) {
    var edition = opened.edition();
    var etag =
        EntityTag.of(
            opened.reading().position(),
            opened.reading().mapVersion(),
            new Printed(opened.asked(), format, String.valueOf(edition.knownAt()), simulated),
            edition.stale(),
            edition.state().complete());
    if (request.checkNotModified(etag)) {
      return null;
    }
    var report = opened.report();
    var file =
        "bao-cao-%s-%s.%s"
            .formatted(report.unit().code(), report.asOf(), format.name().toLowerCase(Locale.ROOT));
    return ResponseEntity.ok()
        .eTag(etag)
        .cacheControl(CacheControl.noCache())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .body(format.print(report, Imprint.draft(simulated)));
  }
}

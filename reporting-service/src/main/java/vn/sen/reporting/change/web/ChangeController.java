package vn.sen.reporting.change.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.reporting.change.ChangeQuery;
import vn.sen.reporting.change.ChangeReader;
import vn.sen.reporting.change.ChangeReader.Until;
import vn.sen.reporting.change.ChangedEvent;
import vn.sen.reporting.change.ChangedEvent.Place;
import vn.sen.reporting.change.ChangedReport;
import vn.sen.reporting.change.Difference;
import vn.sen.reporting.change.web.ChangeConfiguration.EditionOfReport;
import vn.sen.reporting.reading.web.Dates;

/** What changed in a report between two days of knowledge. */
@RestController
@RequestMapping("/api/reporting/{report}/changes")
class ChangeController {

  private static final int MAX_PAGE = 200;

  private final ChangeReader changes;
  private final EditionOfReport editions;
  private final Scope scope;
  private final Clock clock;

  ChangeController(ChangeReader changes, EditionOfReport editions, Scope scope, Clock clock) {
    this.changes = changes;
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary = "Số liệu đã thay đổi vì sao so với những gì đã biết đến một ngày",
      description =
          "The figures of a report's total as known at the end of a day and as known at a later"
              + " moment, the differences by cause, and the events that made them, by when they"
              + " were recorded. Records are told by their ids alone.")
  @ApiResponse(responseCode = "200", description = "The difference, with a page of events")
  @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
  @ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
  @ApiResponse(
      responseCode = "404",
      description =
          "No such unit on the hierarchy's date (the problem names its successors) or no such"
              + " report")
  @ApiResponse(
      responseCode = "410",
      description = "The log does not hold any more what was known then")
  @ApiResponse(responseCode = "422", description = "The days of knowledge are turned round")
  @ApiResponse(
      responseCode = "503",
      description = "The figures are still being loaded, or the log cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  Answer changes(
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"membership", "lending", "training", "groups", "voices"}))
          @PathVariable
          String report,
      @Parameter(
              description = "The code that the unit bears on the hierarchy's date, or its id",
              example = "54")
          @RequestParam
          String unit,
      @Parameter(description = "The business date of the figures; today if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate asOf,
      @Parameter(description = "The day whose map sums the figures; asOf if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate hierarchy,
      @Parameter(description = "The earlier moment is the end of this day")
          @RequestParam
          @DateTimeFormat(iso = ISO.DATE)
          LocalDate knownAt,
      @Parameter(description = "The later moment is the end of this day; now if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate until,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader)
      throws InterruptedException {
    var kind = ChangedReport.of(report).orElseThrow(ReportWithoutChanges::new);
    var day = Dates.check("asOf", Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
    var query =
        new ChangeQuery(
            unit,
            day,
            Dates.check("hierarchy", Objects.requireNonNullElse(hierarchy, day)),
            Dates.check("knownAt", knownAt));
    var last = until == null ? null : Dates.check("until", until);
    var page = page(cursor);
    var after = page == null ? null : page.after();
    editions.of(kind).open(null, consistency);
    scope.require(reader, changes.unit(query), day, "?unit");
    var found = changes.changes(kind, query, last, page == null ? null : page.until());
    var events = found.changes().events(after, limit + 1);
    var items = events.subList(0, Math.min(limit, events.size()));
    return new Answer(
        found.changes().difference(),
        day,
        query.hierarchy(),
        knownAt,
        last,
        items,
        events.size() > limit ? cursor(items.getLast().place(), found.until()) : null);
  }

  /** Where a page begins, and the later moment of the whole list. */
  private record Start(Place after, Until until) {}

  private static String cursor(Place last, Until until) {
    return Cursor.of(
        last.recordedAt().toString(),
        last.aggregate().toString(),
        Long.toString(last.sequence()),
        JsonMapper.shared().writeValueAsString(until));
  }

  private static @Nullable Start page(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 4);
    try {
      return parts.isEmpty()
          ? null
          : new Start(
              new Place(
                  Instant.parse(parts.get(0)),
                  UUID.fromString(parts.get(1)),
                  Long.parseLong(parts.get(2))),
              JsonMapper.shared().readValue(parts.get(3), Until.class));
    } catch (DateTimeException | IllegalArgumentException | JacksonException e) {
      throw new CursorInvalid();
    }
  }

  /**
   * A difference with a page of its events.
   *
   * @param until the day that was asked for; null for now
   * @param next the cursor of the next page, null on the last one
   */
  record Answer(
      @JsonUnwrapped Difference difference,
      LocalDate asOf,
      LocalDate hierarchy,
      LocalDate knownAt,
      @Nullable LocalDate until,
      List<ChangedEvent> items,
      @Nullable String next) {}
}

package vn.sen.reporting.reading.web;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.view.ViewPosition;

/**
 * Reports as they are now, or as they were known at the end of a day.
 *
 * @param knownAt the day that was asked for, today at the latest; null if none was
 * @param stale whether the wait for what the reader has written was given up
 */
public record Edition<R>(R reports, @Nullable LocalDate knownAt, State state, boolean stale) {

  private record Asked(Object query, LocalDate knownAt) {}

  /**
   * A report with where it comes from, or null where the reader has it already.
   *
   * @param position up to where the log is in the report
   * @param mapVersion of the map that sums it
   * @param query a record of the parameters
   * @param report made only if it is needed
   */
  public <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      ViewPosition position,
      String mapVersion,
      Object query,
      WebRequest request,
      Supplier<T> report) {
    return answer(position, mapVersion, query, request, Links.of(request, query), report);
  }

  /**
   * The same of a report that takes its figures from other ones.
   *
   * @param figures leads to what they are made of
   */
  public <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      ViewPosition position,
      String mapVersion,
      Object query,
      WebRequest request,
      Supplier<T> report,
      Function<T, FigureLinks> figures) {
    var links = Links.of(request, query);
    return answer(
        position, mapVersion, query, request, made -> links.with(figures.apply(made)), report);
  }

  /**
   * The same with other links than a report's.
   *
   * @param links to what belongs to the answer
   */
  public <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      ViewPosition position,
      String mapVersion,
      Object query,
      WebRequest request,
      Links links,
      Supplier<T> report) {
    return answer(position, mapVersion, query, request, _ -> links, report);
  }

  private <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      ViewPosition position,
      String mapVersion,
      Object query,
      WebRequest request,
      Function<T, Links> links,
      Supplier<T> report) {
    var asked = knownAt == null ? query : new Asked(query, knownAt);
    var shown = Representation.of(request).of(asked);
    var etag = EntityTag.of(position, mapVersion, shown, stale, state.complete());
    if (request.checkNotModified(etag)) {
      return null;
    }
    var from = Position.of(position, mapVersion);
    var made = report.get();
    return ResponseEntity.ok()
        .eTag(etag)
        .cacheControl(CacheControl.noCache())
        .body(new ReportAnswer<>(made, knownAt, from, state, stale, links.apply(made)));
  }
}

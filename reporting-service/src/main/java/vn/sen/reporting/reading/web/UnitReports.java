package vn.sen.reporting.reading.web;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.UnitReading;

/**
 * The reports of one kind, for those who may see the unit's.
 *
 * @param <R> the reports
 * @param <M> what they read: figures and map of one moment
 */
public final class UnitReports<R, M extends UnitReading> {

  private final Editions<R> editions;
  private final Function<R, M> read;
  private final Scope scope;

  /**
   * @param read fixes figures and map
   */
  public UnitReports(Editions<R> editions, Function<R, M> read, Scope scope) {
    this.editions = editions;
    this.read = read;
    this.scope = scope;
  }

  /**
   * Who asks.
   *
   * @param knownAt the day at whose end it was known, or null for now
   * @param consistency the header with what she has written, or null
   */
  public record Asking(
      @Nullable LocalDate knownAt,
      @Nullable String consistency,
      Caller reader,
      WebRequest request) {}

  /** Figures and map that the reader may see. */
  public record Opened<M>(Edition<?> edition, M reading) {}

  /**
   * Figures and map for a question.
   *
   * @throws OutOfScope if the unit is not the reader's (403)
   */
  public Opened<M> open(Dated query, Asking by) throws InterruptedException {
    var edition = editions.open(by.knownAt(), by.consistency());
    var reading = read.apply(edition.reports());
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(by.reader(), reading.unit(query), query.asOf(), "?unit");
    return new Opened<>(edition, reading);
  }

  /**
   * A report, or null where the reader has it already.
   *
   * @param report makes it, if it is needed
   * @throws OutOfScope if the unit is not the reader's (403)
   */
  public <Q extends Dated, T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      Q query, Asking by, BiFunction<M, Q, T> report) throws InterruptedException {
    var opened = open(query, by);
    var reading = opened.reading();
    return opened
        .edition()
        .answer(
            reading.position(),
            reading.mapVersion(),
            query,
            by.request(),
            () -> report.apply(reading, query));
  }
}

package vn.sen.reporting.explanation.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.web.Explanations.Question;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.UnitReading;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.reading.web.UnitReports;

/**
 * Answers what the figures of the reports of one kind are made of, to those who may see the unit's.
 *
 * @param <R> the reports
 * @param <M> what they read: figures and map of one moment
 */
public final class UnitExplanations<R, M extends UnitReading> {

  private final UnitReports<R, M> reports;
  private final Explanations explanations;

  /**
   * @param read fixes figures and map
   */
  public UnitExplanations(
      Editions<R> editions, Function<R, M> read, Explanations explanations, Scope scope) {
    this.reports = new UnitReports<>(editions, read, scope);
    this.explanations = explanations;
  }

  /**
   * Which figure a reader asks for, of which figures.
   *
   * @param consistency the header with what she has written, or null
   */
  public record Asking(
      Subject subject,
      FigureChoice choice,
      @Nullable String consistency,
      Caller reader,
      WebRequest request) {

    /**
     * With what this means to the report.
     *
     * @param section in which part of the report the figure stands
     * @param explainer of that part
     */
    public <M, P> Asked<M, P> of(Dated query, Object section, Function<M, Explainer<P>> explainer) {
      return new Asked<>(this, query, section, explainer);
    }
  }

  /** What a reader asks for, as the report understands it. */
  public record Asked<M, P>(
      Asking by, Dated query, Object section, Function<M, Explainer<P>> explainer) {}

  /** An explainer with the question that it is to answer. */
  private record Opened<P>(Question question, Explainer<P> explainer) {}

  /** A page of what a figure is made of. */
  public <P> @Nullable ResponseEntity<ReportAnswer<Explanation<P>>> page(Asked<M, P> asked)
      throws InterruptedException {
    var opened = open(asked, "");
    return explanations.page(opened.question(), opened.explainer());
  }

  /** A page of the events behind a part. */
  public @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(Asked<M, ?> asked, String part)
      throws InterruptedException {
    var opened = open(asked, part);
    return explanations.events(opened.question(), part, opened.explainer());
  }

  private <P> Opened<P> open(Asked<M, P> asked, String part) throws InterruptedException {
    var by = asked.by();
    var query = asked.query();
    var opened =
        reports.open(
            query,
            new UnitReports.Asking(
                by.subject().knownAt(), by.consistency(), by.reader(), by.request()));
    var reading = opened.reading();
    var question =
        new Question(
            opened.edition(),
            reading.position(),
            reading.mapVersion(),
            List.of(query, asked.section(), part),
            by.choice(),
            by.request());
    return new Opened<>(question, asked.explainer().apply(reading));
  }
}

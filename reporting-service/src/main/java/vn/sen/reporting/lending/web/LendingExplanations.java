package vn.sen.reporting.lending.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.web.Explanations;
import vn.sen.reporting.explanation.web.Explanations.Question;
import vn.sen.reporting.explanation.web.FigureChoice;
import vn.sen.reporting.lending.LendingCell;
import vn.sen.reporting.lending.LendingPart;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingReports.Reading;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** Answers what the figures of any report of loans are made of, to those who may see the report. */
final class LendingExplanations {

  private final Editions<LendingReports> editions;
  private final Explanations explanations;
  private final LendingAccess access;
  private final Clock clock;

  LendingExplanations(
      Editions<LendingReports> editions,
      Explanations explanations,
      LendingAccess access,
      Clock clock) {
    this.editions = editions;
    this.explanations = explanations;
    this.access = access;
    this.clock = clock;
  }

  /** Which of the reports is explained. */
  @FunctionalInterface
  interface Report {
    Explainer<LendingPart> explainer(Reading reading, LendingQuery query, LendingCell cell);
  }

  /**
   * What a reader asks for.
   *
   * @param from the first day of the period; the first of the year if null
   */
  record Asked(
      Subject subject,
      @Nullable UnitLevel level,
      @Nullable LocalDate from,
      Choice selected,
      LendingCell cell,
      FigureChoice choice,
      @Nullable String consistency,
      Caller reader,
      WebRequest request) {}

  /** An explainer with the question that it is to answer. */
  private record Opened(Question question, Explainer<LendingPart> explainer) {}

  /** A page of what a figure is made of. */
  @Nullable ResponseEntity<ReportAnswer<Explanation<LendingPart>>> page(Report report, Asked asked)
      throws InterruptedException {
    var opened = open(report, asked, "");
    return explanations.page(opened.question(), opened.explainer());
  }

  /** A page of the events behind a part. */
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(Report report, Asked asked, String part)
      throws InterruptedException {
    var opened = open(report, asked, part);
    return explanations.events(opened.question(), part, opened.explainer());
  }

  private Opened open(Report report, Asked asked, String part) throws InterruptedException {
    var edition = editions.open(asked.subject().knownAt(), asked.consistency());
    var reading = edition.reports().read();
    var query = query(asked, reading);
    var question =
        new Question(
            edition,
            reading.position(),
            reading.mapVersion(),
            List.of(query, asked.cell(), part),
            asked.choice(),
            asked.request());
    return new Opened(question, report.explainer(reading, query, asked.cell()));
  }

  private LendingQuery query(Asked asked, Reading reading) {
    var until = asked.subject().day(clock);
    var bank = access.bank(asked.reader(), reading, asked.selected().bank());
    var query =
        new LendingQuery(
            asked.subject().unit(),
            until,
            asked.subject().map(clock),
            asked.level(),
            asked.subject().since(asked.from(), clock),
            asked.selected().of(bank),
            Set.of());
    access.require(asked.reader(), reading.unit(query), until);
    return query;
  }
}

package vn.sen.reporting.lending.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import vn.sen.reporting.lending.LendingReports.Reading;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.reading.web.ReportAnswer;

/** Answers with a report, or that it is the one the reader has. */
final class LendingAnswers {

  private final Freshness freshness;

  LendingAnswers(Freshness freshness) {
    this.freshness = freshness;
  }

  /**
   * The report with its ETag.
   *
   * @param query what was asked for, as far as the answer depends on it
   * @param stale whether the reader may not see what she has written
   * @param report made only if it is needed
   * @return null where 304 is the answer
   */
  <T> @Nullable ResponseEntity<ReportAnswer<T>> answer(
      Reading reading, Object query, boolean stale, WebRequest request, Supplier<T> report) {
    return freshness.answer(
        reading.position(), reading.mapVersion(), query, stale, request, report);
  }
}

package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sen.events.training.Recommendation;

/**
 * What came of an activity.
 *
 * @param outcome in words; it stays in this service
 * @param advice what is recommended, numbered from 1
 * @param on the day of the report
 */
record Report(String outcome, List<Advice> advice, LocalDate on) {

  /** A recommendation with its text. */
  record Advice(String text, Recommendation recommendation) {

    Advice doneOn(LocalDate day) {
      return new Advice(
          text,
          new Recommendation(
              recommendation.number(), recommendation.ownerUnitId(), recommendation.dueOn(), day));
    }
  }

  Report {
    advice = List.copyOf(advice);
  }

  List<Recommendation> recommendations() {
    return advice.stream().map(Advice::recommendation).toList();
  }

  /** A recommendation with its text. */
  Advice advice(int number) {
    if (number < 1 || number > advice.size()) {
      throw new ActivityRules.RecommendationUnknown();
    }
    return advice.get(number - 1);
  }

  /** What was done of the recommendations of a former report is done in this one too. */
  Report after(Report former) {
    var all = new ArrayList<>(advice);
    for (var known : former.recommendations()) {
      if (known.doneOn() != null) {
        if (known.number() > all.size()) {
          throw new ActivityRules.RecommendationWasDone(known.number());
        }
        all.set(known.number() - 1, all.get(known.number() - 1).doneOn(known.doneOn()));
      }
    }
    return new Report(outcome, all, on);
  }

  Report done(int number, LocalDate day) {
    var all = new ArrayList<>(advice);
    all.set(number - 1, advice(number).doneOn(day));
    return new Report(outcome, all, on);
  }
}

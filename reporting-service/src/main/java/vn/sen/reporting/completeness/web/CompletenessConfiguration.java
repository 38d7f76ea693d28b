package vn.sen.reporting.completeness.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.events.Topic;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.completeness.CompletenessFigures;
import vn.sen.reporting.completeness.CompletenessReports;
import vn.sen.reporting.completeness.CompletenessRow;
import vn.sen.reporting.completeness.CompletenessView;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.reading.web.ViewLoading;

/** Puts the view of what was entered together. */
@Configuration(proxyBeanMethods = false)
class CompletenessConfiguration {

  @Bean
  Serving<CompletenessFigures> completenessFigures() {
    return new Serving<>(CompletenessFigures::new);
  }

  @Bean
  ViewEngine<CompletenessRow> completenessView(
      ViewFactory views, Serving<CompletenessFigures> figures) {
    return views.create(new CompletenessView(), figures);
  }

  @Bean
  CompletenessReports completenessReports(
      Serving<CompletenessFigures> figures,
      LendingReports lending,
      OrgFollower orgUnits,
      CompletenessProperties properties) {
    return new CompletenessReports(figures, lending, orgUnits::map, properties.parsed());
  }

  @Bean
  Editions<CompletenessReports> completenessEditions(
      CompletenessReports present,
      PastBooks past,
      @Qualifier("completenessFreshness") Freshness entries,
      @Qualifier("lendingFreshness") Freshness lending,
      Clock clock) {
    return new Editions<>(
        present, day -> knownAt(day, present, past, entries), List.of(entries, lending), clock);
  }

  /** The entries in service bear the day on which they were recorded; all else is folded again. */
  private static Editions.Past<CompletenessReports> knownAt(
      LocalDate day, CompletenessReports present, PastBooks past, Freshness entries) {
    var end = past.endOf(day);
    var own = end.of(new CompletenessView().topics().stream().map(Topic::name).toList());
    if (!present.read().entriesPosition().reaches(own)) {
      throw new ViewLoading();
    }
    var then = past.past(end);
    return new Editions.Past<>(
        present.asKnownAt(day, then.books().lending()),
        then.complete() && entries.now().complete());
  }

  @Bean
  Freshness completenessFreshness(
      ViewEngine<CompletenessRow> view,
      OrgFollower orgUnits,
      ViewProperties properties,
      Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

package vn.sen.reporting.completeness.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.completeness.CompletenessFigures;
import vn.sen.reporting.completeness.CompletenessReports;
import vn.sen.reporting.completeness.CompletenessRow;
import vn.sen.reporting.completeness.CompletenessView;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.reading.web.Freshness;

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
  Freshness completenessFreshness(
      ViewEngine<CompletenessRow> view,
      OrgFollower orgUnits,
      ViewProperties properties,
      Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

package vn.sen.reporting.lending.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.explanation.web.Explanations;
import vn.sen.reporting.lending.LendingFigures;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingRow;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.Freshness;

/** Puts the lending view together. */
@Configuration(proxyBeanMethods = false)
class LendingConfiguration {

  @Bean
  Serving<LendingFigures> lendingFigures() {
    return new Serving<>(LendingFigures::new);
  }

  @Bean
  ViewEngine<LendingRow> lendingView(ViewFactory views, Serving<LendingFigures> figures) {
    return views.create(new LendingView(), figures);
  }

  @Bean
  LendingReports lendingReports(Serving<LendingFigures> figures, OrgFollower orgUnits) {
    return new LendingReports(figures, orgUnits::map);
  }

  @Bean
  LendingAccess lendingAccess(Scope scope) {
    return new LendingAccess(scope);
  }

  @Bean
  LendingExplanations lendingExplanations(
      Editions<LendingReports> editions,
      Explanations explanations,
      LendingAccess access,
      Clock clock) {
    return new LendingExplanations(editions, explanations, access, clock);
  }

  @Bean
  Freshness lendingFreshness(
      ViewEngine<LendingRow> view,
      OrgFollower orgUnits,
      Serving<LendingFigures> figures,
      ViewProperties properties,
      Clock clock) {
    return new Freshness(
        view,
        orgUnits,
        id -> figures.read(now -> now.brought(id)),
        properties.consistency(),
        clock);
  }
}

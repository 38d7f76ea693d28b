package vn.sen.reporting.membership.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.MembershipView;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.reading.web.Freshness;

/** Puts the membership view together. */
@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(ProvinceTime.ZONE);
  }

  @Bean
  Serving<MembershipFigures> membershipFigures() {
    return new Serving<>(MembershipFigures::new);
  }

  @Bean
  ViewEngine<MembershipRow> membershipView(ViewFactory views, Serving<MembershipFigures> figures) {
    return views.create(new MembershipView(), figures);
  }

  @Bean
  MembershipReporter membershipReporter(ReportingProperties properties) {
    return new MembershipReporter(properties.gatheringThresholdPercent());
  }

  @Bean
  MembershipReports membershipReports(
      Serving<MembershipFigures> figures, OrgFollower orgUnits, MembershipReporter reporter) {
    return new MembershipReports(figures, orgUnits::map, reporter);
  }

  @Bean
  Freshness membershipFreshness(
      ViewEngine<MembershipRow> view,
      OrgFollower orgUnits,
      MembershipReports reports,
      ViewProperties properties,
      Clock clock) {
    return new Freshness(view, orgUnits, reports::imported, properties.consistency(), clock);
  }
}

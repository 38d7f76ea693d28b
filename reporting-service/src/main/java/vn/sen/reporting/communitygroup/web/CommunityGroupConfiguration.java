package vn.sen.reporting.communitygroup.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.communitygroup.CommunityGroupFigures;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupRow;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.reading.web.Freshness;

/** Puts the view of the community groups together. */
@Configuration(proxyBeanMethods = false)
class CommunityGroupConfiguration {

  @Bean
  Serving<CommunityGroupFigures> communityGroupFigures() {
    return new Serving<>(CommunityGroupFigures::new);
  }

  @Bean
  ViewEngine<CommunityGroupRow> communityGroupView(
      ViewFactory views, Serving<CommunityGroupFigures> figures) {
    return views.create(new CommunityGroupView(), figures);
  }

  @Bean
  CommunityGroupReports communityGroupReports(
      Serving<CommunityGroupFigures> figures, OrgFollower orgUnits) {
    return new CommunityGroupReports(figures, orgUnits::map);
  }

  @Bean
  Freshness communityGroupFreshness(
      ViewEngine<CommunityGroupRow> view,
      OrgFollower orgUnits,
      ViewProperties properties,
      Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

package vn.sen.reporting.programme.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.programme.ProgrammeFigures;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.ProgrammeRow;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.training.TrainingReports;

/** Puts the view of the Union's programmes together. */
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

  @Bean
  Serving<ProgrammeFigures> programmeFigures() {
    return new Serving<>(ProgrammeFigures::new);
  }

  @Bean
  ViewEngine<ProgrammeRow> programmeView(ViewFactory views, Serving<ProgrammeFigures> figures) {
    return views.create(new ProgrammeView(), figures);
  }

  @Bean
  ProgrammeReports programmeReports(
      Serving<ProgrammeFigures> programmes,
      Serving<ActivityFigures> activities,
      TrainingReports training,
      CommunityGroupReports groups,
      LendingReports lending,
      OrgFollower orgUnits) {
    return new ProgrammeReports(programmes, activities, training, groups, lending, orgUnits::map);
  }

  @Bean
  Freshness programmeFreshness(
      ViewEngine<ProgrammeRow> view, OrgFollower orgUnits, ViewProperties properties, Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

package vn.sen.reporting.activity.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.activity.ActivityRow;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.reading.web.Freshness;

/** Puts the view of the activities together. */
@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

  @Bean
  Serving<ActivityFigures> activityFigures() {
    return new Serving<>(ActivityFigures::new);
  }

  @Bean
  ViewEngine<ActivityRow> activityView(ViewFactory views, Serving<ActivityFigures> figures) {
    return views.create(new ActivityView(), figures);
  }

  @Bean
  Freshness activityFreshness(
      ViewEngine<ActivityRow> view, OrgFollower orgUnits, ViewProperties properties, Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

package vn.sen.reporting.training.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewProperties;
import vn.sen.reporting.reading.web.Freshness;
import vn.sen.reporting.training.TrainingFigures;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingRow;
import vn.sen.reporting.training.TrainingView;

/** Puts the training view together. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

  @Bean
  Serving<TrainingFigures> trainingFigures() {
    return new Serving<>(TrainingFigures::new);
  }

  @Bean
  ViewEngine<TrainingRow> trainingView(ViewFactory views, Serving<TrainingFigures> figures) {
    return views.create(new TrainingView(), figures);
  }

  @Bean
  TrainingReports trainingReports(Serving<TrainingFigures> figures, OrgFollower orgUnits) {
    return new TrainingReports(figures, orgUnits::map);
  }

  @Bean
  Freshness trainingFreshness(
      ViewEngine<TrainingRow> view, OrgFollower orgUnits, ViewProperties properties, Clock clock) {
    return new Freshness(view, orgUnits, Freshness.NO_IMPORTS, properties.consistency(), clock);
  }
}

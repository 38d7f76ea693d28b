package vn.sen.chassis.guide;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;

/** Puts the view together. */
@Configuration(proxyBeanMethods = false)
class FairConfiguration {

  @Bean
  Serving<StallFigures> stallFigures() {
    return new Serving<>(StallFigures::new);
  }

  @Bean
  ViewEngine<StallView.Leaf> stallView(ViewFactory views, Serving<StallFigures> figures) {
    return views.create(new StallView(), figures);
  }
}

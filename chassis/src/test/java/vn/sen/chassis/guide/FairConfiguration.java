package vn.sen.chassis.guide;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;

/** Puts the view together. */
@Configuration(proxyBeanMethods = false)
class FairConfiguration {

  @Bean
  StallFigures stallFigures() {
    return new StallFigures();
  }

  @Bean
  ViewEngine<StallView.Leaf> stallView(ViewFactory views, StallFigures figures) {
    return views.create(new StallView(), figures);
  }
}

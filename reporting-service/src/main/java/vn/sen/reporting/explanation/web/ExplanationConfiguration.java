package vn.sen.reporting.explanation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.reporting.explanation.log.EventFinder;

/** Puts together what explains figures. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {

  @Bean
  Explanations explanations(ViewFactory views, JsonMapper json) {
    return new Explanations(new EventFinder(views.log(), views.replay()), json);
  }
}

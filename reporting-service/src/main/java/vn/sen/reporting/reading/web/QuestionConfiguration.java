package vn.sen.reporting.reading.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How what is asked is read. */
@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {

  @Bean
  WebMvcConfigurer questionParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QuestionParameters());
      }
    };
  }
}

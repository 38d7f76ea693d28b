package vn.sen.reporting.live.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.live.Changes;
import vn.sen.reporting.live.Followers;
import vn.sen.reporting.reading.web.ReportCall;

/** Lets every report be followed, whoever writes its controller. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  Changes changes() {
    return new Changes();
  }

  @Bean
  Followers followers(Changes changes, LiveProperties properties, MeterRegistry meters) {
    var followers = new Followers(changes, properties.bounds());
    Gauge.builder("reports.followers", followers, Followers::count).register(meters);
    return followers;
  }

  @Bean
  ViewWatch viewWatch(List<ViewEngine<?>> views, OrgFollower orgUnits, Changes changes) {
    return new ViewWatch(views, orgUnits, changes);
  }

  @Bean
  LiveApi liveApi() {
    return new LiveApi();
  }

  @Bean
  WebMvcConfigurer liveReports(
      @Qualifier("requestMappingHandlerAdapter")
          ObjectProvider<RequestMappingHandlerAdapter> adapter,
      Followers followers,
      JsonMapper json) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // when it is known who asks and that she may
        registry
            .addInterceptor(new LiveReports(new ReportCall(adapter), followers, json))
            .order(Ordered.LOWEST_PRECEDENCE);
      }
    };
  }
}

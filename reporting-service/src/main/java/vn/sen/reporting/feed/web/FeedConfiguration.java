package vn.sen.reporting.feed.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.reporting.feed.store.FeedStore;
import vn.sen.reporting.reading.web.ReportCall;

/** Puts the feeds together. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

  @Bean
  FeedStore feedStore(MongoDatabase database) {
    return new FeedStore(database);
  }

  @Bean
  FeedCheck feedCheck(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints,
      @Qualifier("requestMappingHandlerAdapter")
          ObjectProvider<RequestMappingHandlerAdapter> adapter,
      JsonMapper json) {
    return new FeedCheck(endpoints, new ReportCall(adapter), json);
  }

  @Bean
  FilterRegistrationBean<FeedDoor> feedDoor(
      FeedStore feeds,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      Clock clock) {
    var registration = new FilterRegistrationBean<>(new FeedDoor(feeds, problems, clock));
    registration.addUrlPatterns("/feeds/*");
    registration.setOrder(FeedDoor.ORDER);
    return registration;
  }
}

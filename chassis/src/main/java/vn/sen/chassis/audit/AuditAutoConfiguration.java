package vn.sen.chassis.audit;

import com.mongodb.client.MongoDatabase;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.sen.chassis.ChassisAutoConfiguration;
import vn.sen.chassis.relay.Relay;

/** The audit trail of a service: every service has one. */
@AutoConfiguration(after = ChassisAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditAutoConfiguration {

  static {
    // filled in by us, never asked of a client
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(OnRecord.class);
  }

  @Bean
  AuditTrail auditTrail(
      MongoDatabase database, Relay relay, @Value("${spring.application.name}") String service) {
    return new AuditTrail(database, relay, service);
  }

  @Bean
  Refusals refusals(AuditTrail trail, AuditProperties properties) {
    return new Refusals(trail, properties.refusalsTogether());
  }

  @Bean
  FilterRegistrationBean<RefusalFilter> refusalsOnRecord(
      Refusals refusals,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints) {
    var registration =
        new FilterRegistrationBean<>(
            new RefusalFilter(refusals, new Operations(endpoints::getObject)));
    registration.setOrder(RefusalFilter.ORDER);
    return registration;
  }

  @Bean
  WebMvcConfigurer onRecordArguments(AuditTrail trail) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OnRecordResolver(trail));
      }
    };
  }

  @Bean
  OperationCustomizer operationsOnRecord() {
    return (operation, method) -> {
      if (Arrays.stream(method.getMethodParameters())
          .anyMatch(parameter -> parameter.getParameterType() == OnRecord.class)) {
        operation.addExtension("x-sen-audit", true);
      }
      return operation;
    };
  }
}

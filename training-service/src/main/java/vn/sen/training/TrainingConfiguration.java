package vn.sen.training;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.domain.BusinessZone;

@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(BusinessZone.ID);
  }
}

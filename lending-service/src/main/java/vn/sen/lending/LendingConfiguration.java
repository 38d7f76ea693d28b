package vn.sen.lending;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.domain.BusinessZone;

@Configuration(proxyBeanMethods = false)
class LendingConfiguration {

  @Bean
  Clock clock() {
    return Clock.system(BusinessZone.ID);
  }
}

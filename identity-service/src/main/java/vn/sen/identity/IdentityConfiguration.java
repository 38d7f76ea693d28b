package vn.sen.identity;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.domain.BusinessZone;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  /** In the zone in which the Union's days begin and end. */
  @Bean
  Clock clock() {
    return Clock.system(BusinessZone.ID);
  }
}

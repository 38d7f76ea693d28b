package vn.sen.chassis.org;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import vn.sen.chassis.ChassisAutoConfiguration;
import vn.sen.chassis.ChassisProperties;
import vn.sen.events.Topic;

/** Follows the org units, unless {@code sen.org.follow=false}. */
@AutoConfiguration(after = ChassisAutoConfiguration.class)
@ConditionalOnProperty(name = "sen.org.follow", havingValue = "true", matchIfMissing = true)
public class OrgAutoConfiguration {

  @Bean
  OrgFollower orgFollower(ChassisProperties properties) {
    return new OrgFollower(properties.kafka().bootstrap(), Topic.ORG_UNITS.name());
  }

  @Bean
  OrgHealth orgMapHealthIndicator(OrgFollower follower) {
    return new OrgHealth(follower);
  }
}

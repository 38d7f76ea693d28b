package vn.sen.reporting.audit.store;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.audit.AuditTrail;
import vn.sen.chassis.view.ViewProperties;

/** Puts the audit trail together. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

  @Bean
  TrailStore trailStore(MongoDatabase database) {
    return new TrailStore(database);
  }

  @Bean
  TrailWriter trailWriter(
      ChassisProperties chassis,
      TrailStore store,
      AuditTrail trail,
      TrailProperties properties,
      @Value("${spring.application.name}") String service) {
    return new TrailWriter(
        chassis.kafka().bootstrap(), service + ".audit", TrailTopics.ALL, store, trail, properties);
  }

  @Bean
  TrailHealth auditTrailHealthIndicator(TrailWriter writer, ViewProperties views) {
    return new TrailHealth(writer, views.stalled());
  }

  @Bean
  Verifier verifier(ChassisProperties chassis, MongoDatabase database, TrailStore store) {
    var check = new TrailCheck(chassis.kafka().bootstrap(), TrailTopics.ALL, store);
    return new Verifier(database, store, check);
  }
}

package vn.sen.reporting.operations.web;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.deadletter.DeadLetterLog;
import vn.sen.chassis.deadletter.DeadLetterReplay;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.reporting.operations.store.LetterDecisions;
import vn.sen.reporting.operations.store.ViewVerifier;

/** Puts together what operators need. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  Views views(ObjectProvider<ViewEngine<?>> views) {
    return new Views(views.stream().toList());
  }

  @Bean
  ViewVerifier viewVerifier(MongoDatabase database, ViewFactory views) {
    return new ViewVerifier(database, views.replay());
  }

  @Bean
  DeadLetterLog deadLetterLog(ChassisProperties chassis) {
    return new DeadLetterLog(chassis.kafka().bootstrap());
  }

  @Bean
  LetterDecisions letterDecisions(MongoDatabase database, ChassisProperties chassis) {
    return new LetterDecisions(database, new DeadLetterReplay(chassis.kafka().bootstrap()));
  }
}

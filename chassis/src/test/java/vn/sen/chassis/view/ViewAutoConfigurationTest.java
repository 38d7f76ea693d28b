package vn.sen.chassis.view;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.view.BeadWorld.Figures;
import vn.sen.embedded.SharedInfrastructure;

/** A service with a view, on a real broker and store. */
class ViewAutoConfigurationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Configuration(proxyBeanMethods = false)
  static class Beads {

    @Bean
    ChassisProperties properties() {
      return new ChassisProperties(
          new ChassisProperties.Kafka(SharedInfrastructure.kafkaBootstrap(), PATIENCE),
          new ChassisProperties.Mongodb("beads"),
          new ChassisProperties.Web(DataSize.ofMegabytes(1)));
    }

    @Bean
    MongoDatabase database() {
      return ServiceUnderTest.freshDatabase();
    }

    @Bean
    TopicCheck topicCheck(ChassisProperties properties) {
      return new TopicCheck(properties.kafka().bootstrap(), PATIENCE);
    }

    @Bean
    ViewEngine<Integer> bowls(ViewFactory views) {
      return views.create(
          Bead.Bowls.of("test.bead." + UUID.randomUUID(), 2), new Serving<>(Figures::new));
    }
  }

  @Test
  void aViewDoesNotWaitForTheServicesThatPublishWhatItReads() {
    // given a view of a topic that nobody has made
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ViewAutoConfiguration.class))
        .withUserConfiguration(Beads.class)
        .withPropertyValues("spring.application.name=test_beads")
        .run(
            context -> {
              // when the service starts
              var view = context.getBean(ViewEngine.class);
              // then readers are answered, from nothing
              await().atMost(PATIENCE).until(() -> view.position().isLoaded());
            });
  }
}

package vn.sen.chassis.consume;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import vn.sen.chassis.ChassisAutoConfiguration;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.deadletter.DeadLetterReplay;
import vn.sen.chassis.relay.TopicCheck;

/** What a service needs to consume events; costs nothing where it binds no consumer. */
@AutoConfiguration(after = ChassisAutoConfiguration.class)
public class ConsumeAutoConfiguration {

  @Bean
  EventConsumers eventConsumers(
      MongoDatabase database,
      ChassisProperties properties,
      MeterRegistry meters,
      TopicCheck topics) {
    return new EventConsumers(database, properties.kafka().bootstrap(), meters, topics);
  }

  @Bean
  BindingErrors bindingErrors(EventConsumers consumers, TopicCheck topics) {
    return new BindingErrors(consumers, topics);
  }

  /** Consumers read the record itself, not what the framework makes of its headers. */
  @Bean
  ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<?, ?>> sourceRecords() {
    return (adapter, _, _) -> adapter.setBindSourceRecord(true);
  }

  @Bean
  DeadLetterReplay deadLetterReplay(ChassisProperties properties) {
    return new DeadLetterReplay(properties.kafka().bootstrap());
  }
}

package vn.sen.chassis;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.UuidRepresentation;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.CommandContextResolver;
import vn.sen.chassis.privacy.BodyDigest;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.privacy.PrivacyKeys;
import vn.sen.chassis.relay.Relay;
import vn.sen.chassis.relay.RelayHealth;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.web.Languages;
import vn.sen.chassis.web.ProblemAdvice;
import vn.sen.chassis.web.ProblemTexts;
import vn.sen.chassis.web.RequestBodyFilter;
import vn.sen.chassis.web.SealedCursors;
import vn.sen.chassis.web.StrictJson;
import vn.sen.chassis.web.TraceLoggingFilter;
import vn.sen.events.Topic;

/** Store, relay and HTTP matters of a service. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties({ChassisProperties.class, RelayProperties.class})
@Import(ProblemAdvice.class)
public class ChassisAutoConfiguration {

  static {
    // filled in by us, never asked of a client
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class);
  }

  @Bean
  MongoClientSettingsBuilderCustomizer mongoTimeouts() {
    return settings ->
        settings
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(p -> p.maxSize(64).maxWaitTime(3, TimeUnit.SECONDS));
  }

  /** The service's own database; what is acknowledged is on a majority's journal. */
  @Bean
  MongoDatabase mongoDatabase(MongoClient client, ChassisProperties properties) {
    return client
        .getDatabase(properties.mongodb().database())
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Bean
  TopicCheck topicCheck(ChassisProperties properties) {
    return new TopicCheck(properties.kafka().bootstrap(), properties.kafka().patience());
  }

  @Bean
  Relay relay(
      MongoDatabase database,
      TopicCheck topicCheck,
      ChassisProperties properties,
      RelayProperties relayProperties,
      MeterRegistry meters) {
    var config = producerConfig(properties.kafka().bootstrap());
    var bytes = new ByteArraySerializer();
    return new Relay(
        database,
        () -> new KafkaProducer<>(config, bytes, bytes),
        topicCheck,
        relayProperties,
        meters);
  }

  private static Map<String, Object> producerConfig(String bootstrap) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
    return config;
  }

  @Bean
  RelayHealth outboxRelayHealthIndicator(Relay relay) {
    return new RelayHealth(relay);
  }

  @Bean
  AggregateStores aggregateStores(
      MongoDatabase database, Relay relay, ObjectProvider<DataKeys> dataKeys) {
    return new AggregateStores(database, relay, dataKeys::getObject);
  }

  @Bean
  @Lazy
  SealedCursors sealedCursors(PrivacyKeys keys) {
    return new SealedCursors(keys);
  }

  @Bean
  ProblemTexts problemTexts(ApplicationContext context) {
    var classLoader = context.getClassLoader();
    return new ProblemTexts(
        classLoader == null ? ChassisAutoConfiguration.class.getClassLoader() : classLoader);
  }

  @Bean
  RequestBodyFilter requestBodyFilter(
      ChassisProperties properties,
      BodyDigest digest,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return new RequestBodyFilter((int) properties.web().bodyLimit().toBytes(), digest, problems);
  }

  @Bean
  LocaleResolver localeResolver() {
    return Languages.resolver();
  }

  @Bean
  StrictJson strictJson() {
    return new StrictJson();
  }

  @Bean
  TraceLoggingFilter traceLoggingFilter() {
    return new TraceLoggingFilter();
  }

  @Bean
  WebMvcConfigurer commandArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandContextResolver());
      }
    };
  }
}

package vn.sen.chassis.view;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import vn.sen.chassis.ChassisAutoConfiguration;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.relay.TopicCheck;

/** Views of a service: a factory, their topics, health and meters. */
@AutoConfiguration(after = ChassisAutoConfiguration.class)
@EnableConfigurationProperties(ViewProperties.class)
public class ViewAutoConfiguration {

  @Bean
  ViewFactory viewFactory(
      MongoDatabase database,
      ChassisProperties properties,
      @Value("${spring.application.name}") String service) {
    return new ViewFactory(database, properties.kafka().bootstrap(), service);
  }

  /**
   * Makes the topics of all views that nobody has made yet: a view waits for each of its topics,
   * and a service is ready when all its views are, whichever other services have run before.
   */
  @Bean
  SmartInitializingSingleton viewTopics(TopicCheck topics, ObjectProvider<ViewEngine<?>> views) {
    return () -> {
      var read = views.stream().flatMap(view -> view.topics().stream()).distinct().toList();
      if (!read.isEmpty()) {
        topics.ensure(read);
      }
    };
  }

  @Bean
  ViewsHealth viewsHealthIndicator(ObjectProvider<ViewEngine<?>> views, ViewProperties properties) {
    return new ViewsHealth(views.stream().toList(), properties.stalled());
  }

  @Bean
  ViewsLoaded viewsLoadedHealthIndicator(ObjectProvider<ViewEngine<?>> views) {
    return new ViewsLoaded(views.stream().toList());
  }

  @Bean
  MeterBinder viewMeters(ObjectProvider<ViewEngine<?>> views) {
    return registry ->
        views.stream()
            .forEach(
                view -> {
                  ToDoubleFunction<ViewEngine<?>> age =
                      v -> Duration.between(v.status().asOf(), Instant.now()).toMillis() / 1000.0;
                  Gauge.builder("view.freshness", view, age)
                      .baseUnit("seconds")
                      .tag("view", view.name())
                      .description("How old the figures are that readers see")
                      .register(registry);
                  gauge("view.lag", view, ViewStatus::lag, registry);
                  gauge("view.parked", view, ViewStatus::parked, registry);
                  gauge("view.dead.letters", view, ViewStatus::deadLetters, registry);
                  gauge("view.failures", view, ViewStatus::failures, registry);
                });
  }

  private static void gauge(
      String name,
      ViewEngine<?> view,
      ToDoubleFunction<ViewStatus> value,
      io.micrometer.core.instrument.MeterRegistry registry) {
    Gauge.builder(name, view, v -> value.applyAsDouble(v.status()))
        .tag("view", view.name())
        .register(registry);
  }
}

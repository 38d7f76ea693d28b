package vn.sen.chassis.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.chassis.view.Serving;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/** The feature of docs/add-a-feature.md from the request to the figure. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=test_guide")
class FairIT {

  private static final UUID UNIT = UUID.randomUUID();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate LATER = LocalDate.parse("2023-12-31");

  @Configuration
  @EnableAutoConfiguration
  @Import({Fairs.class, FairController.class, FairConfiguration.class})
  static class Application {}

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), PATIENCE)
        .ensure(List.of(Topic.ORG_UNITS));
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
  }

  @LocalServerPort int port;
  @Autowired Serving<StallFigures> figures;

  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  private static ServiceClient.Answer hold(ServiceClient officer, int stalls) {
    return officer.post(
        FairController.PATH,
        """
        {"unitId":"%s","on":"2023-10-20","stalls":%d}
        """
            .formatted(UNIT, stalls),
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  @Test
  void a_corrected_fair_counts_with_its_stalls_from_its_day_on() {
    // given
    var fair = hold(client, 12).expect(201).json();
    var path = FairController.PATH + "/" + fair.path("id").asString() + "/correction";

    // when
    client
        .post(
            path,
            "{\"stalls\":15}",
            "If-Match",
            "\"1\"",
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expect(200);

    // then
    var records = PublishedRecords.of(FairEvent.TOPIC, fair.path("id").asString(), 2);
    assertThat(new String(records.get(1).value(), UTF_8))
        .isEqualTo(
            """
            {"on":"2023-10-20","changes":[{"date":"2023-10-20","unitId":"%s","delta":3}]}\
            """
                .formatted(UNIT));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(stalls(LATER)).isEqualTo(15));
    assertThat(stalls(LocalDate.parse("2023-10-19"))).isZero();
  }

  private long stalls(LocalDate asOf) {
    return figures.read(now -> now.stalls(UNIT, asOf));
  }

  @Test
  void a_fair_without_a_stall_is_refused_by_the_rules_name() {
    var problem = hold(client, 0).expectProblem(422, "fair-without-stalls");
    assertThat(problem.json().at("/errors/0/pointer").asString()).isEqualTo("/stalls");
    assertThat(problem.json().path("detail").asString())
        .isEqualTo("Phiên chợ phải có ít nhất một gian hàng.");
  }

  @Test
  void nobody_enters_a_fair_of_another_unit() {
    // given
    var stranger = Tokens.token("officer", UUID.randomUUID().toString(), Role.OFFICER);

    // then, as soon as the service knows the map
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> hold(client.as(stranger), 1).expectProblem(403, "out-of-scope"));
  }
}

package vn.sen.lending;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.restricted.IdentityHash;

/**
 * The service on a real broker and document store, asked over HTTP; one for all tests that extend
 * this. The membership service's events about units are written by the tests.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class LendingService {

  protected static final String BANKS = "/api/lending/banks";
  protected static final String PROGRAMMES = "/api/lending/programmes";
  protected static final String LOANS = "/api/lending/loans";
  protected static final String HOUSEHOLDS = "/api/lending/households";
  protected static final String GROUPS = "/api/lending/groups";
  protected static final String UPDATES = "/api/partners/updates";
  protected static final String BATCHES = "/api/partners/update-batches";

  private static final String DATABASE = "test_" + UUID.randomUUID().toString().replace("-", "");
  private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);
  private static final AtomicInteger NEXT = new AtomicInteger(20_000);

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
    registry.add("sen.mongodb.database", () -> DATABASE);
    registry.add("sen.local", () -> true);
    registry.add("sen.privacy.keys", () -> "target/" + DATABASE + "/privacy.keys");
    // the membership service's, which this one follows
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30))
        .ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS, IdentityHash.TOPIC));
  }

  @LocalServerPort int port;
  @Autowired OrgFollower orgUnits;

  protected ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("/actuator/health/readiness").status() == 200);
  }

  /** A code no other test uses. */
  protected static String freshCode() {
    return Integer.toString(NEXT.incrementAndGet());
  }

  /** The identity number of somebody whom no other test knows. */
  protected static String freshIdentity() {
    return "001%09d".formatted(NEXT.incrementAndGet());
  }

  protected static String json(Map<String, ?> body) {
    return JsonMapper.shared().writeValueAsString(body);
  }

  /** The If-Match header for a version. */
  protected static String[] version(long version) {
    return new String[] {"If-Match", "\"" + version + "\""};
  }

  protected static String id(Answer answer) {
    return answer.json().path("id").asString();
  }

  /** A commune, as the membership service tells of it. */
  protected UUID commune(String code) {
    var province = unit(freshCode(), UnitLevel.PROVINCE, UnitKind.PROVINCE, null);
    return unit(code, UnitLevel.COMMUNE, UnitKind.COMMUNE, province);
  }

  private UUID unit(String code, UnitLevel level, UnitKind kind, @Nullable UUID parent) {
    var unit = UUID.randomUUID();
    publish(
        Topic.ORG_UNITS,
        unit,
        1,
        new OrgUnitCreated(code, "Đơn vị " + code, level, kind, parent, ALWAYS, true));
    await().until(() -> orgUnits.seen(unit) == 1);
    return unit;
  }

  /**
   * A redrawing divides a unit among two new communes, as the membership service tells of it.
   *
   * @param wholeFirst whether the unit went whole into another one the year before, which then was
   *     divided
   */
  protected Divided divided(UUID unit, boolean wholeFirst) {
    var province = orgUnits.map().unit(unit).orElseThrow().parentId();
    var last = unit;
    if (wholeFirst) {
      last = UUID.randomUUID();
      redrawn(
          LocalDate.of(2024, 1, 1),
          List.of(fresh(last, province)),
          List.of(new Succession(unit, last, Extent.FULL, null)));
    }
    return divided(last, LocalDate.of(2025, 1, 1));
  }

  /** Divides a unit among two. */
  protected Divided divided(UUID unit, LocalDate on) {
    var province = orgUnits.map().unit(unit).orElseThrow().parentId();
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();
    redrawn(
        on,
        List.of(fresh(one, province), fresh(other, province)),
        List.of(
            new Succession(unit, one, Extent.PARTIAL, null),
            new Succession(unit, other, Extent.PARTIAL, null)));
    return new Divided(unit, one, other);
  }

  /**
   * A split.
   *
   * @param unit what was divided
   */
  protected record Divided(UUID unit, UUID one, UUID other) {}

  private static CreatedUnit fresh(UUID id, @Nullable UUID province) {
    var code = freshCode();
    return new CreatedUnit(
        id, code, "Đơn vị " + code, UnitLevel.COMMUNE, UnitKind.COMMUNE, province);
  }

  private void redrawn(LocalDate on, List<CreatedUnit> created, List<Succession> successions) {
    var redrawing = UUID.randomUUID();
    var closed = successions.stream().map(Succession::from).distinct().toList();
    publish(
        Topic.ORG_UNITS,
        redrawing,
        1,
        new MapRedrawn("1/NQ", on, created, closed, successions, null));
    await().until(() -> orgUnits.seen(redrawing) == 1);
  }

  /** Writes an event of the membership service. */
  protected static void publish(Topic topic, UUID subject, long sequence, DomainEvent event) {
    var catalog = MembershipEvents.CATALOG;
    var record =
        new EventRecord(
            EventRecord.idOf(subject, sequence),
            MembershipEvents.SOURCE,
            subject,
            catalog.nameOf(event),
            Instant.now(),
            sequence,
            event.effectiveDate(),
            Cause.UNKNOWN,
            catalog.encode(event));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record.toProducerRecord(topic.name())).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The event was not published", e);
    }
  }

  /** A bank the Union works with. */
  protected UUID bank() {
    var body = Map.of("code", "B" + freshCode(), "name", "Ngân hàng", "from", "2003-01-01");
    return UUID.fromString(id(client.post(BANKS, json(body)).expect(201)));
  }

  /** The code of a programme. */
  protected String programme() {
    var code = "P" + freshCode();
    var body = Map.of("code", code, "name", "Cho vay hộ nghèo", "from", "2003-01-01");
    client.post(PROGRAMMES, json(body)).expect(201);
    return code;
  }

  /** The bank's own machine. */
  protected ServiceClient as(UUID bank) {
    return client.as(Tokens.ofBank(bank));
  }
}

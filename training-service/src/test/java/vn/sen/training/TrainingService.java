package vn.sen.training;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * The service on a real broker and document store, asked over HTTP; one for all tests that extend
 * this. The membership service's events about units are written by the tests.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class TrainingService {

  protected static final String THEMES = "/api/training/themes";
  protected static final String COURSES = "/api/training/courses";
  protected static final String CLASSES = "/api/training/classes";
  protected static final String PARTICIPANTS = "/api/training/participants";
  protected static final String PROGRAMMES = "/api/training/programmes";
  protected static final String ACTIVITIES = "/api/training/activities";
  protected static final String CERTIFICATES = "/api/training/certificates";
  protected static final String NOMINATIONS = "/api/training/nominations";
  protected static final String PLANS = "/api/training/plans";
  protected static final String CHECKS = "/api/training/certificate-checks";

  private static final String DATABASE = "test_" + UUID.randomUUID().toString().replace("-", "");
  private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);
  private static final LocalDate JOINED = LocalDate.of(2015, 3, 8);
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
        .ensure(
            List.of(Topic.ORG_UNITS, Topic.MEMBERS, Topic.POSTS, Topic.TITLES, Topic.ATTENDANCE));
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

  /** A commune in a province of its own, as the membership service tells of it. */
  protected UUID commune() {
    return commune(province());
  }

  protected UUID province() {
    return unit(freshCode(), UnitLevel.PROVINCE, UnitKind.PROVINCE, null);
  }

  protected UUID commune(UUID province) {
    return unit(freshCode(), UnitLevel.COMMUNE, UnitKind.COMMUNE, province);
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

  /** A redrawing of 2025 divides a unit among two new ones, as the membership service tells. */
  protected Divided divided(UUID unit) {
    var above = orgUnits.map().unit(unit).orElseThrow().parentId();
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();
    var redrawing = UUID.randomUUID();
    publish(
        Topic.ORG_UNITS,
        redrawing,
        1,
        new MapRedrawn(
            "1/NQ",
            LocalDate.of(2025, 7, 1),
            List.of(fresh(one, above), fresh(other, above)),
            List.of(unit),
            List.of(
                new Succession(unit, one, Extent.PARTIAL, null),
                new Succession(unit, other, Extent.PARTIAL, null)),
            null));
    await().until(() -> orgUnits.seen(redrawing) == 1);
    return new Divided(one, other);
  }

  /** The successors of a unit. */
  protected record Divided(UUID one, UUID other) {}

  private static CreatedUnit fresh(UUID id, @Nullable UUID above) {
    var code = freshCode();
    return new CreatedUnit(id, code, "Xã " + code, UnitLevel.COMMUNE, UnitKind.COMMUNE, above);
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

  /** A member of a unit, as the membership service tells of her. */
  protected static UUID member(UUID unit) {
    var member = UUID.randomUUID();
    var joined =
        new MembershipChange(
            JOINED,
            unit,
            List.of(),
            MemberType.ORDINARY,
            Flow.ADMISSION,
            null,
            List.of(),
            Direction.IN,
            1);
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, null, null, JOINED, List.of(joined)));
    return member;
  }

  /** The id of a theme. */
  protected String theme() {
    var body = Map.of("code", "T" + freshCode(), "name", "Bình đẳng giới", "from", "2011-01-01");
    return id(client.post(THEMES, json(body)).expect(201));
  }

  /** A course that keeps knowledge up to date. */
  protected String course(String competency) {
    return course(competency, "UPDATE");
  }

  /**
   * The id of a course of a fresh theme.
   *
   * @param competency what those who pass are competent in, for three years
   */
  protected String course(String competency, String level) {
    var edition =
        Map.of(
            "name",
            "Kỹ năng truyền thông bình đẳng giới",
            "hours",
            16,
            "audience",
            "Cán bộ Hội cơ sở",
            "level",
            level,
            "competency",
            competency,
            "validMonths",
            36,
            "from",
            "2015-01-01");
    var body = Map.of("code", "K" + freshCode(), "themeId", theme(), "first", edition);
    return id(client.post(COURSES, json(body)).expect(201));
  }

  /** What a class of two sessions in March 2023 is to be. */
  protected static Map<String, Object> draft() {
    return Map.of(
        "place", "Nhà văn hóa xã",
        "coOrganiser", "Trung tâm Chính trị huyện",
        "sessions",
            List.of(
                Map.of("date", "2023-03-14", "part", "MORNING"),
                Map.of("date", "2023-03-15", "part", "MORNING")),
        "budget", 12_000_000,
        "source", "PROGRAMME");
  }

  /** The id of a class that is planned for a day. */
  protected String plannedClass(String course, UUID unit, String day) {
    return plannedClass(course, unit, draft(day));
  }

  /** What a class of one day is to be. */
  protected static Map<String, Object> draft(String day) {
    var draft = new HashMap<>(draft());
    draft.put("sessions", List.of(Map.of("date", day, "part", "WHOLE_DAY")));
    return draft;
  }

  /** The id of a planned class. */
  protected String plannedClass(String course, UUID unit) {
    return plannedClass(course, unit, draft());
  }

  private String plannedClass(String course, UUID unit, Map<String, Object> draft) {
    var body = Map.of("courseId", course, "unitId", unit, "plan", draft);
    return id(client.post(CLASSES, json(body)).expect(201));
  }

  /** Sends a command to a class as it stands. */
  protected Answer command(String id, String command, Map<String, ?> body) {
    return command(client, id, command, body);
  }

  protected Answer command(ServiceClient sender, String id, String command, Map<String, ?> body) {
    var path = CLASSES + "/" + id;
    var version = client.get(path).expect(200).json().path("version").asLong();
    return sender.post(path + "/" + command, json(body), version(version));
  }

  /** The id of an open class in which people are enrolled. */
  protected String openClass(String course, UUID unit, UUID... people) {
    var id = plannedClass(course, unit);
    command(id, "opening", Map.of()).expect(200);
    enrol(id, people);
    return id;
  }

  /** Enrols people, once the news of them has arrived. */
  protected void enrol(String id, UUID... people) {
    if (people.length > 0) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  command(id, "participants", Map.of("participants", List.of(people))).status()
                      == 200);
    }
  }

  protected static Map<String, Object> attendance(int session, UUID... present) {
    return Map.of(
        "session",
        session,
        "marks",
        Stream.of(present)
            .map(person -> Map.of("personId", person, "attendance", "PRESENT"))
            .toList());
  }

  protected static Map<String, Object> passed(UUID... people) {
    return Map.of(
        "results",
        Stream.of(people).map(person -> Map.of("personId", person, "passed", true)).toList());
  }

  /** The id of a class that is closed and that these people have passed. */
  protected String passedClass(String course, UUID unit, UUID... people) {
    var id = openClass(course, unit, people);
    command(id, "attendance", attendance(1, people)).expect(200);
    command(id, "holding", Map.of()).expect(200);
    command(id, "results", passed(people)).expect(200);
    command(id, "closing", Map.of("on", "2023-03-20")).expect(200);
    return id;
  }

  /** The code of a programme of the Union that runs from 2021 to 2025. */
  protected String programme() {
    var code = "P" + freshCode();
    var days = Map.of("from", "2021-01-01", "until", "2025-12-31", "source", "QĐ 1719/QĐ-TTg");
    client
        .post(PROGRAMMES, json(Map.of("code", code, "name", "Dự án 8", "days", days)))
        .expect(201);
    return code;
  }

  /** What a unit's dialogue of a day in May 2023 is to be. */
  protected static Map<String, Object> dialogue(UUID unit) {
    return Map.of(
        "unitId", unit,
        "kind", "POLICY_DIALOGUE",
        "title", "Đối thoại chính sách cấp xã",
        "place", "Hội trường xã",
        "from", "2023-05-10",
        "to", "2023-05-10",
        "budget", 5_000_000,
        "source", "PROGRAMME");
  }

  /** The id of an activity that was held on the day it was planned for. */
  protected String heldActivity(Map<String, ?> plan) {
    var id = id(client.post(ACTIVITIES, json(plan)).expect(201));
    client
        .post(
            ACTIVITIES + "/" + id + "/holding",
            json(Map.of("from", "2023-05-10", "to", "2023-05-10")),
            version(1))
        .expect(200);
    return id;
  }

  /** What came of an activity: one recommendation to a unit. */
  protected static Map<String, Object> report(UUID owner) {
    return Map.of(
        "outcome", "Đã thống nhất ba kiến nghị.",
        "recommendations",
            List.of(Map.of("text", "Mở lớp", "ownerUnitId", owner, "dueOn", "2023-12-31")),
        "on", "2023-05-12");
  }
}

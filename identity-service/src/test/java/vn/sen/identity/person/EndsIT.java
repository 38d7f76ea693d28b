package vn.sen.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.identity.IdentityService;

/** What ends an appointment from outside: its unit, and the person's leaving. */
class EndsIT extends IdentityService {

  private static final LocalDate TODAY = LocalDate.now(BusinessZone.ID);

  private static void publish(Topic topic, UUID aggregate, long sequence, DomainEvent event) {
    var record =
        new EventRecord(
            EventRecord.idOf(aggregate, sequence),
            MembershipEvents.SOURCE,
            aggregate,
            MembershipEvents.CATALOG.nameOf(event),
            Instant.now(),
            sequence,
            event.effectiveDate(),
            Cause.UNKNOWN,
            MembershipEvents.CATALOG.encode(event));
    var bytes = new ByteArraySerializer();
    Map<String, Object> config = Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap());
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      producer.send(record.toProducerRecord(topic.name())).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static OrgUnitCreated unit(UnitLevel level, @Nullable UUID parent) {
    return new OrgUnitCreated(
        "x" + UUID.randomUUID().toString().substring(0, 5),
        "Đơn vị",
        level,
        level == UnitLevel.PROVINCE ? UnitKind.PROVINCE : UnitKind.WARD,
        parent,
        LocalDate.of(1990, 1, 1),
        true);
  }

  private static JsonNode appointments(String name) {
    return claims(localToken("user", name)).at("/sen/appointments");
  }

  @Test
  void anAppointmentEndsWithItsUnit() {
    // given
    var commune = UUID.randomUUID();
    publish(Topic.ORG_UNITS, commune, 1, unit(UnitLevel.COMMUNE, null));
    var name = freshName();
    register(name, List.of(officerAt(commune)));
    assertThat(appointments(name)).hasSize(1);
    // when
    publish(Topic.ORG_UNITS, commune, 2, new OrgUnitClosed(TODAY));
    // then
    await().untilAsserted(() -> assertThat(appointments(name)).isEmpty());
  }

  @Test
  void anAppointmentIsHeldUntilTheDayItsUnitCloses() {
    // given
    var commune = UUID.randomUUID();
    publish(Topic.ORG_UNITS, commune, 1, unit(UnitLevel.COMMUNE, null));
    publish(Topic.ORG_UNITS, commune, 2, new OrgUnitClosed(TODAY.plusDays(1)));
    var marker = UUID.randomUUID();
    publish(Topic.ORG_UNITS, marker, 1, unit(UnitLevel.COMMUNE, null));
    publish(Topic.ORG_UNITS, marker, 2, new OrgUnitClosed(TODAY));
    var name = freshName();
    // when
    register(name, List.of(officerAt(commune), officerAt(marker)));
    // then
    await().untilAsserted(() -> assertThat(appointments(name)).hasSize(1));
    var midnight = TODAY.plusDays(1).atStartOfDay(BusinessZone.ID).toEpochSecond();
    assertThat(claims(localToken("user", name)).path("exp").asLong()).isLessThanOrEqualTo(midnight);
  }

  @Test
  void whoeverLeavesTheUnionOrDiesHoldsNothingAnyMore() {
    for (var reason : List.of(Flow.MOVE_OUT, Flow.DEATH)) {
      // given
      var member = UUID.randomUUID();
      var name = freshName();
      client
          .post(
              PEOPLE,
              json(
                  Map.of(
                      "name",
                      name,
                      "memberId",
                      member,
                      "appointments",
                      List.of(officerAt(UUID.randomUUID())))))
          .expect(201);
      assertThat(appointments(name)).hasSize(1);
      // when
      publish(
          Topic.MEMBERS, member, 1, new MemberLeft(UUID.randomUUID(), reason, TODAY, List.of()));
      // then
      await().untilAsserted(() -> assertThat(appointments(name)).isEmpty());
    }
  }

  @Test
  void administratorsManageWhoeverIsBelowAndNobodyElse() {
    // given
    var province = UUID.randomUUID();
    var commune = UUID.randomUUID();
    publish(Topic.ORG_UNITS, province, 1, unit(UnitLevel.PROVINCE, null));
    publish(Topic.ORG_UNITS, commune, 1, unit(UnitLevel.COMMUNE, province));
    var name = freshName();
    register(name, List.of(administratorOf(province)));
    var administrator = client.as(localToken("user", name));
    var elsewhere = register(freshName(), List.of(officerAt(UUID.randomUUID())));
    // when
    var below =
        await()
            .until(
                () ->
                    administrator.post(
                        PEOPLE,
                        json(
                            Map.of(
                                "name", freshName(), "appointments", List.of(officerAt(commune))))),
                answer -> answer.status() == 201)
            .json()
            .path("id")
            .asString();
    // then
    administrator.get(PEOPLE + "/" + below).expect(200);
    administrator.get(PEOPLE + "/" + elsewhere).expectProblem(403, "out-of-scope");
    administrator
        .post(PEOPLE + "/" + elsewhere + "/lock", "", "If-Match", "\"2\"")
        .expectProblem(403, "out-of-scope");
    administrator
        .post(
            PEOPLE + "/" + below + "/appointments",
            json(administratorOf(province)),
            "If-Match",
            "\"2\"")
        .expectProblem(403, "out-of-scope");
    administrator
        .post(
            PEOPLE + "/" + below + "/appointments",
            json(Map.of("roles", List.of("ADMINISTRATOR"), "from", "2020-01-01")),
            "If-Match",
            "\"2\"")
        .expectProblem(403, "out-of-scope");
    var shown = administrator.get(PEOPLE + "?limit=500").expect(200).json().path("items");
    assertThat(shown.valueStream().map(p -> p.path("id").asString()))
        .contains(below)
        .doesNotContain(elsewhere);
  }

  private static Map<String, Object> administratorOf(UUID unit) {
    return Map.of("unitId", unit, "roles", List.of("ADMINISTRATOR"), "from", "2020-01-01");
  }
}

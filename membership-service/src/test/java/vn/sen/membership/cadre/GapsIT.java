package vn.sen.membership.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.training.CompetencyEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.TrainingEvents;

class GapsIT extends CadreService {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A title with a seat at each commune, whose standard demands something of everything. */
  private String demandingTitle() {
    var title = title(1);
    var standard =
        Map.of(
            "level",
            "COMMUNE",
            "theory",
            "INTERMEDIATE",
            "professional",
            "UNIVERSITY",
            "competencies",
            List.of("TIN_HOC"),
            "source",
            "Hướng dẫn 12/HD",
            "from",
            "2022-01-01");
    client.post(TITLES + "/" + title + "/standards", json(standard), version(1)).expect(200);
    return title;
  }

  private void state(String person, String what, String level, long version) {
    var body = json(Map.of("level", level, "from", "2019-06-30"));
    client.post(PEOPLE + "/" + person + "/" + what, body, version(version)).expect(200);
  }

  private static void publish(CompetencyEvent event, long sequence) {
    var record =
        new EventRecord(
            EventRecord.idOf(event.personId(), sequence),
            TrainingEvents.SOURCE,
            event.personId(),
            TrainingEvents.CATALOG.nameOf(event),
            Instant.now(),
            sequence,
            event.effectiveDate(),
            Cause.UNKNOWN,
            TrainingEvents.CATALOG.encode(event));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record.toProducerRecord(Topic.COMPETENCIES.name())).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The event was not published", e);
    }
  }

  private JsonNode gapOf(String person, String day) {
    var items =
        client.get(PEOPLE + "/" + person + "/gaps?at=" + day).expect(200).json().path("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private List<String> lacking(String unit, String title, String day) {
    return client
        .get("/api/membership/gaps?unitId=%s&titleId=%s&at=%s".formatted(unit, title, day))
        .expect(200)
        .json()
        .path("items")
        .findValuesAsString("name");
  }

  @Test
  void aGapClosesByWhatOfficersStateAndByWhatClassesGive() {
    // given a chair of whom nothing is known
    var title = demandingTitle();
    var hoa = member("Nguyễn Thị Hòa");
    appoint(commune, title, hoa, "2021-05-20").expect(200);
    // then she lacks everything that the standard of the day demands, and before it nothing
    assertThat(gapOf(hoa, "2022-01-01").path("lacks"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"theory":"INTERMEDIATE","professional":"UNIVERSITY","competencies":["TIN_HOC"]}\
                    """));
    assertThat(lacking(province, title, "2022-01-01")).containsExactly("Nguyễn Thị Hòa");
    assertThat(lacking(province, title, "2021-12-31")).isEmpty();

    // when
    state(hoa, "theory-levels", "ADVANCED", 0);
    state(hoa, "professional-levels", "UNIVERSITY", 1);
    var course = UUID.randomUUID();
    var person = UUID.fromString(hoa);
    var from = LocalDate.parse("2023-03-10");
    var until = LocalDate.parse("2025-03-09");
    publish(new CompetencyGained(person, "TIN_HOC", from, until, course), 1);

    // then the gap is closed for as long as the training lasts
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(lacking(commune, title, "2023-03-10")).isEmpty());
    assertThat(lacking(commune, title, "2023-03-09")).containsExactly("Nguyễn Thị Hòa");
    assertThat(lacking(commune, title, "2025-03-10")).containsExactly("Nguyễn Thị Hòa");
    var gap = gapOf(hoa, "2024-01-01");
    assertThat(gap.at("/has/theory").asString()).isEqualTo("ADVANCED");
    assertThat(gap.at("/has/competencies/0").asString()).isEqualTo("TIN_HOC");
    assertThat(gap.at("/lacks").has("theory")).isFalse();

    // and when the result was wrong, it is open again
    publish(new CompetencyWithdrawn(person, "TIN_HOC", from, course), 2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(lacking(commune, title, "2024-01-01"))
                    .containsExactly("Nguyễn Thị Hòa"));
  }

  @Test
  void whatIsStatedOfSomebodyIsPublishedByHerIdAndShown() {
    // given
    var hoa = member("Nguyễn Thị Hòa");
    // when
    state(hoa, "professional-levels", "MASTER", 0);
    // then
    var record =
        PublishedRecords.where(
                Topic.CADRES,
                r ->
                    JsonMapper.shared().readTree(r.value()).path("personId").asString().equals(hoa),
                1)
            .getFirst();
    assertThat(JsonMapper.shared().readTree(record.value()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    "{\"personId\":\"%s\",\"level\":\"MASTER\",\"from\":\"2019-06-30\"}"
                        .formatted(hoa)));
    var view = client.get(PEOPLE + "/" + hoa + "/qualifications").expect(200);
    assertThat(view.header("ETag")).isEqualTo("\"1\"");
    assertThat(view.json().at("/professional/0/level").asString()).isEqualTo("MASTER");
    var path = PEOPLE + "/" + hoa + "/theory-levels";
    client.post(path, "{\"level\":\"HIGH\"}", version(1)).expect(400).expectField("/level");
    client.post(path, "{\"level\":\"ADVANCED\"}", version(1)).expect(422).expectField("/from");
    client
        .post(path, "{\"level\":\"ADVANCED\",\"from\":\"2999-01-01\"}", version(1))
        .expect(422)
        .expectField("/from");
    client
        .post(path, "{\"level\":\"ADVANCED\",\"from\":\"2020-01-01\"}", version(0))
        .expectProblem(412, "stale-version");
  }

  @Test
  void anErasedCadreStillCountsAndNobodyCanSayWhoSheWas() {
    // given somebody who was in post, was qualified, and left
    var title = demandingTitle();
    var name = "Nguyễn Thị Hòa " + freshCode();
    var hoa = member(name);
    appoint(commune, title, hoa, "2021-05-20").expect(200);
    state(hoa, "theory-levels", "ADVANCED", 0);
    client
        .post(
            MEMBERS + "/" + hoa + "/departures",
            "{\"on\":\"2023-06-01\",\"reason\":\"RESIGNED\"}",
            version(1))
        .expect(200);
    // when her data is shown to her, and then erased
    var shown =
        client
            .get("/api/membership/data-requests/" + request(hoa, "ACCESS") + "/export")
            .expect(200)
            .json()
            .path("cadre");
    assertThat(shown.at("/terms/0/unitId").asString()).isEqualTo(commune);
    assertThat(shown.at("/theory/0/level").asString()).isEqualTo("ADVANCED");
    client
        .post(
            "/api/membership/data-requests/" + request(hoa, "ERASURE") + "/fulfilment",
            json(Map.of("on", BusinessZone.today(), "proof", "Biên bản số 12")),
            version(1))
        .expect(200);
    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        client
                            .get(PEOPLE + "/" + hoa + "/qualifications")
                            .json()
                            .path("theory")
                            .isEmpty())
                    .isTrue());
    assertThat(inPost(commune, title, "2023-05-31")).containsExactly("—");
    assertThat(inPost(commune, title, "2023-06-01")).isEmpty();
  }

  private String request(String member, String right) {
    var body =
        Map.of(
            "memberId",
            member,
            "right",
            right,
            "channel",
            "IN_PERSON",
            "receivedOn",
            BusinessZone.today(),
            "identityCheck",
            "Đã xem căn cước");
    return id(client.post("/api/membership/data-requests", json(body)).expect(201));
  }
}

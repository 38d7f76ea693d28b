package vn.sen.training.trainingclass;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.training.TrainingService;

class ClassesIT extends TrainingService {

  @Test
  void who_passes_a_class_is_competent_until_the_result_is_corrected() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var course = course("GENDER");

    // when
    var id = passedClass(course, unit, hoa);

    // then
    var theme = client.get(COURSES + "/" + course).json().path("themeId").asString();
    var results = PublishedRecords.of(Topic.CLASSES, id, 6).get(5);
    assertThat(PublishedRecords.headers(results))
        .containsAllEntriesOf(
            Map.of(
                "ce_source", "/sen/training",
                "ce_subject", id,
                "ce_type", "training.class.results-recorded.v1",
                "ce_sequence", "6",
                "ce_effectivedate", "2023-03-15"));
    assertThat(new String(results.value(), UTF_8))
        .isEqualTo(
            """
            {"results":[{"personId":"%s","passed":true}],"competency":"GENDER",\
            "competentUntil":"2026-03-14","on":"2023-03-15","changes":[{"date":"2023-03-15",\
            "place":{"themeId":"%s","courseId":"%s","unitId":"%s","personId":"%s",\
            "category":"MEMBER"},"measure":"PASSED","delta":1}]}\
            """
                .formatted(hoa, theme, course, unit, hoa));
    var gained = PublishedRecords.of(Topic.COMPETENCIES, hoa.toString(), 1).getFirst();
    assertThat(new String(gained.key(), UTF_8)).isEqualTo(hoa.toString());
    assertThat(new String(gained.value(), UTF_8))
        .isEqualTo(
            """
            {"personId":"%s","competency":"GENDER","from":"2023-03-15","until":"2026-03-14",\
            "classId":"%s"}\
            """
                .formatted(hoa, id));

    // and when the result is corrected
    command(id, "results", Map.of("results", List.of(Map.of("personId", hoa, "passed", false))))
        .expect(200);

    // then
    var withdrawn = PublishedRecords.of(Topic.COMPETENCIES, hoa.toString(), 2).getLast();
    assertThat(PublishedRecords.headers(withdrawn).get("ce_type"))
        .isEqualTo("training.competency.withdrawn.v1");
    var shown = client.get("/api/training/people/" + hoa + "/competencies").expect(200).json();
    assertThat(shown.path("competencies")).isEmpty();
  }

  @Test
  void a_class_shows_how_many_took_part_and_to_its_officers_who() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var head = participant(unit, "VILLAGE_HEAD");

    // when
    var id = openClass(course("GENDER"), unit, hoa, head);
    command(id, "attendance", attendance(1, hoa, head)).expect(200);
    command(id, "attendance", attendance(2, head)).expect(200);
    command(id, "holding", Map.of()).expect(200);

    // then
    var shown = client.get(CLASSES + "/" + id).expect(200).json();
    assertThat(shown.path("status").asString()).isEqualTo("HELD");
    assertThat(shown.path("coOrganiser").asString()).isEqualTo("Trung tâm Chính trị huyện");
    assertThat(shown.path("audience").asString()).isEqualTo("Cán bộ Hội cơ sở");
    assertThat(shown.path("enrolled").asInt()).isEqualTo(2);
    assertThat(shown.path("attended").asInt()).isEqualTo(2);
    assertThat(shown.path("present").toString()).isEqualTo("{\"1\":2,\"2\":1}");
    assertThat(shown.toString()).doesNotContain(hoa.toString());
    var seats = client.get(CLASSES + "/" + id + "/participants?limit=1").expect(200);
    assertThat(seats.json().path("items")).hasSize(1);
    assertThat(seats.header("Link")).contains("cursor=");
    assertThat(client.get(CLASSES + "/" + id + "/participants").json().path("items").valueStream())
        .extracting(seat -> seat.path("category").asString())
        .containsExactlyInAnyOrder("MEMBER", "VILLAGE_HEAD");
    assertThat(
            client
                .get(CLASSES + "?status=HELD&from=2023-03-14&to=2023-03-14&unitId=" + unit)
                .expect(200)
                .json()
                .path("items")
                .valueStream())
        .extracting(item -> item.path("id").asString())
        .containsExactly(id);
    assertThat(client.get(CLASSES + "?status=PLANNED&unitId=" + unit).json().path("items"))
        .isEmpty();
  }

  private UUID participant(UUID unit, String category) {
    var body = Map.of("name", "Ông Mô Phỏng", "unitId", unit, "category", category);
    return UUID.fromString(id(client.post(PARTICIPANTS, json(body)).expect(201)));
  }

  @Test
  void a_unit_sends_its_own_people_as_far_as_it_was_granted_places() {
    // given a class of the province, and a commune of it
    var province = province();
    var unit = commune(province);
    var neighbour = commune(province);
    var hoa = member(unit);
    var mai = member(unit);
    var stranger = member(neighbour);
    var id = openClass(course("GENDER"), province);
    enrol(id, stranger);
    var officer = client.as(Tokens.at(unit.toString(), Role.OFFICER));

    // then
    var people = Map.of("participants", List.of(hoa));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                command(officer, id, "participants", people)
                    .expectProblem(403, "no-places-granted")
                    .expectField("/participants/0"));
    command(id, "places", Map.of("unitId", unit, "places", 1)).expect(200);
    command(officer, id, "participants", Map.of("participants", List.of(stranger)))
        .expectProblem(403, "out-of-scope");
    command(officer, id, "participants", people).expect(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                command(officer, id, "participants", Map.of("participants", List.of(mai)))
                    .expectProblem(422, "places-taken"));
    command(officer, id, "participants", Map.of("participants", List.of(UUID.randomUUID())))
        .expectProblem(422, "participant-unknown")
        .expectField("/participants/0");
    // and attendance is the organiser's
    command(officer, id, "attendance", attendance(1, hoa)).expectProblem(403, "out-of-scope");
  }

  @Test
  void who_held_a_post_takes_part_as_a_cadre() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var term = UUID.randomUUID();
    publish(
        Topic.POSTS,
        term,
        1,
        new PersonAppointed(
            term, UUID.randomUUID(), unit, hoa, LocalDate.of(2021, 1, 1), null, List.of()));

    // then
    var course = course("GENDER");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var id = openClass(course, unit, hoa);
              var seats = client.get(CLASSES + "/" + id + "/participants").json().path("items");
              assertThat(seats.path(0).path("category").asString()).isEqualTo("CADRE");
            });
  }

  @Test
  void a_class_that_follows_a_successor_is_found_there() {
    // given a class of a commune that is divided since
    var unit = commune();
    var id = plannedClass(course("GENDER"), unit);
    var split = divided(unit);
    var officer = client.as(Tokens.at(split.one().toString(), Role.OFFICER));
    var neighbour = client.as(Tokens.at(split.other().toString(), Role.OFFICER));

    // when she finds and reads it, as the other successor does while nobody has taken it
    assertThat(listed(neighbour)).containsExactly(id);
    assertThat(listed(officer)).containsExactly(id);
    var path = CLASSES + "/" + id;
    var seen = officer.get(path).expect(200).json().path("version").asLong();
    officer.get(path + "/participants").expectProblem(403, "out-of-scope");
    officer
        .post(path + "/assignment", json(Map.of("successorId", split.one())), version(seen))
        .expect(200);

    // then
    assertThat(listed(officer)).containsExactly(id);
    assertThat(listed(neighbour)).isEmpty();
    neighbour.get(path).expectProblem(403, "out-of-scope");
  }

  private static List<String> listed(ServiceClient reader) {
    return reader
        .get(CLASSES)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void what_the_rules_refuse_is_named() {
    // given
    var unit = commune();
    var course = course("GENDER");
    var id = plannedClass(course, unit);

    // then
    command(id, "holding", Map.of()).expectProblem(409, "class-not-open");
    command(id, "participants", Map.of("participants", List.of(member(unit))))
        .expectProblem(409, "class-not-open");
    command(id, "opening", Map.of()).expect(200);
    command(id, "holding", Map.of()).expectProblem(409, "nobody-attended");
    command(id, "attendance", Map.of("session", 9, "marks", List.of()))
        .expect(422)
        .expectField("/marks");
    command(id, "attendance", attendance(9, UUID.randomUUID()))
        .expectProblem(422, "session-unknown");
    command(id, "cancellation", Map.of("reason", "NO_BUDGET")).expect(200);
    command(id, "opening", Map.of()).expectProblem(409, "class-not-planned");
    client
        .post(CLASSES, json(Map.of("courseId", UUID.randomUUID(), "unitId", unit, "plan", draft())))
        .expectProblem(422, "course-unknown")
        .expectField("/courseId");
    client.post(CLASSES + "/" + id + "/opening", "").expectProblem(428, "version-required");
  }

  @Test
  void the_plan_is_put_anew() {
    // given
    var id = plannedClass(course("GENDER"), commune());
    var path = CLASSES + "/" + id + "/plan";
    var changed = new HashMap<>(draft());
    changed.put("budget", 9_000_000);

    // when
    client.put(path, json(changed), version(1)).expect(200);

    // then
    var shown = client.get(CLASSES + "/" + id).json();
    assertThat(shown.at("/plan/budget").asLong()).isEqualTo(9_000_000);
    client.put(path, json(changed), version(1)).expectProblem(412, "stale-version");
  }

  @Test
  void a_class_is_of_a_programme_that_runs_and_of_a_unit_that_is_there() {
    // given
    var unit = commune();
    var course = course("GENDER");
    var programme = programme();
    var draft = new HashMap<>(draft());
    draft.put("programme", programme.toLowerCase());
    var body = Map.of("courseId", course, "unitId", unit, "plan", draft);
    var unknown = new HashMap<>(draft());
    unknown.put("programme", "P0");

    // when
    var id = id(client.post(CLASSES, json(body)).expect(201));

    // then
    assertThat(client.get(CLASSES + "/" + id).json().at("/plan/programme").asString())
        .isEqualTo(programme);
    var path = CLASSES + "/" + id + "/plan";
    client
        .put(path, json(unknown), version(1))
        .expectProblem(422, "class-programme-unknown")
        .expectField("/programme");
    var late = new HashMap<>(draft("2026-01-05"));
    late.put("programme", programme);
    client
        .post(CLASSES, json(Map.of("courseId", course, "unitId", unit, "plan", late)))
        .expectProblem(422, "class-programme-unknown");
    // and a day on which the unit is no more
    publish(Topic.ORG_UNITS, unit, 2, new OrgUnitClosed(LocalDate.of(2023, 6, 1)));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                client
                    .put(path, json(draft("2023-06-05")), version(1))
                    .expectProblem(422, "unit-not-there"));
  }
}

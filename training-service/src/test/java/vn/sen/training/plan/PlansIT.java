package vn.sen.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.events.Topic;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.TermEnd;
import vn.sen.events.membership.TitleEvent.TitleStandardSet;
import vn.sen.events.membership.UnitLevel;
import vn.sen.training.TrainingService;

class PlansIT extends TrainingService {

  private static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);

  private final UUID title = UUID.randomUUID();

  private void demands(String competency) {
    publish(
        Topic.TITLES,
        title,
        1,
        new TitleStandardSet(UnitLevel.COMMUNE, null, null, List.of(competency), "QĐ 1", LONG_AGO));
  }

  private UUID appoint(UUID person, UUID unit) {
    var term = UUID.randomUUID();
    publish(
        Topic.POSTS,
        term,
        1,
        new PersonAppointed(term, title, unit, person, LONG_AGO, null, List.of()));
    return term;
  }

  private JsonNode plan(String id) {
    return client.get(PLANS + "/" + id).expect(200).json();
  }

  @Test
  void a_gap_becomes_a_plan_the_plan_a_class_and_the_class_closes_the_gap() {
    // given a province with two chairs who lack what their title demands
    var competency = "C" + freshCode();
    var province = province();
    var unit = commune(province);
    var hoa = member(unit);
    var mai = member(unit);
    demands(competency);
    appoint(hoa, unit);
    var term = appoint(mai, unit);

    // when
    var id = id(client.post(PLANS, json(Map.of("unitId", province, "year", 2023))).expect(201));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var known = plan(id);
              client
                  .post(PLANS + "/" + id + "/recount", "", version(known.path("version").asLong()))
                  .expect(200);
              return plan(id).at("/lines/0/open").asInt() == 2;
            });
    var line = plan(id).at("/lines/0/id").asString();
    var classId = classFor(line, course(competency), unit);
    enrol(classId, hoa);
    command(classId, "attendance", attendance(1, hoa)).expect(200);
    command(classId, "holding", Map.of()).expect(200);
    command(classId, "results", passed(hoa)).expect(200);

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> plan(id).at("/lines/0/open").asInt() == 1);
    var needs = client.get(PLANS + "/" + id + "/needs").expect(200).json();
    assertThat(needs.at("/0/people").valueStream())
        .anySatisfy(
            want -> {
              assertThat(want.path("personId").asString()).isEqualTo(hoa.toString());
              assertThat(want.path("metBy").asString()).isEqualTo(classId);
            });
    assertThat(client.get(CLASSES + "?planLineId=" + line).json().path("items")).hasSize(1);

    // and who leaves her post is not to be trained any more
    publish(
        Topic.POSTS,
        term,
        2,
        new TermEnded(
            term, title, unit, mai, TermEnd.values()[0], LocalDate.of(2023, 5, 1), List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              var version = plan(id).path("version").asLong();
              client.post(PLANS + "/" + id + "/recount", "", version(version)).expect(200);
              return plan(id).at("/lines/0/people").asInt() == 1;
            });
    assertThat(plan(id).at("/lines/0/open").asInt()).isZero();
  }

  private String classFor(String line, String course, UUID unit) {
    // what has run out meets no need, so it is taught lately
    var draft = new HashMap<>(draft(LocalDate.now(ZoneOffset.UTC).minusDays(10).toString()));
    draft.put("planLineId", line);
    client
        .post(CLASSES, json(Map.of("courseId", course("OTHER"), "unitId", unit, "plan", draft)))
        .expectProblem(422, "another-competency-needed")
        .expectField("/planLineId");
    var id =
        id(
            client
                .post(CLASSES, json(Map.of("courseId", course, "unitId", unit, "plan", draft)))
                .expect(201));
    command(id, "opening", Map.of()).expect(200);
    return id;
  }

  @Test
  void a_unit_has_one_plan_a_year() {
    // given
    var body = json(Map.of("unitId", commune(), "year", 2023));
    client.post(PLANS, body).expect(201);

    // then
    client.post(PLANS, body).expectProblem(409, "natural-key-taken").expectField("/year");
  }
}

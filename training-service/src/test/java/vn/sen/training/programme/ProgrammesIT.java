package vn.sen.training.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.training.TrainingService;

class ProgrammesIT extends TrainingService {

  private String project(String code) {
    var days = Map.of("from", "2021-01-01", "until", "2025-12-31", "source", "QĐ 1719/QĐ-TTg");
    var body = Map.of("code", code, "name", "Dự án 8", "days", days);
    return id(client.post(PROGRAMMES, json(body)).expect(201));
  }

  private void indicator(String programme, String code, long version, Map<String, ?> rule) {
    var body =
        Map.of(
            "code",
            code,
            "name",
            "Chỉ tiêu " + code,
            "unit",
            "nhà",
            "decimals",
            0,
            "rule",
            rule,
            "from",
            "2021-01-01");
    client
        .post(PROGRAMMES + "/" + programme + "/indicators", json(body), version(version))
        .expect(200);
  }

  private static Map<String, Object> result(String indicator, long value) {
    return Map.of(
        "indicator", indicator, "asOf", "2023-06-30", "value", value, "source", "Báo cáo số 7");
  }

  @Test
  void a_programme_says_what_it_is_measured_by_and_from_when() {
    // given
    var code = "P" + freshCode();
    var id = project(code);
    var path = PROGRAMMES + "/" + id;
    indicator(id, "TEAMS", 1, Map.of("measure", "GROUPS_FOUNDED", "groupType", "TTCD"));

    // when
    var rule = Map.of("measure", "GROUPS_ALIVE", "groupType", "TTCD", "ownOnly", true);
    client
        .post(
            path + "/indicators/TEAMS/versions",
            json(Map.of("name", "Tổ đang hoạt động", "rule", rule, "from", "2023-01-01")),
            version(2))
        .expect(200);
    client
        .post(path + "/names", json(Map.of("name", "Dự án Tám", "from", "2023-01-01")), version(3))
        .expect(200);

    // then
    var revised = PublishedRecords.of(Topic.UNION_PROGRAMMES, id, 4).get(2);
    assertThat(PublishedRecords.headers(revised))
        .containsAllEntriesOf(
            Map.of(
                "ce_source", "/sen/training",
                "ce_subject", id,
                "ce_type", "training.programme.indicator-revised.v1",
                "ce_sequence", "3",
                "ce_effectivedate", "2023-01-01"));
    assertThat(new String(revised.value(), UTF_8))
        .isEqualTo(
            """
            {"code":"TEAMS","name":"Tổ đang hoạt động","rule":{"measure":"GROUPS_ALIVE",\
            "groupType":"TTCD","ownOnly":true},"from":"2023-01-01"}\
            """);
    var shown = client.get(path).expect(200).json();
    assertThat(shown.path("name").asString()).isEqualTo("Dự án Tám");
    assertThat(shown.at("/indicators/0/versions")).hasSize(2);
    var running = client.get(PROGRAMMES + "?at=2022-05-01&limit=500").expect(200).json();
    assertThat(running.path("items").valueStream().filter(one -> isCode(one.path("code"), code)))
        .extracting(one -> one.path("name").asString())
        .containsExactly("Dự án 8");
    var over = client.get(PROGRAMMES + "?at=2026-01-01&limit=500").expect(200).json();
    assertThat(over.path("items").valueStream()).noneMatch(one -> isCode(one.path("code"), code));
  }

  private static boolean isCode(JsonNode node, String code) {
    return node.asString().equals(code);
  }

  @Test
  void a_target_is_set_for_a_unit_and_a_year() {
    // given
    var unit = commune();
    var code = "P" + freshCode();
    var programme = project(code);
    indicator(programme, "TEAMS", 1, Map.of("measure", "GROUPS_FOUNDED", "groupType", "TTCD"));
    var path = PROGRAMMES + "/" + programme + "/units/" + unit;
    var target = Map.of("value", 3, "source", "Kế hoạch số 12", "on", "2023-01-15");

    // when
    var set = client.put(path + "/targets/TEAMS/2023", json(target), version(0)).expect(200);

    // then
    var record = PublishedRecords.of(Topic.UNION_PROGRAMMES, id(set), 1).getFirst();
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"programme":"%s","unitId":"%s","indicator":"TEAMS","year":2023,"value":3,\
            "source":"Kế hoạch số 12","on":"2023-01-15","changes":[{"date":"2023-01-01",\
            "place":{"programme":"%s","indicator":"TEAMS","unitId":"%s","year":2023},\
            "measure":"TARGET","delta":3}]}\
            """
                .formatted(code, unit, code, unit));
    client
        .put(path + "/targets/TEAMS/2030", json(target), version(1))
        .expectProblem(422, "indicator-not-in-force");
    client
        .post(path + "/results", json(result("TEAMS", 3)), version(1))
        .expectProblem(422, "result-is-counted")
        .expectField("/indicator");
    client
        .put(path + "/targets/TEAMS/2023", json(target), version(0))
        .expectProblem(412, "stale-version");
    client.post(path + "/targets/TEAMS/2023/withdrawal", "", version(1)).expect(200);
    assertThat(client.get(path).expect(200).json().path("targets")).isEmpty();
  }

  @Test
  void a_result_that_nobody_can_count_is_stated_by_two_people() {
    // given
    var unit = commune();
    var programme = project("P" + freshCode());
    indicator(programme, "HOUSES", 1, Map.of("measure", "STATED", "stated", "YEAR_TO_DATE"));
    var path = PROGRAMMES + "/" + programme + "/units/" + unit;
    var decision = path + "/results/HOUSES/2023-06-30/";
    var officer = client.as(Tokens.at(unit.toString(), Role.OFFICER));
    var chair = client.as(Tokens.at(unit.toString(), Role.APPROVER));
    var both = client.as(Tokens.at(unit.toString(), Role.OFFICER, Role.APPROVER));

    // when
    both.post(path + "/results", json(result("HOUSES", 41)), version(0)).expect(200);

    // then
    both.post(decision + "approval", "", version(1)).expectProblem(403, "author-cannot-approve");
    chair.post(decision + "rejection", "", version(1)).expect(200);
    assertThat(listed(programme, "waiting=true", chair)).isEmpty();
    officer.post(path + "/results", json(result("HOUSES", 40)), version(2)).expect(200);
    assertThat(listed(programme, "waiting=true", chair)).containsExactly(unit.toString());
    chair.post(decision + "approval", "", version(3)).expect(200);
    var shown = client.get(path).expect(200).json();
    assertThat(shown.at("/results/0/value").asLong()).isEqualTo(40);
    assertThat(shown.path("proposed")).isEmpty();
    assertThat(listed(programme, "unitId=" + unit, officer)).containsExactly(unit.toString());
  }

  @Test
  void goals_are_listed_by_unit_and_page() {
    // given
    var province = province();
    var units = List.of(commune(province), commune(province));
    var elsewhere = commune();
    var programme = project("P" + freshCode());
    indicator(programme, "TEAMS", 1, Map.of("measure", "GROUPS_FOUNDED", "groupType", "TTCD"));
    var target = Map.of("value", 3, "source", "Kế hoạch số 12", "on", "2023-01-15");
    for (var unit : List.of(units.getFirst(), units.getLast(), elsewhere)) {
      client
          .put(
              PROGRAMMES + "/" + programme + "/units/" + unit + "/targets/TEAMS/2023",
              json(target),
              version(0))
          .expect(200);
    }

    // then
    var first =
        client.get(PROGRAMMES + "/" + programme + "/units?limit=1&unitId=" + province).expect(200);
    assertThat(first.json().path("items")).hasSize(1);
    assertThat(first.header("Link")).contains("cursor=");
    assertThat(listed(programme, "unitId=" + province, client))
        .containsExactlyInAnyOrder(units.getFirst().toString(), units.getLast().toString());
    var officer = client.as(Tokens.at(elsewhere.toString(), Role.OFFICER));
    assertThat(listed(programme, "unitId=" + province, officer)).isEmpty();
  }

  private static List<String> listed(String programme, String query, ServiceClient reader) {
    return reader
        .get(PROGRAMMES + "/" + programme + "/units?" + query)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("unitId").asString())
        .toList();
  }
}

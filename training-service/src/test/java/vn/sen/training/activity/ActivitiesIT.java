package vn.sen.training.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
import vn.sen.training.TrainingService;

class ActivitiesIT extends TrainingService {

  private static Map<String, Object> came(List<UUID> members) {
    return Map.of(
        "members", members,
        "others", List.of(Map.of("category", "MAN", "count", 30)),
        "traits",
            List.of(
                Map.of("trait", "WOMEN", "count", members.size()),
                Map.of("trait", "ETHNIC_MINORITY", "count", 12)));
  }

  private static Map<String, Object> with(Map<String, ?> plan, String field, Object value) {
    var changed = new HashMap<String, Object>(plan);
    changed.put(field, value);
    return changed;
  }

  /** States who came, once the news of the members has arrived. */
  private void attend(String id, long version, UUID... members) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                client
                        .put(
                            ACTIVITIES + "/" + id + "/participants",
                            json(came(List.of(members))),
                            version(version))
                        .status()
                    == 200);
  }

  @Test
  void a_dialogue_is_held_attended_and_reported() {
    // given
    var unit = commune();
    var hoa = member(unit);
    var programme = programme();

    // when
    var id = heldActivity(with(dialogue(unit), "programme", programme));
    attend(id, 2, hoa);
    var path = ACTIVITIES + "/" + id;
    client.put(path + "/report", json(report(unit)), version(3)).expect(200);
    client
        .post(path + "/recommendations/1/completion", "{\"on\":\"2023-08-01\"}", version(4))
        .expect(200);

    // then
    var stated = PublishedRecords.of(Topic.ACTIVITIES, id, 5).get(2);
    assertThat(PublishedRecords.headers(stated))
        .containsAllEntriesOf(
            Map.of(
                "ce_source", "/sen/training",
                "ce_subject", id,
                "ce_type", "training.activity.participants-stated.v1",
                "ce_sequence", "3",
                "ce_effectivedate", "2023-05-10"));
    var place = "\"kind\":\"POLICY_DIALOGUE\",\"unitId\":\"" + unit + "\"";
    place += ",\"programme\":\"" + programme + "\"";
    assertThat(new String(stated.value(), UTF_8))
        .isEqualTo(
            """
            {"members":[{"memberId":"%1$s","category":"MEMBER"}],\
            "others":[{"category":"MAN","count":30}],\
            "traits":[{"trait":"WOMEN","count":1},{"trait":"ETHNIC_MINORITY","count":12}],\
            "on":"2023-05-10","changes":[\
            {"date":"2023-05-10","place":{%2$s,"personId":"%1$s","category":"MEMBER"},\
            "measure":"TURNS","delta":1},\
            {"date":"2023-05-10","place":{%2$s,"category":"MAN"},"measure":"TURNS","delta":30},\
            {"date":"2023-05-10","place":{%2$s,"trait":"WOMEN"},\
            "measure":"TRAIT_TURNS","delta":1},\
            {"date":"2023-05-10","place":{%2$s,"trait":"ETHNIC_MINORITY"},\
            "measure":"TRAIT_TURNS","delta":12}]}\
            """
                .formatted(hoa, place));
    var reported = PublishedRecords.of(Topic.ACTIVITIES, id, 5).get(3);
    assertThat(new String(reported.value(), UTF_8)).doesNotContain("thống nhất", "Mở lớp");
    var shown = client.get(path).expect(200).json();
    assertThat(shown.path("status").asString()).isEqualTo("REPORTED");
    assertThat(shown.path("people").asInt()).isEqualTo(31);
    assertThat(shown.path("members").asInt()).isEqualTo(1);
    assertThat(shown.at("/report/outcome").asString()).isEqualTo("Đã thống nhất ba kiến nghị.");
    assertThat(shown.at("/report/advice/0/recommendation/doneOn").asString())
        .isEqualTo("2023-08-01");
    assertThat(shown.toString()).doesNotContain(hoa.toString());
    var members = client.get(path + "/participants").expect(200).json().path("items");
    assertThat(members.at("/0/memberId").asString()).isEqualTo(hoa.toString());
  }

  @Test
  void a_visited_commune_sees_the_visit_and_does_what_it_recommends() {
    // given a visit of the province to one of its communes
    var province = province();
    var visited = commune(province);
    var neighbour = commune(province);
    var plan = with(with(dialogue(province), "kind", "SUPPORT_VISIT"), "targetUnitId", visited);
    var id = heldActivity(plan);
    var path = ACTIVITIES + "/" + id;
    client.put(path + "/report", json(report(visited)), version(2)).expect(200);
    var officer = client.as(Tokens.at(visited.toString(), Role.OFFICER));
    var stranger = client.as(Tokens.at(neighbour.toString(), Role.OFFICER));

    // then
    assertThat(officer.get(path).expect(200).json().path("id").asString()).isEqualTo(id);
    stranger.get(path).expectProblem(403, "out-of-scope");
    assertThat(listed(officer, "?kind=SUPPORT_VISIT&status=REPORTED")).containsExactly(id);
    assertThat(listed(officer, "?kind=BRIEFING")).isEmpty();
    assertThat(listed(stranger, "")).isEmpty();
    assertThat(listed(client, "?unitId=" + province + "&from=2023-05-10&to=2023-05-10"))
        .containsExactly(id);
    // and it says that it did what was recommended, and no more
    var done = "{\"on\":\"2023-08-01\"}";
    var completion = path + "/recommendations/1/completion";
    stranger.post(completion, done, version(3)).expectProblem(403, "out-of-scope");
    officer
        .put(path + "/report", json(report(visited)), version(3))
        .expectProblem(403, "out-of-scope");
    officer.post(completion, done, version(3)).expect(200);
  }

  private static List<String> listed(ServiceClient reader, String query) {
    return reader
        .get(ACTIVITIES + query)
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void activities_are_listed_by_page() {
    // given
    var unit = commune();
    var one = heldActivity(dialogue(unit));
    var other = heldActivity(dialogue(unit));

    // when
    var first = client.get(ACTIVITIES + "?limit=1&unitId=" + unit).expect(200);

    // then
    var next = first.json().path("next").asString();
    var second = client.get(ACTIVITIES + "?limit=1&unitId=" + unit + "&cursor=" + next);
    assertThat(first.header("Link")).contains("cursor=");
    assertThat(
            List.of(
                first.json().at("/items/0/id").asString(),
                second.expect(200).json().at("/items/0/id").asString()))
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void a_successor_of_the_visited_unit_takes_its_part_and_finds_it() {
    // given a visit to a commune of another province, that is divided since
    var organiser = commune();
    var visited = commune();
    var plan = with(with(dialogue(organiser), "kind", "SUPPORT_VISIT"), "targetUnitId", visited);
    var path = ACTIVITIES + "/" + heldActivity(plan);
    var split = divided(visited);
    var officer = client.as(Tokens.at(split.one().toString(), Role.OFFICER));
    var neighbour = client.as(Tokens.at(split.other().toString(), Role.OFFICER));
    var organisers = client.as(Tokens.at(organiser.toString(), Role.OFFICER));
    var assignment = json(Map.of("successorId", split.one()));

    // when she finds and reads it, as the other successor does while nobody has taken it
    assertThat(listed(neighbour, "")).hasSize(1);
    var open = ACTIVITIES + "/" + listed(officer, "?unitId=" + visited).getFirst();
    var seen = version(officer.get(open).expect(200).json().path("version").asLong());
    neighbour.post(open + "/assignment", assignment, seen).expectProblem(403, "out-of-scope");
    organisers.post(open + "/assignment", assignment, seen).expectProblem(403, "out-of-scope");
    officer.post(open + "/assignment", assignment, seen).expect(200);

    // then
    var shown = officer.get(path).expect(200).json();
    assertThat(shown.path("version").asInt()).isEqualTo(3);
    assertThat(listed(officer, "")).containsExactly(shown.path("id").asString());
    assertThat(listed(neighbour, "")).isEmpty();
    neighbour.get(path).expectProblem(403, "out-of-scope");
    neighbour
        .post(path + "/assignment", json(Map.of("successorId", split.other())), version(3))
        .expectProblem(403, "out-of-scope");
  }

  @Test
  void what_the_rules_refuse_is_named() {
    // given
    var unit = commune();
    var id = heldActivity(dialogue(unit));
    var path = ACTIVITIES + "/" + id;

    // then
    client
        .put(path + "/participants", json(came(List.of(UUID.randomUUID()))), version(2))
        .expectProblem(422, "attendee-unknown")
        .expectField("/members/0");
    client
        .post(path + "/cancellation", "{\"reason\":\"NO_BUDGET\"}", version(2))
        .expectProblem(409, "activity-took-place");
    refused(unit, "programme", "KHONGCO").expectProblem(422, "activity-programme-unknown");
    refused(unit, "themeId", UUID.randomUUID()).expectProblem(422, "activity-theme-unknown");
    refused(unit, "targetUnitId", UUID.randomUUID())
        .expectProblem(422, "activity-unit-unknown")
        .expectField("/targetUnitId");
    refused(unit, "budget", -1).expect(422).expectField("/budget");
    client.put(path + "/plan", json(dialogue(unit))).expectProblem(428, "version-required");
    client
        .put(path + "/plan", json(with(dialogue(unit), "budget", 1)), version(1))
        .expectProblem(412, "stale-version");
    client.put(path + "/plan", json(with(dialogue(unit), "budget", 1)), version(2)).expect(200);
    assertThat(client.get(path).json().at("/plan/budget").asLong()).isEqualTo(1);
  }

  private ServiceClient.Answer refused(UUID unit, String field, Object value) {
    return client.post(ACTIVITIES, json(with(dialogue(unit), field, value)));
  }

  @Test
  void somebody_elses_members_are_counted_not_named() {
    // given
    var province = province();
    var unit = commune(province);
    var stranger = member(commune(province));
    var id = heldActivity(dialogue(unit));
    var officer = client.as(Tokens.at(unit.toString(), Role.OFFICER));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                officer
                    .put(
                        ACTIVITIES + "/" + id + "/participants",
                        json(came(List.of(stranger))),
                        version(2))
                    .expectProblem(403, "out-of-scope")
                    .expectField("/members/0"));
  }
}

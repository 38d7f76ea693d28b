package vn.sen.membership.communitygroup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class GroupsIT extends MembershipService {

  private String province;
  private String commune;
  private String branch;
  private String type;

  @BeforeEach
  void givenATypeOfGroups() {
    province = province();
    commune = commune(province);
    branch = branch(commune);
    type = type("[]");
  }

  private String type(String parameters) {
    var code = "T" + freshCode();
    client
        .post(
            GROUP_TYPES,
            """
            {"code":"%s","name":"Tổ truyền thông cộng đồng","from":"2022-01-01","parameters":%s}\
            """
                .formatted(code, parameters))
        .expect(201);
    return code;
  }

  private Map<String, Object> team(String unit) {
    return new HashMap<>(
        Map.of(
            "type", type,
            "name", "Tổ thôn Phú Hòa",
            "unitId", unit,
            "foundedOn", "2023-03-08",
            "programme", "DA8"));
  }

  private String founded(String unit) {
    return id(client.post(GROUPS, json(team(unit))).expect(201));
  }

  private String member(String name) {
    return member(name, "2020-03-08");
  }

  private String member(String name, String joinedOn) {
    var body = Map.of("unitId", branch, "fullName", name, "birthYear", 1980, "joinedOn", joinedOn);
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  private JsonNode read(String group) {
    return client.get(GROUPS + "/" + group).expect(200).json();
  }

  private List<String> listed(ServiceClient reader, String query) {
    return reader
        .get(GROUPS + "?type=" + type + query)
        .expect(200)
        .json()
        .path("items")
        .findValuesAsString("id");
  }

  @Test
  void aFoundingIsPublishedWithoutItsName() {
    // when
    var id = founded(commune);

    // then
    var record = PublishedRecords.of(Topic.COMMUNITY_GROUPS, id, 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.group.founded.v1")
        .containsEntry("ce_effectivedate", "2023-03-08");
    var place =
        "{\"type\":\"%s\",\"programme\":\"DA8\",\"unitId\":\"%s\"}".formatted(type, commune);
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"type":"%1$s","programme":"DA8","unitId":"%2$s","on":"2023-03-08","changes":[\
            {"date":"2023-03-08","place":%3$s,"measure":"GROUPS","delta":1},\
            {"date":"2023-03-08","place":%3$s,"measure":"FOUNDED","delta":1}]}\
            """
                .formatted(type, commune, place));
    assertThat(read(id).path("name").asString()).isEqualTo("Tổ thôn Phú Hòa");
    assertThat(listed(client, "&programme=DA8&closed=false&unitId=" + province))
        .containsExactly(id);
    assertThat(listed(client, "&programme=NTM")).isEmpty();
  }

  @Test
  void membersJoinMeetAndDropOutWhenTheyDie() {
    // given
    var group = GROUPS + "/" + founded(commune);
    var hoa = member("Lê Thị Hòa");
    var lan = member("Lê Thị Lan");

    // when they join, and others with them, and meet
    client
        .post(
            group + "/members",
            json(Map.of("memberIds", List.of(hoa, lan), "on", "2023-05-01")),
            version(1))
        .expect(200);
    client
        .put(group + "/others", json(Map.of("count", 12, "from", "2023-05-01")), version(2))
        .expect(200);
    var meeting =
        Map.of("on", "2023-06-01", "topic", "Truyền thông", "attended", List.of(hoa), "others", 20);
    client.put(group + "/meetings/" + UUID.randomUUID(), json(meeting), version(3)).expect(200);
    // and one dies
    client
        .post(
            MEMBERS + "/" + hoa + "/departures",
            "{\"on\":\"2023-07-01\",\"reason\":\"DIED\"}",
            version(1))
        .expect(200);

    // then she is out on that day, and what she attended stays
    var id = group.substring(group.lastIndexOf('/') + 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(id).at("/members/0/leftOn").asString("").equals("2023-07-01"));
    assertThat(read(id).at("/members/1").has("leftOn")).isFalse();
    assertThat(read(id).at("/meetings/0/attended/0").asString()).isEqualTo(hoa);
    var line = client.get(GROUPS + "?type=" + type).json().at("/items/0");
    assertThat(line.path("members").asInt()).isEqualTo(1);
    assertThat(line.path("others").asInt()).isEqualTo(12);
    assertThat(line.path("meetings").asInt()).isEqualTo(1);
    var left = PublishedRecords.of(Topic.COMMUNITY_GROUPS, id, 5).getLast();
    assertThat(new String(left.value(), UTF_8))
        .contains("\"on\":\"2023-07-01\"", "\"measure\":\"MEMBERS\",\"delta\":-1");
  }

  @Test
  void whoIsToldToHaveJoinedAfterSheLeftTheUnionDropsOutOnTheDaySheDid() {
    var group = founded(commune);
    var hoa = member("Lê Thị Hòa");
    client
        .post(
            MEMBERS + "/" + hoa + "/departures",
            "{\"on\":\"2023-07-01\",\"reason\":\"RESIGNED\"}",
            version(1))
        .expect(200);

    client
        .post(
            GROUPS + "/" + group + "/members",
            json(Map.of("memberIds", List.of(hoa), "on", "2023-05-01")),
            version(1))
        .expect(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(group).at("/members/0/leftOn").asString("").equals("2023-07-01"));
  }

  @Test
  void correctedDaysAreDaysOnWhichTheyWereMembers() {
    // given somebody who joined the Union in June
    var group = GROUPS + "/" + founded(commune);
    var hoa = member("Lê Thị Hòa", "2023-06-01");
    client
        .post(
            group + "/members",
            json(Map.of("memberIds", List.of(hoa), "on", "2023-07-01")),
            version(1))
        .expect(200);
    var path = group + "/meetings/" + UUID.randomUUID();
    client.put(path, meeting("2023-07-02", hoa), version(2)).expect(200);

    // then
    var stay = group + "/members/" + hoa + "/stay";
    client
        .put(stay, json(Map.of("joinedOn", "2023-05-31")), version(3))
        .expectProblem(422, "no-member-then")
        .expectField("/joinedOn");
    client.put(stay, json(Map.of("joinedOn", "2023-06-01")), version(3)).expect(200);
    client
        .put(path, meeting("2023-05-31", hoa), version(4))
        .expectProblem(422, "no-member-then")
        .expectField("/attended/0");
    client.put(path, meeting("2023-06-01", hoa), version(4)).expect(200);
  }

  private String meeting(String on, String attended) {
    return json(
        Map.of("on", on, "topic", "Truyền thông", "attended", List.of(attended), "others", 20));
  }

  @Test
  void onlyMembersOfTheOfficersUnitsAreNamed() {
    var group = GROUPS + "/" + founded(commune);
    var elsewhere = commune(province);
    var stranger =
        id(
            client.post(
                MEMBERS,
                json(
                    Map.of(
                        "unitId",
                        elsewhere,
                        "fullName",
                        "Lê Thị An",
                        "birthYear",
                        1980,
                        "joinedOn",
                        "2020-03-08"))));
    var officer = client.as(Tokens.at(commune, Role.OFFICER));

    officer
        .post(
            group + "/members",
            json(Map.of("memberIds", List.of(stranger), "on", "2023-05-01")),
            version(1))
        .expectProblem(422, "no-member-then")
        .expectField("/memberIds/0");
    client
        .post(
            group + "/members",
            json(Map.of("memberIds", List.of(stranger), "on", "2023-05-01")),
            version(1))
        .expect(200);
  }

  @Test
  void afterARedrawingGroupsStandUnderTheSuccessor() {
    // given one group in a commune that goes over whole, one in a commune that is split
    var whole = founded(commune);
    var divided = commune(province);
    var split = founded(divided);

    // when
    var redrawn = redrawn(redrawing(commune, divided));
    var first = unitOf(redrawn, "a");
    var second = unitOf(redrawn, "b");
    var officer = client.as(Tokens.at(second, Role.OFFICER));

    // then the first one follows by itself, the second when it is assigned
    assertThat(listed(client.as(Tokens.at(first, Role.OFFICER)), "")).containsExactly(whole);
    assertThat(read(whole).path("version").asInt()).isEqualTo(1);
    assertThat(listed(officer, "")).isEmpty();
    var assignment = json(Map.of("redrawingId", id(redrawn), "successorId", second));
    client.post(GROUPS + "/" + split + "/assignments", assignment, version(1)).expect(200);
    assertThat(listed(officer, "&unitId=" + second)).containsExactly(split);
    assertThat(listed(client, "&unitId=" + divided)).containsExactly(split);
    assertThat(listed(client, "&unitId=" + first)).containsExactly(whole);
    assertThat(listed(client, "&unitId=" + province)).containsExactlyInAnyOrder(whole, split);
    officer.get(GROUPS + "/" + split).expect(200);
    client
        .post(GROUPS + "/" + whole + "/assignments", assignment, version(1))
        .expectProblem(422, "not-concerned-by-the-split");
  }

  private String redrawing(String whole, String divided) {
    return """
    {"resolution":"1200/NQ-UBTVQH15","effectiveOn":"2024-11-01",
     "units":[{"key":"a","code":"%s","name":"Phường A","level":"COMMUNE","kind":"WARD","parentId":"%s"},
              {"key":"b","code":"%s","name":"Phường B","level":"COMMUNE","kind":"WARD","parentId":"%s"}],
     "successions":[{"fromId":"%s","toKey":"a","extent":"FULL"},
                    {"fromId":"%s","toKey":"a","extent":"PARTIAL"},
                    {"fromId":"%s","toKey":"b","extent":"PARTIAL"}]}\
    """
        .formatted(freshCode(), province, freshCode(), province, whole, divided, divided);
  }

  private static String unitOf(Answer redrawn, String key) {
    for (var unit : redrawn.json().path("units")) {
      if (unit.path("key").asString().equals(key)) {
        return unit.path("id").asString();
      }
    }
    throw new AssertionError("No unit " + key);
  }

  @Test
  void aGroupIsCorrectedSponsoredAndClosed() {
    // given
    type =
        type("[{\"key\":\"households\",\"name\":\"Số hộ\",\"kind\":\"NUMBER\",\"required\":true}]");
    var team = team(branch);
    client
        .post(GROUPS, json(team))
        .expectProblem(422, "parameter-missing")
        .expectField("/parameters");
    team.put("parameters", List.of(Map.of("key", "households", "value", "12")));
    var group = GROUPS + "/" + id(client.post(GROUPS, json(team)).expect(201));

    // when
    team.remove("programme");
    team.put("foundedOn", "2023-03-01");
    client.put(group + "/registration", json(team), version(1)).expect(200);
    client.put(group + "/programme", "{\"from\":\"2023-06-01\"}", version(2)).expect(200);
    client
        .put(
            group + "/closing",
            json(Map.of("reason", "FULFILLED", "note", "Đã hoàn thành", "on", "2023-09-01")),
            version(3))
        .expect(200);
    client.post(group + "/closing/cancellation", "", version(4)).expect(200);

    // then
    var read = client.get(group).expect(200).json();
    assertThat(read.path("foundedOn").asString()).isEqualTo("2023-03-01");
    assertThat(read.at("/parameters/households").asString()).isEqualTo("12");
    assertThat(read.path("programmes").findValuesAsString("from"))
        .containsExactly("2023-03-01", "2023-06-01");
    assertThat(read.has("closing")).isFalse();
    assertThat(client.get(group + "/history").json().path("items").findValuesAsString("type"))
        .containsExactly(
            "membership.group.founded.v1",
            "membership.group.corrected.v1",
            "membership.group.programme-changed.v1",
            "membership.group.closed.v1",
            "membership.group.closing-cancelled.v1");
  }

  @Test
  void aTypeIsKeptByTheProvince() {
    var code = "T" + freshCode();
    var path =
        GROUP_TYPES
            + "/"
            + id(
                client
                    .post(
                        GROUP_TYPES,
                        json(Map.of("code", code, "name", "Địa chỉ tin cậy", "from", "2022-01-01")))
                    .expect(201));
    var parameter = Map.of("key", "place", "name", "Nơi", "kind", "TEXT", "required", false);

    client
        .post(
            path + "/parameters",
            json(Map.of("parameter", parameter, "from", "2024-01-01")),
            version(1))
        .expect(200);
    client
        .post(path + "/names", "{\"name\":\"Địa chỉ an toàn\",\"from\":\"2024-01-01\"}", version(2))
        .expect(200);
    client
        .post(path + "/parameters/place/retirement", "{\"on\":\"2025-01-01\"}", version(3))
        .expect(200);
    client.post(path + "/retirement", "{\"on\":\"2026-01-01\"}", version(4)).expect(200);

    var read = client.get(path).expect(200).json();
    assertThat(read.path("names").findValuesAsString("name"))
        .containsExactly("Địa chỉ tin cậy", "Địa chỉ an toàn");
    assertThat(read.at("/parameters/0/until").asString()).isEqualTo("2025-01-01");
    assertThat(read.path("retiredOn").asString()).isEqualTo("2026-01-01");
    client
        .post(GROUP_TYPES, json(Map.of("code", code, "name", "Trùng", "from", "2022-01-01")))
        .expectProblem(409, "natural-key-taken");
    assertThat(
            client.get(GROUP_TYPES + "?limit=500").json().path("items").findValuesAsString("code"))
        .contains(code);
    PublishedRecords.of(Topic.GROUP_TYPES, path.substring(path.lastIndexOf('/') + 1), 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type      | \"NICHTS\"                          | 422 | /type",
        "name      | \" \"                               | 422 | /name",
        "unitId    | \"6f2f1d9a-0000-4000-8000-000000000000\" | 422 | /unitId",
        "unitId    | 7                                   | 400 | /unitId",
        "foundedOn | \"2199-01-01\"                      | 422 | /foundedOn",
        "foundedOn | \"2023-02-30\"                      | 400 | /foundedOn",
        "programme | \"dự án\"                           | 422 | /programme",
        "parameters | [{\"key\":\"x\",\"value\":\"1\"}]  | 422 | /parameters/0/key",
        "rooms     | 3                                   | 400 | /rooms"
      })
  void badGroupsAreNamedByField(String field, String value, int status, String pointer) {
    var team = json(team(commune));
    var bad =
        team.contains("\"" + field + "\"")
            ? team.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + value)
            : team.replaceFirst("}$", ",\"" + field + "\":" + value + "}");

    client.post(GROUPS, bad).expect(status).expectField(pointer);
  }

  @Test
  void badChangesAreRefused() {
    var group = GROUPS + "/" + founded(commune);
    var others = json(Map.of("count", 1, "from", "2023-05-01"));

    client.put(group + "/others", others).expectProblem(428, "version-required");
    client.put(group + "/others", others, version(3)).expectProblem(412, "stale-version");
    client
        .put(group + "/others", json(Map.of("count", -1, "from", "2023-05-01")), version(1))
        .expect(422)
        .expectField("/count");
    client
        .put(group + "/others", json(Map.of("count", 1, "from", "2023-01-01")), version(1))
        .expectProblem(422, "before-the-founding")
        .expectField("/from");
    client
        .post(group + "/meetings/" + UUID.randomUUID() + "/cancellation", "", version(1))
        .expectProblem(404, "meeting-unknown");
    client.get(GROUPS + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
    client
        .get(GROUPS + "?unitId=" + UUID.randomUUID())
        .expectProblem(422, "unit-not-in-force")
        .expectField("/unitId");
  }
}

package vn.sen.membership.household;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class HouseholdsIT extends MembershipService {

  private String branch;

  @BeforeEach
  void givenABranch() {
    branch = branch(commune(province()));
  }

  private String household() {
    var body = Map.of("unitId", branch, "headName", "Trần Văn Nam", "address", "Thôn 1");
    return id(client.post(HOUSEHOLDS, json(body)).expect(201));
  }

  private String member(String household) {
    var body =
        Map.of(
            "unitId",
            branch,
            "fullName",
            "Nguyễn Thị Hòa",
            "birthYear",
            1980,
            "joinedOn",
            "2020-03-08",
            "householdId",
            household);
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  private void awaitMembers(String household, String... members) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(membersOf(household)).containsExactlyInAnyOrder(members));
  }

  private List<String> membersOf(String household) {
    return client
        .get(HOUSEHOLDS + "/" + household)
        .expect(200)
        .json()
        .path("members")
        .valueStream()
        .map(node -> node.asString())
        .toList();
  }

  @Test
  void aHouseholdIsPublishedWithoutNames() {
    // when
    var id = household();
    client
        .put(
            HOUSEHOLDS + "/" + id,
            "{\"headName\":\"Trần Văn Năm\",\"address\":\"Thôn 2\"}",
            version(1))
        .expect(200);
    // then
    var read = client.get(HOUSEHOLDS + "/" + id).expect(200);
    assertThat(read.header("ETag")).isEqualTo("\"2\"");
    assertThat(read.json().path("headName").asString()).isEqualTo("Trần Văn Năm");
    var records = PublishedRecords.of(Topic.HOUSEHOLDS, id, 2);
    assertThat(new String(records.getFirst().value(), UTF_8)).contains(branch);
    assertThat(new String(records.getLast().value(), UTF_8))
        .contains("headName", "address")
        .doesNotContain("Trần", "Thôn");
  }

  @Test
  void theRosterFollowsItsMembers() {
    // given
    var first = household();
    var second = household();
    // when they join
    var hoa = member(first);
    var lan = member(first);
    // then
    awaitMembers(first, hoa, lan);
    // when one moves to another household and one dies
    client
        .put(
            MEMBERS + "/" + hoa + "/household",
            json(Map.of("householdId", second, "on", "2023-06-01")),
            version(1))
        .expect(200);
    client
        .post(
            MEMBERS + "/" + lan + "/departures",
            "{\"on\":\"2023-06-01\",\"reason\":\"DIED\"}",
            version(1))
        .expect(200);
    // then
    awaitMembers(first);
    awaitMembers(second, hoa);
  }

  @Test
  void aMoveIsAnEventOfItsOwn() {
    var id = household();
    var to = branch(commune(province()));
    var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    client
        .post(
            HOUSEHOLDS + "/" + id + "/moves",
            json(Map.of("toUnitId", to, "on", today.toString())),
            version(1))
        .expect(200);

    assertThat(client.get(HOUSEHOLDS + "/" + id).json().path("unitId").asString()).isEqualTo(to);
    var history = client.get(HOUSEHOLDS + "/" + id + "/history").expect(200).json();
    assertThat(history.path("items").findValuesAsString("type"))
        .containsExactly("membership.household.registered.v1", "membership.household.moved.v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"headName\":\"A\"} | 422 | /unitId",
        "{\"unitId\":\"6f2f1d9a-0000-4000-8000-000000000000\"} | 422 | /headName",
        "{\"unitId\":\"6f2f1d9a-0000-4000-8000-000000000000\",\"headName\":\"A\"} | 422 | /unitId",
        "{\"unitId\":7,\"headName\":\"A\"} | 400 | /unitId",
        "{\"headName\":\"A\",\"rooms\":3} | 400 | /rooms"
      })
  void badHouseholdsAreNamedByField(String body, int status, String pointer) {
    client.post(HOUSEHOLDS, body).expect(status).expectField(pointer);
  }

  @Test
  void badChangesAreRefused() {
    var id = household();
    var path = HOUSEHOLDS + "/" + id;

    client.put(path, "{\"headName\":\"A\"}").expectProblem(428, "version-required");
    client.put(path, "{\"headName\":\"A\"}", version(3)).expectProblem(412, "stale-version");
    client.put(path, "{}", version(1)).expect(422).expectField("/headName");
    client.post(path + "/moves", "{\"on\":\"2023-01-01\"}", version(1)).expectField("/toUnitId");
    client
        .put(HOUSEHOLDS + "/" + UUID.randomUUID(), "{\"headName\":\"A\"}", version(1))
        .expectProblem(404, "not-found");
  }
}

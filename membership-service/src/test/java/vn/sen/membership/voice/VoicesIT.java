package vn.sen.membership.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class VoicesIT extends MembershipService {

  private static final String DATA_REQUESTS = "/api/membership/data-requests";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String TEXT = "Xin trạm nước sạch cho thôn Phú Hòa";

  @Autowired MongoDatabase database;

  private String province;
  private String commune;
  private String branch;
  private ServiceClient communeOfficer;
  private ServiceClient provinceOfficer;

  @BeforeEach
  void givenAnOfficerOfTheCommuneAndOneOfTheProvince() {
    province = province();
    commune = commune(province);
    branch = branch(commune);
    communeOfficer = client.as(Tokens.at(commune, Role.OFFICER));
    provinceOfficer = client.as(Tokens.at(province, Role.OFFICER));
  }

  private Map<String, Object> voice(String raisedOn) {
    return new HashMap<>(
        Map.of(
            "unitId",
            branch,
            "by",
            "ANONYMOUS",
            "kind",
            "PETITION",
            "subject",
            "ENVIRONMENT",
            "raisedOn",
            raisedOn,
            "text",
            TEXT));
  }

  private String raised(String raisedOn) {
    return VOICES + "/" + id(communeOfficer.post(VOICES, json(voice(raisedOn))).expect(201));
  }

  private static String routing(String to, String on) {
    return json(Map.of("toUnitId", to, "on", on, "reason", "Vượt thẩm quyền"));
  }

  private static String answer(String on) {
    return json(Map.of("on", on, "text", "Đã lắp trạm cấp nước"));
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void aVoiceIsRoutedAnsweredAndClosedWithWhoRaisedIt() {
    // given
    var voice = raised("2023-10-02");
    var due = client.get(voice).json().at("/rounds/0/dueOn").asString();

    // when the commune passes it on to the province
    communeOfficer
        .post(voice + "/routings", routing(province, "2023-10-04"), version(1))
        .expect(200);
    communeOfficer
        .post(voice + "/answers", answer("2023-10-05"), version(2))
        .expectProblem(403, "out-of-scope");
    provinceOfficer.post(voice + "/answers", answer(due), version(2)).expect(200);
    // and the commune tells who raised it, who is not satisfied
    communeOfficer
        .post(voice + "/closing", json(Map.of("on", due, "satisfied", false)), version(3))
        .expect(200);
    communeOfficer
        .post(
            voice + "/reopening",
            json(Map.of("on", "2023-11-01", "reason", "Nước vẫn đục")),
            version(4))
        .expect(200);

    // then the province has to answer once more
    var read = communeOfficer.get(voice).expect(200).json();
    assertThat(read.path("state").asString()).isEqualTo("OPEN");
    assertThat(read.path("ownerId").asString()).isEqualTo(province);
    assertThat(read.path("text").asString()).isEqualTo(TEXT);
    assertThat(read.at("/rounds/0/route/0/reason").asString()).isEqualTo("Vượt thẩm quyền");
    assertThat(read.at("/rounds/0/answer/text").asString()).isEqualTo("Đã lắp trạm cấp nước");
    assertThat(read.at("/rounds/1/reason").asString()).isEqualTo("Nước vẫn đục");
    var records = PublishedRecords.of(Topic.VOICES, idOf(voice), 5);
    assertThat(records)
        .extracting(record -> PublishedRecords.headers(record).get("ce_type"))
        .containsExactly(
            "membership.voice.raised.v1",
            "membership.voice.routed.v1",
            "membership.voice.answered.v1",
            "membership.voice.closed.v1",
            "membership.voice.reopened.v1");
    var place =
        """
        {"unitId":"%1$s","ownerId":"%1$s","kind":"PETITION","subject":"ENVIRONMENT"}\
        """
            .formatted(branch);
    assertThat(new String(records.getFirst().value(), UTF_8))
        .isEqualTo(
            """
            {"unitId":"%1$s","by":"ANONYMOUS","kind":"PETITION","subject":"ENVIRONMENT",\
            "dueOn":"%2$s","on":"2023-10-02","changes":[\
            {"date":"2023-10-02","place":%4$s,"measure":"RAISED","delta":1},\
            {"date":"2023-10-02","place":%4$s,"measure":"OPEN","delta":1},\
            {"date":"%3$s","place":%4$s,"measure":"OVERDUE","delta":1}]}\
            """
                .formatted(branch, due, LocalDate.parse(due).plusDays(1), place));
    assertThat(records)
        .extracting(record -> new String(record.value(), UTF_8))
        .noneMatch(data -> data.contains("nước") || data.contains("thẩm quyền"));
  }

  @Test
  void aDayIsCorrectedAndAVoiceWithdrawn() {
    var voice = raised("2023-10-02");
    var corrected = json(Map.of("kind", "NEED", "subject", "HEALTH", "raisedOn", "2023-10-01"));

    communeOfficer.put(voice + "/particulars", corrected, version(1)).expect(200);
    communeOfficer.post(voice + "/withdrawal", "{\"on\":\"2023-10-10\"}", version(2)).expect(200);

    var read = client.get(voice).expect(200).json();
    assertThat(read.path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(read.path("kind").asString()).isEqualTo("NEED");
    assertThat(read.path("raisedOn").asString()).isEqualTo("2023-10-01");
    assertThat(read.path("withdrawnOn").asString()).isEqualTo("2023-10-10");
    communeOfficer
        .post(voice + "/answers", answer("2023-10-11"), version(3))
        .expectProblem(409, "voice-is-withdrawn");
  }

  @Test
  void whatIsDueFirstComesFirst() {
    // given two overdue ones, one with the province, and one that is not due yet
    var later = raised("2023-10-20");
    var earlier = raised("2023-10-02");
    var fresh = raised(TODAY.toString());
    communeOfficer
        .post(earlier + "/routings", routing(province, "2023-10-04"), version(1))
        .expect(200);

    // then
    assertThat(listed(communeOfficer, "?state=OPEN"))
        .containsExactly(idOf(earlier), idOf(later), idOf(fresh));
    assertThat(listed(communeOfficer, "?overdue=true")).containsExactly(idOf(earlier), idOf(later));
    assertThat(listed(provinceOfficer, "?overdue=true&unitId=" + commune))
        .containsExactly(idOf(later));
    assertThat(listed(provinceOfficer, "?kind=NEED")).isEmpty();
    assertThat(listed(client.as(Tokens.at(commune(province), Role.OFFICER)), "")).isEmpty();
    // page by page
    var first = communeOfficer.get(VOICES + "?limit=2").expect(200).json();
    assertThat(first.path("items").findValuesAsString("id"))
        .containsExactly(idOf(earlier), idOf(later));
    assertThat(first.toString()).doesNotContain(TEXT);
    assertThat(listed(communeOfficer, "?limit=2&cursor=" + first.path("next").asString()))
        .containsExactly(idOf(fresh));
  }

  private static List<String> listed(ServiceClient reader, String query) {
    return reader.get(VOICES + query).expect(200).json().path("items").findValuesAsString("id");
  }

  @Test
  void whoOnlyAuditsReadsNoWordOfIt() {
    // given
    var voice = raised("2023-10-02");
    communeOfficer
        .post(voice + "/routings", routing(commune, "2023-10-04"), version(1))
        .expect(200);

    // when
    var read = client.as(Tokens.at(province, Role.AUDITOR)).get(voice).expect(200);

    // then
    assertThat(read.json().at("/rounds/0/route/0/toUnitId").asString()).isEqualTo(commune);
    assertThat(read.body()).doesNotContain(TEXT, "Vượt thẩm quyền");
  }

  @Test
  void voicesAreLikeEachOtherMutually() {
    // given
    var first = raised("2023-10-02");
    var second = raised("2023-10-03");
    var third = raised("2023-10-04");

    // when
    link(first, second, 1);
    awaitSimilar(second, first);
    link(third, first, 1);

    // then
    awaitSimilar(first, second, third);
    awaitSimilar(third, first, second);
    var version = client.get(first).json().path("version").asLong();
    communeOfficer.post(first + "/unlinking", "", version(version)).expect(200);
    awaitSimilar(second, third);
    awaitSimilar(first);
    communeOfficer
        .post(first + "/links", json(Map.of("voiceId", idOf(first))), version(version + 1))
        .expectProblem(422, "linked-to-itself");
  }

  private void link(String voice, String other, long version) {
    communeOfficer
        .post(voice + "/links", json(Map.of("voiceId", idOf(other))), version(version))
        .expect(200);
  }

  private void awaitSimilar(String voice, String... others) {
    var ids = List.of(others).stream().map(VoicesIT::idOf).toList();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(similar(communeOfficer.get(voice).expect(200).json()))
                    .containsExactlyInAnyOrderElementsOf(ids));
  }

  private static List<String> similar(JsonNode voice) {
    return voice.path("similar").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void herDataErasedNothingIsLeftOfWhatAMemberRaised() {
    // given a member's voice
    var person =
        Map.of(
            "unitId",
            branch,
            "fullName",
            "Nguyễn Thị Nêu " + branch.substring(0, 4).replaceAll("[^a-z]", "x"),
            "birthYear",
            1980,
            "joinedOn",
            "2020-03-08");
    var member = id(client.post(MEMBERS, json(person)).expect(201));
    var body = voice("2023-10-02");
    body.put("by", "MEMBER");
    body.put("memberId", member);
    var voice = VOICES + "/" + id(communeOfficer.post(VOICES, json(body)).expect(201));

    // then she can see it
    var access = dataRequest(member, "ACCESS");
    var held = client.get(DATA_REQUESTS + "/" + access + "/export").expect(200).json();
    assertThat(held.at("/voices/0/text").asString()).isEqualTo(TEXT);

    // when she leaves, and her data is erased
    var departure = Map.of("on", "2024-06-01", "reason", "MOVED_OUT");
    client.post(MEMBERS + "/" + member + "/departures", json(departure), version(1)).expect(200);
    var done = json(Map.of("on", TODAY, "proof", "Biên bản số 12"));
    client
        .post(
            DATA_REQUESTS + "/" + dataRequest(member, "ERASURE") + "/fulfilment", done, version(1))
        .expect(200);

    // then it counts, says nothing, and its key is no more
    var read = client.get(voice).expect(200);
    assertThat(read.json().path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(read.body()).doesNotContain(TEXT, member);
    assertThat(
            database
                .getCollection("dataKeys")
                .find(Filters.eq("_id", UUID.fromString(idOf(voice))))
                .first())
        .isNull();
    var erased = PublishedRecords.of(Topic.VOICES, idOf(voice), 2).getLast();
    assertThat(new String(erased.value(), UTF_8)).doesNotContain("RAISED");
  }

  private String dataRequest(String member, String right) {
    var body =
        Map.of(
            "memberId", member,
            "right", right,
            "channel", "IN_PERSON",
            "receivedOn", TODAY,
            "identityCheck", "Đã xem căn cước");
    return id(client.post(DATA_REQUESTS, json(body)).expect(201));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unitId   | 6f2f1d9a-0000-4000-8000-000000000000 | 422 | /unitId",
        "by       | NOBODY                               | 400 | /by",
        "by       | MEMBER                               | 422 | /memberId",
        "kind     | SONG                                 | 400 | /kind",
        "subject  | MOON                                 | 422 | /subject",
        "raisedOn | 2199-01-01                           | 422 | /raisedOn",
        "raisedOn | 2023-02-30                           | 400 | /raisedOn",
        "text     | ''                                   | 422 | /text",
        "rooms    | 3                                    | 400 | /rooms"
      })
  void badVoicesAreNamedByField(String field, String value, int status, String pointer) {
    var body = voice("2023-10-02");
    body.put(field, value);

    client.post(VOICES, json(body)).expect(status).expectField(pointer);
  }

  @Test
  void badChangesAreRefused() {
    var voice = raised("2023-10-02");

    client.post(voice + "/answers", answer("2023-10-05")).expectProblem(428, "version-required");
    client
        .post(voice + "/answers", answer("2023-10-05"), version(7))
        .expectProblem(412, "stale-version");
    client
        .post(voice + "/answers", answer("2023-10-01"), version(1))
        .expectProblem(422, "voice-day-out-of-order")
        .expectField("/on");
    client
        .post(voice + "/routings", routing(commune(province), "2023-10-05"), version(1))
        .expectProblem(422, "not-above-or-below-the-owner")
        .expectField("/toUnitId");
    client
        .post(voice + "/closing", json(Map.of("on", "2023-10-05", "satisfied", true)), version(1))
        .expectProblem(409, "voice-not-answered");
    client.get(VOICES + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
    assertThat(client.get(VOICES + "/subjects").expect(200).json().findValuesAsString("code"))
        .contains("LIVELIHOOD", "OTHER");
  }
}

package vn.sen.membership.orgunit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class OrgUnitsIT extends MembershipService {

  private static final String APPROVAL = "/women-counts/WOMEN_PRESENT/2023-12-31/approval";

  private static String province(String code) {
    return """
    {"code":"%s","name":"Tỉnh Phú Yên","level":"PROVINCE","kind":"PROVINCE","validFrom":"1990-01-01"}\
    """
        .formatted(code);
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asString())
        .toList();
  }

  private Answer on(String unit, String what, String body, long version) {
    return client.post(UNITS + "/" + unit + "/" + what, body, version(version));
  }

  @Test
  void aUnitIsPublishedAsOneWholeRecordAndReadAtOnce() {
    // given
    var code = freshCode();
    // when
    var answer = client.post(UNITS, province(code)).expect(201);
    // then
    var id = id(answer);
    assertThat(answer.header("Location")).isEqualTo(UNITS + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    var read = client.get(UNITS + "/" + id).expect(200);
    assertThat(read.json().path("name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    var record = PublishedRecords.of(Topic.ORG_UNITS, id, 1).getFirst();
    assertThat(record.topic()).isEqualTo("membership.orgunit.events.v1");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(id);
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.orgunit.created.v1")
        .containsEntry("ce_id", id + ".1")
        .containsEntry("ce_sequence", "1")
        .containsEntry("ce_effectivedate", "1990-01-01")
        .containsEntry("ce_source", "/sen/membership");
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"code":"%s","name":"Tỉnh Phú Yên","level":"PROVINCE","kind":"PROVINCE",\
            "validFrom":"1990-01-01","territorial":true}\
            """
                .formatted(code));
  }

  @Test
  void theSameKeyTwiceMakesOneUnit() {
    // given
    var body = province(freshCode());
    var key = UUID.randomUUID().toString();
    // when
    var first = client.post(UNITS, body, "Idempotency-Key", key).expect(201);
    var second = client.post(UNITS, body, "Idempotency-Key", key).expect(201);
    // then
    assertThat(second.body()).isEqualTo(first.body());
    client
        .post(UNITS, province(freshCode()), "Idempotency-Key", key)
        .expectProblem(422, "key-reused");
  }

  @Test
  void aCodeAndItsFirstDayBelongToOneUnit() {
    var code = freshCode();
    client.post(UNITS, province(code)).expect(201);

    client.post(UNITS, province(code)).expectProblem(409, "code-in-use").expectField("/code");
  }

  @Test
  void changesNameTheVersionTheyChange() {
    // given
    var commune = commune(province());
    var name = "{\"name\":\"Xã Hòa Hải\",\"from\":\"2005-01-05\"}";
    // then
    client.post(UNITS + "/" + commune + "/names", name).expectProblem(428, "version-required");
    on(commune, "names", name, 7).expectProblem(412, "stale-version");
    on(UUID.randomUUID().toString(), "names", name, 1).expectProblem(404, "not-found");
    on(commune, "names", name, 1).expect(200);
    on(commune, "names", name, 1).expectProblem(412, "stale-version");
  }

  @Test
  void aUnitIsListedAsItWasOnTheDayAskedFor() {
    // given
    var province = province();
    var commune = commune(province);
    on(commune, "names", "{\"name\":\"Xã Hòa Hải\",\"from\":\"2005-01-05\"}", 1).expect(200);
    on(commune, "closure", "{\"on\":\"2020-01-01\"}", 2).expect(200);
    // then
    var before = list("?under=" + province + "&at=2005-01-04");
    var after = list("?under=" + province + "&at=2005-01-05");
    assertThat(texts(before, "id")).containsExactly(commune);
    assertThat(texts(before, "name").getFirst()).startsWith("Đơn vị");
    assertThat(texts(after, "name")).containsExactly("Xã Hòa Hải");
    assertThat(texts(after, "parentId")).containsExactly(province);
    assertThat(texts(after, "validTo")).containsExactly("2020-01-01");
    assertThat(list("?under=" + province + "&at=2020-01-01")).isEmpty();
  }

  @Test
  void unitsAreFoundByWhatTheirLocalityIs() {
    // given
    var province = province();
    var commune = commune(province);
    commune(province);
    var trait =
        """
        {"trait":"PROJECT_8_AREA","from":"2022-01-01","until":"2025-12-31","source":"861/QĐ-TTg"}\
        """;
    // when
    on(commune, "traits", trait, 1).expect(200);
    // then
    var question = "?level=COMMUNE&trait=PROJECT_8_AREA&under=" + province + "&at=";
    assertThat(texts(list(question + "2022-01-01"), "id")).containsExactly(commune);
    assertThat(list(question + "2021-12-31")).isEmpty();
    var stated = client.get(UNITS + "/" + commune).json().path("traits");
    assertThat(texts(stated, "source")).containsExactly("861/QĐ-TTg");
    // and when it was a mistake
    client
        .post(
            UNITS + "/" + commune + "/traits/PROJECT_8_AREA/2022-01-01/withdrawal", "", version(2))
        .expect(200);
    assertThat(list(question + "2022-01-01")).isEmpty();
    // while who works at the commune itself does not say what it is
    client
        .as(Tokens.at(commune, Role.OFFICER))
        .post(UNITS + "/" + commune + "/traits", trait, version(3))
        .expectProblem(403, "out-of-scope");
  }

  private JsonNode list(String question) {
    return client.get(UNITS + question).expect(200).json().path("items");
  }

  @Test
  void pagesFollowEachOther() {
    // given
    var commune = commune(province());
    for (int i = 0; i < 5; i++) {
      branch(commune);
    }
    // when
    var codes = new ArrayList<String>();
    var next = UNITS + "?limit=2&level=BRANCH&under=" + commune;
    while (!next.isEmpty()) {
      var page = client.get(next).expect(200);
      codes.addAll(texts(page.json().path("items"), "code"));
      var link = page.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    // then
    assertThat(codes).hasSize(5).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void womenAreStatedWithDefinitionSourceAndDate() {
    // given
    var commune = commune(province());
    var women =
        """
        {"definition":"WOMEN_PRESENT","count":%d,"asOf":"2023-12-31","source":"UBND xã"}\
        """;
    // when
    stateWomen(commune, women.formatted(1_500), 1);
    stateWomen(commune, women.formatted(1_510), 3);
    // then
    var counts = client.get(UNITS + "/" + commune).json().path("womenCounts");
    assertThat(counts).hasSize(1);
    assertThat(counts.at("/0/count").asInt()).isEqualTo(1_510);
    assertThat(counts.at("/0/source").asString()).isEqualTo("UBND xã");
    var history = client.get(UNITS + "/" + commune + "/history").json().path("items");
    assertThat(texts(history, "type"))
        .containsExactly(
            "membership.orgunit.created.v1",
            "membership.orgunit.women-count-proposed.v1",
            "membership.orgunit.women-count-stated.v1",
            "membership.orgunit.women-count-proposed.v1",
            "membership.orgunit.women-count-stated.v1");
    assertThat(texts(history, "actor")).contains(Tokens.SUBJECT, APPROVER);
  }

  private void stateWomen(String unit, String women, long version) {
    on(unit, "women-counts", women, version).expect(200);
    approver().post(UNITS + "/" + unit + APPROVAL, "", version(version + 1)).expect(200);
  }

  @Test
  void aNumberOfWomenCountsWhenAnotherPersonHasApprovedIt() {
    // given
    var commune = commune(province());
    var women =
        """
        {"definition":"WOMEN_PRESENT","count":1500,"asOf":"2023-12-31","source":"UBND xã"}\
        """;
    on(commune, "women-counts", women, 1).expect(200);
    // then it waits, and only for those who work there
    var own = client.get(UNITS + "/" + commune).json();
    assertThat(own.path("womenCounts")).isEmpty();
    assertThat(own.at("/proposedWomenCounts/0/count").asInt()).isEqualTo(1_500);
    assertThat(own.at("/proposedWomenCounts/0/author").asString()).isEqualTo(Tokens.SUBJECT);
    var stranger = client.as(Tokens.at(commune(province()), Role.values()));
    assertThat(stranger.get(UNITS + "/" + commune).json().path("proposedWomenCounts")).isEmpty();
    // and neither its author nor a stranger approves it
    var approval = UNITS + "/" + commune + APPROVAL;
    client.post(approval, "", version(2)).expectProblem(403, "author-cannot-approve");
    stranger.post(approval, "", version(2)).expectProblem(403, "out-of-scope");
    client
        .as(Tokens.at(commune, Role.OFFICER))
        .post(approval, "", version(2))
        .expectProblem(403, "role-missing");
    client.as(Tokens.at(commune, Role.APPROVER)).post(approval, "", version(2)).expect(200);
    approver().post(approval, "", version(3)).expectProblem(409, "already-decided");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                                      | 422 | ",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\"} | 422 |"
            + " /validFrom",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"} | 422"
            + " | /kind",
        "{\"code\":\"A\",\"name\":\"A\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"} | 422 |"
            + " /level",
        "{\"code\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /name",
        "{\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /code",
        "{\"code\":\""
            + " \",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /code",
        "{\"code\":\"a\\u0000\",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /code",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"STATE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 400 | /level",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"WARD\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /kind",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"COMMUNE\",\"kind\":\"WARD\",\"validFrom\":\"1990-01-01\"}"
            + " | 422 | /parentId",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-02-30\"}"
            + " | 400 | /validFrom",
        "{\"code\":\"A\",\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\",\"parentId\":\"x\"}"
            + " | 400 | /parentId",
        "{\"code\":1,\"name\":\"A\",\"level\":\"PROVINCE\",\"kind\":\"PROVINCE\",\"validFrom\":\"1990-01-01\"}"
            + " | 400 | /code",
        "{\"code\":\"A\",\"more\":1} | 400 | /more"
      })
  void badUnitsAreNamedByField(String body, int status, String pointer) {
    var answer = client.post(UNITS, body).expect(status);

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    if (pointer != null) {
      answer.expectField(pointer);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "names | {\"from\":\"2005-01-05\"} | 422 | /name",
        "names | {\"name\":\"A\"} | 422 | /from",
        "names | {\"name\":\"A\",\"from\":\"1980-01-01\"} | 422 | /from",
        "names | {\"name\":\"A\",\"from\":\"2005-01-05\",\"kind\":\"PROVINCE\"} | 422 | /kind",
        "closure | {} | 422 | /on",
        "closure | {\"on\":\"1990-01-01\"} | 422 | /on",
        "women-counts |"
            + " {\"definition\":\"ALL\",\"count\":1,\"asOf\":\"2023-12-31\",\"source\":\"x\"} | 400"
            + " | /definition",
        "women-counts |"
            + " {\"definition\":\"ALL_WOMEN\",\"count\":-1,\"asOf\":\"2023-12-31\",\"source\":\"x\"}"
            + " | 422 | /count",
        "women-counts |"
            + " {\"definition\":\"ALL_WOMEN\",\"count\":1.5,\"asOf\":\"2023-12-31\",\"source\":\"x\"}"
            + " | 400 | /count",
        "women-counts |"
            + " {\"definition\":\"ALL_WOMEN\",\"count\":999999999,\"asOf\":\"2023-12-31\",\"source\":\"x\"}"
            + " | 422 | /count",
        "women-counts |"
            + " {\"definition\":\"ALL_WOMEN\",\"count\":1,\"asOf\":\"9999-12-31\",\"source\":\"x\"}"
            + " | 422 | /asOf",
        "women-counts |"
            + " {\"definition\":\"ALL_WOMEN\",\"count\":1,\"asOf\":\"2023-12-31\",\"source\":\"\"}"
            + " | 422 | /source",
        "assignments | {\"redrawingId\":\"6f2f1d9a-0000-4000-8000-000000000000\"} | 422 |"
            + " /successorId",
        "assignments |"
            + " {\"redrawingId\":\"6f2f1d9a-0000-4000-8000-000000000000\",\"successorId\":\"6f2f1d9a-0000-4000-8000-000000000000\"}"
            + " | 422 | /successorId"
      })
  void badChangesAreNamedByField(String what, String body, int status, String pointer) {
    on(commune(province()), what, body, 1).expect(status).expectField(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "?at=2023-02-30, 400",
    "?under=x, 400",
    "?level=STATE, 400",
    "?limit=0, 400",
    "?limit=1001, 400",
    "?cursor=%21, 400",
    "/no-uuid, 400",
    "/6f2f1d9a-0000-4000-8000-000000000000, 404",
    "/6f2f1d9a-0000-4000-8000-000000000000/history, 404"
  })
  void badQuestionsAreRefused(String question, int status) {
    client.get(UNITS + question).expect(status);
  }
}

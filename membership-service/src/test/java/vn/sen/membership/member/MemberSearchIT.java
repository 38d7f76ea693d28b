package vn.sen.membership.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.membership.MembershipService;

class MemberSearchIT extends MembershipService {

  private static final String SEARCHES = MEMBERS + "/searches";

  private String province;
  private String commune;
  private String branch;

  @BeforeEach
  void givenABranch() {
    province = province();
    commune = commune(province);
    branch = branch(commune);
  }

  private String member(String unit, String name) {
    return member(unit, name, null);
  }

  private String member(String unit, String name, @Nullable String reference) {
    var body =
        new HashMap<String, Object>(
            Map.of("unitId", unit, "fullName", name, "birthYear", 1980, "joinedOn", "2020-03-08"));
    if (reference != null) {
      body.put("externalRef", reference);
    }
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  private List<String> names(Map<String, ?> criteria) {
    return client
        .post(SEARCHES, json(criteria))
        .expect(200)
        .json()
        .path("items")
        .findValuesAsString("fullName");
  }

  @Test
  void aNameIsFoundByItsBeginningWithoutToneMarks() {
    member(branch, "Nguyễn Thị Hòa");
    member(branch, "Nguyễn Thị Hoài");
    member(branch, "Nguyễn Văn Hòa");

    assertThat(names(Map.of("unitId", branch, "namePrefix", "nguyen  THI hoà")))
        .containsExactly("Nguyễn Thị Hòa", "Nguyễn Thị Hoài");
    assertThat(names(Map.of("unitId", branch, "namePrefix", "Hòa"))).isEmpty();
  }

  @Test
  void aUnitIsFoundWithEverythingBelowItOnTodaysMap() {
    // given
    member(branch, "A");
    member(branch(commune), "B");
    member(branch(commune(province)), "C");
    var old = commune(province);
    member(branch(old), "D");
    // when the old commune goes over whole
    var redrawing =
        """
        {"resolution":"1","effectiveOn":"2024-11-01",
         "units":[{"key":"n","code":"%s","name":"Phường Mới","level":"COMMUNE","kind":"WARD","parentId":"%s"}],
         "successions":[{"fromId":"%s","toKey":"n","extent":"FULL"}]}\
        """
            .formatted(freshCode(), province, old);
    var successor = redrawn(redrawing).json().at("/units/0/id").asString();
    // then
    assertThat(names(Map.of("unitId", commune))).containsExactly("A", "B");
    assertThat(names(Map.of("unitId", province))).containsExactly("A", "B", "C", "D");
    assertThat(names(Map.of("unitId", successor))).containsExactly("D");
    assertThat(names(Map.of("unitId", old))).containsExactly("D");
  }

  @Test
  void whoFollowsASuccessorPersonallyIsFoundThere() {
    // given two members of a branch whose commune is split
    var assigned = member(branch, "A");
    member(branch, "B");
    var redrawing =
        """
        {"resolution":"1","effectiveOn":"2024-11-01",
         "units":[{"key":"x","code":"%s","name":"X","level":"COMMUNE","kind":"WARD","parentId":"%s"},
                  {"key":"y","code":"%s","name":"Y","level":"COMMUNE","kind":"WARD","parentId":"%2$s"}],
         "successions":[{"fromId":"%4$s","toKey":"x","extent":"PARTIAL"},
                        {"fromId":"%4$s","toKey":"y","extent":"PARTIAL"}]}\
        """
            .formatted(freshCode(), province, freshCode(), commune);
    var redrawn = redrawn(redrawing).json();
    var x = redrawn.at("/units/0/id").asString();
    var y = redrawn.at("/units/1/id").asString();
    var redrawingId = redrawn.path("id").asString();
    // when the branch follows x, and one member y
    client
        .post(
            UNITS + "/" + branch + "/assignments",
            json(Map.of("redrawingId", redrawingId, "successorId", x)),
            version(1))
        .expect(200);
    client
        .post(
            MEMBERS + "/" + assigned + "/assignments",
            json(Map.of("redrawingId", redrawingId, "successorId", y)),
            version(1))
        .expect(200);
    // then
    assertThat(names(Map.of("unitId", x))).containsExactly("B");
    assertThat(names(Map.of("unitId", y))).containsExactly("A");
    assertThat(names(Map.of("unitId", branch))).containsExactly("A", "B");
    assertThat(names(Map.of("unitId", province))).containsExactly("A", "B");
  }

  @Test
  void theStatusTellsMembersFromFormerOnes() {
    member(branch, "A");
    var gone = member(branch, "B");
    client
        .post(
            MEMBERS + "/" + gone + "/departures",
            "{\"on\":\"2023-06-01\",\"reason\":\"RESIGNED\"}",
            version(1))
        .expect(200);

    assertThat(names(Map.of("unitId", branch, "status", "ACTIVE"))).containsExactly("A");
    assertThat(names(Map.of("unitId", branch, "status", "FORMER"))).containsExactly("B");
  }

  @Test
  void referencesOfOtherSystemsAreFound() {
    var reference = "ref-" + freshCode();
    member(branch, "A", reference);
    member(branch, "B", reference + "x");

    assertThat(names(Map.of("externalRefs", List.of(reference, "unknown")))).containsExactly("A");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      member(branch, i % 2 == 0 ? "Cùng Tên" : "Tên " + "ABCDEFG".charAt(i));
    }
    var found = new ArrayList<String>();
    var criteria = new HashMap<String, Object>(Map.of("unitId", branch, "limit", 2));
    while (true) {
      var page = client.post(SEARCHES, json(criteria)).expect(200).json();
      found.addAll(page.path("items").findValuesAsString("id"));
      if (!page.has("next")) {
        break;
      }
      criteria.put("cursor", page.path("next").asString());
    }
    assertThat(found).hasSize(7).doesNotHaveDuplicates();
  }

  private String numbered(String identityNumber) {
    var body =
        Map.of(
            "unitId",
            branch,
            "fullName",
            "A",
            "birthYear",
            1980,
            "joinedOn",
            "2020-03-08",
            "phone",
            "0905123456",
            "ethnicity",
            "Ê Đê",
            "religion",
            "Cao Đài",
            "identityNumber",
            identityNumber);
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  @Test
  void listsShowTheLastDigitsOnlyAndTheSingleRecordShowsAll() {
    var number = "0541800" + freshCode();
    var member = numbered(number);

    var item =
        client.post(SEARCHES, json(Map.of("unitId", branch))).expect(200).json().at("/items/0");
    assertThat(item.path("identityNumber").asString()).isEqualTo("********" + number.substring(8));
    assertThat(item.path("phone").asString()).isEqualTo("******3456");
    assertThat(item.has("ethnicity")).isFalse();
    assertThat(item.has("religion")).isFalse();
    var record = client.get(MEMBERS + "/" + member).expect(200).json();
    assertThat(record.path("identityNumber").asString()).isEqualTo(number);
    assertThat(record.path("phone").asString()).isEqualTo("0905123456");
    assertThat(record.path("religion").asString()).isEqualTo("Cao Đài");
  }

  @Test
  void anIdentityNumberIsFoundHoweverItIsWritten() {
    var number = "0541800" + freshCode();
    var member = numbered(number);
    numbered("0541800" + freshCode());
    var written = number.substring(0, 3) + " " + number.substring(3, 6) + "." + number.substring(6);

    var found = client.post(SEARCHES, json(Map.of("identityNumber", written))).expect(200).json();

    assertThat(found.path("items").findValuesAsString("id")).containsExactly(member);
    assertThat(names(Map.of("identityNumber", number, "unitId", branch(commune)))).isEmpty();
    assertThat(names(Map.of("identityNumber", "054180099999"))).isEmpty();
  }

  @Test
  void aCursorTellsNoNameAndIsRefusedOnceChanged() {
    member(branch, "Nguyễn Thị Hòa");
    member(branch, "Nguyễn Thị Hoài");
    var criteria = new HashMap<String, Object>(Map.of("unitId", branch, "limit", 1));
    var cursor = client.post(SEARCHES, json(criteria)).json().path("next").asString();
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), UTF_8)).doesNotContain("nguyen");

    criteria.put("cursor", cursor.substring(0, 10) + "AAAA" + cursor.substring(14));

    client.post(SEARCHES, json(criteria)).expectProblem(400, "cursor-invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"unitId\":\"x\"}      | 400 | /unitId",
        "{\"unitId\":\"6f2f1d9a-0000-4000-8000-000000000000\"} | 422 | /unitId",
        "{\"status\":\"GONE\"}   | 400 | /status",
        "{\"identityNumber\":\"1234\"} | 422 | /identityNumber",
        "{\"limit\":0}           | 422 | /limit",
        "{\"limit\":501}         | 422 | /limit",
        "{\"limit\":\"1\"}       | 400 | /limit",
        "{\"externalRefs\":\"a\"} | 400 | /externalRefs",
        "{\"name\":\"a\"}        | 400 | /name",
        "{\"cursor\":\"!\"}      | 400 | ",
        "{\"cursor\":\"YWJj\"}   | 400 | ",
        "{\"cursor\":\"YR9i\"}   | 400 | "
      })
  void badSearchesAreNamedByField(String body, int status, @Nullable String pointer) {
    var answer = client.post(SEARCHES, body).expect(status);

    if (pointer != null) {
      answer.expectField(pointer);
    }
  }
}

package vn.sen.reporting.published.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.SmallProvince;

/** Figures are entered as a source states them, and shown beside the counted ones. */
class PublishedIT extends ReportingService {

  private static final String PATH = "/api/reporting/published";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;

  private static String figure(String source, String value, String day) {
    return """
    {"source":"%s","wording":"tỷ lệ tập hợp","unitId":"%s",
     "indicator":"membership.gathering-rate.ALL_WOMEN","value":%s,"measuredIn":"%%",%s}
    """
        .formatted(source, PROVINCE.province, value, day);
  }

  private Answer register(String body, String key) {
    return client.post(PATH, body, "Idempotency-Key", key);
  }

  private Answer state(String source, String value) {
    return register(figure(source, value, "\"asOf\":\"2023-12-31\""), UUID.randomUUID().toString());
  }

  private Answer change(String id, String what, long version, String body) {
    return client.post(PATH + "/" + id + what, body, "If-Match", "\"" + version + "\"");
  }

  private JsonNode compared(String source) {
    var report = client.get(PATH + "?unit=54&asOf=2023-12-31").expect(200).json();
    return StreamSupport.stream(report.path("figures").spliterator(), false)
        .filter(figure -> figure.path("source").asString().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError(source + " is not in " + report));
  }

  @Test
  void aFigureStandsBesideTheCountedOne() {
    state("bản tin", "29.3").expect(201);
    var compared = compared("bản tin");
    assertThat(compared.path("published").decimalValue()).isEqualByComparingTo("29.3");
    assertThat(compared.path("counted").decimalValue()).isEqualByComparingTo("29.33");
    assertThat(compared.path("finding").asString()).isEqualTo("WITHIN_PRECISION");
    assertThat(compared.at("/explanation/vi").asString()).isEqualTo("làm tròn của nguồn");
    // and is the province's
    var unit = client.get(PATH + "?unit=54&asOf=2023-12-31").json().path("unit");
    assertThat(unit.path("code").asString()).isEqualTo("54");
    assertThat(unit.path("name").asString()).isEqualTo("Tỉnh Phú Yên");
    // and leads to what it is made of
    var links = client.get(PATH + "?unit=54&asOf=2023-12-31").json().at("/links/figures");
    var link = links.path(compared.path("id").asString()).asString();
    var explained = client.get(link.replaceFirst("\\{.*", "")).expect(200).json();
    assertThat(explained.path("value").decimalValue()).isEqualByComparingTo("29.33");
  }

  @Test
  void aRepeatedCommandEntersItOnce() {
    var key = UUID.randomUUID().toString();
    var body = figure("một lần", "29.3", "\"assumedAsOf\":\"2023-12-31\"");
    var first = register(body, key).expect(201).json();
    var again = register(body, key).expect(201).json();
    assertThat(again.path("id")).isEqualTo(first.path("id"));
    assertThat(compared("một lần").path("assumed").asBoolean()).isTrue();
  }

  @Test
  void anOfficerExplainsADifferenceUntilItIsWithdrawn() {
    // given
    var id = state("tờ báo", "72.6").expect(201).json().path("id").asString();
    assertThat(compared("tờ báo").path("finding").asString()).isEqualTo("UNEXPLAINED");
    // when
    var said =
        """
        {"finding":"OTHER_DEFINITION","reason":"nguồn tính cả nữ công nhân"}
        """;
    change(id, "/explanation", 1, said).expect(200);
    // then
    var compared = compared("tờ báo");
    assertThat(compared.path("finding").asString()).isEqualTo("OTHER_DEFINITION");
    assertThat(compared.at("/explanation/vi").asString()).isEqualTo("nguồn tính cả nữ công nhân");
    assertThat(compared.path("difference").decimalValue()).isEqualByComparingTo("-43.27");
    // and when it is withdrawn
    change(id, "/withdrawal", 2, "{\"reason\":\"nhập nhầm\"}").expect(200);
    var report = client.get(PATH + "?unit=54&asOf=2023-12-31").expect(200).json();
    assertThat(report.toString()).doesNotContain("tờ báo");
    assertThat(client.get(PATH + "/" + id).expect(200).json().path("withdrawal").asString())
        .isEqualTo("nhập nhầm");
    change(id, "/explanation", 3, said).expectProblem(409, "published-figure-withdrawn-already");
    assertThat(PublishedRecords.of(Topic.PUBLISHED_FIGURES, id, 3)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "value":1,"asOf":"2023-12-31","indicator":"membership.nothing"; indicator-unknown; /indicator
          "value":1,"indicator":"membership.members"; day-of-figure-needed; /asOf
          "value":1.5,"precision":0.01,"asOf":"2023-12-31","indicator":"membership.members";\
           precision-finer-than-value; /precision
          "value":1,"of":{"bank":"VBSP"},"asOf":"2023-12-31","indicator":"membership.members";\
           indicator-not-so-limited; /of/bank
          """)
  void whatCannotBeComparedIsRefused(String fields, String rule, String pointer) {
    var body =
        "{\"source\":\"s\",\"wording\":\"w\",\"unitId\":\"%s\",\"measuredIn\":\"x\",%s}"
            .formatted(PROVINCE.province, fields);
    register(body, UUID.randomUUID().toString()).expectProblem(422, rule).expectField(pointer);
  }

  @Test
  void aUnitThatWasNotThereOnTheDayIsRefused() {
    var before = SmallProvince.START.minusDays(1);
    register(figure("trước ngày lập", "1", "\"asOf\":\"" + before + "\""), "before")
        .expectProblem(404, "unit-not-on-map")
        .expectField("/unitId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "value":1,"of":{"bank":null}; /of/bank
          "value":1,"of":{"bank":" "}; /of/bank
          "value":1234567890123; /value
          "value":0.1234567; /value
          "value":1,"precision":1234567890123; /precision
          """)
  void whatCannotBeKeptIsRefused(String fields, String pointer) {
    var body =
        """
        {"source":"s","wording":"w","unitId":"%s","measuredIn":"x","asOf":"2023-12-31",
         "indicator":"lending.outstanding",%s}
        """
            .formatted(PROVINCE.province, fields);
    register(body, UUID.randomUUID().toString())
        .expectProblem(422, "invalid-request")
        .expectField(pointer);
  }

  @Test
  void theLargestNumberIsKeptAsItIsWritten() {
    var value = "999999999999.999999";
    var id = state("số lớn", value).expect(201).json().path("id").asString();
    var kept = client.get(PATH + "/" + id).expect(200).json();
    assertThat(kept.path("value").asLong()).isEqualTo(999_999_999_999_999_999L);
    client.get(PATH + "?unit=54&asOf=2023-12-31").expect(200);
    change(id, "/withdrawal", 1, "{\"reason\":\"thử\"}").expect(200);
  }

  @Test
  void nobodyActsBeyondHerUnit() {
    var below = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.APPROVER));
    var body = figure("ngoài phạm vi", "1", "\"asOf\":\"2023-12-31\"");
    below.post(PATH, body).expectProblem(403, "out-of-scope").expectField("/unitId");
    below.get(PATH + "?unit=54&asOf=2023-12-31").expectProblem(403, "out-of-scope");
    var id = state("của tỉnh", "1").expect(201).json().path("id").asString();
    below.get(PATH + "/" + id).expectProblem(403, "out-of-scope");
    below
        .post(PATH + "/" + id + "/withdrawal", "{\"reason\":\"x\"}", "If-Match", "\"1\"")
        .expectProblem(403, "out-of-scope");
    var viewer = client.as(Tokens.at(PROVINCE.province.toString(), Role.OFFICER));
    viewer.post(PATH, body).expectProblem(403, "role-missing");
  }
}

package vn.sen.reporting.province.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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
import vn.sen.reporting.province.store.Definitions;

/** The report over HTTP, by the platform's definition and by one that the Union sets. */
class ProvinceReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/province";
  private static final String DEFINITIONS = "/api/reporting/definitions/";
  private static final String OCTOBER = "?unit=54&asOf=2023-10-30";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;

  private JsonNode report(String parameters) {
    return client.get(REPORT + parameters).expect(200).json();
  }

  private static JsonNode figure(JsonNode report, String key) {
    for (var section : report.path("sections")) {
      for (var figure : section.path("figures")) {
        if (figure.path("key").asString().equals(key)) {
          return figure;
        }
      }
    }
    throw new AssertionError("no figure " + key + " in " + report);
  }

  /** A definition of one line, of a day of its own. */
  private static String definition(String asOf, String indicator) {
    return """
    {"title":"Báo cáo thử","notice":"DỮ LIỆU MÔ PHỎNG",
     "paper":{"above":"HỘI LHPN VIỆT NAM","symbol":"BC","authority":"TM. BTV","signatory":"CHỦ TỊCH"},
     "sections":[{"code":"m","title":"Hội viên","asOf":"%s","assumed":true,
       "text":["Có {%s} hội viên."],"lines":[{"indicator":"%s","name":"Hội viên"}]}]}
    """
        .formatted(asOf, indicator, indicator);
  }

  private Answer set(String code, String body, long version) {
    return client.put(
        DEFINITIONS + code,
        body,
        "If-Match",
        "\"" + version + "\"",
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  @Test
  void hasEverySectionWithUnitsBelow() {
    var report = report(OCTOBER + "&level=COMMUNE");
    assertThat(report.at("/definition/code").asString()).isEqualTo("general");
    assertThat(report.at("/definition/version").asInt()).isZero();
    assertThat(figure(report, "membership.members").path("value").asInt()).isEqualTo(44);
    assertThat(figure(report, "lending.outstanding").path("asOf").asString())
        .isEqualTo("2023-10-30");
    assertThat(report.at("/columns/0").asString()).isEqualTo("membership.members");
    assertThat(report.at("/rows/0/unit/code").asString()).isEqualTo("22015");
    assertThat(report.at("/rows/0/values/0").asInt()).isEqualTo(32);
    assertThat(report.path("columns")).hasSameSizeAs(report.at("/rows/0/values"));
    // of one moment of the log
    assertThat(report.at("/position/topics").propertyNames())
        .contains("membership.member.events.v1", "lending.loan.events.v1");
    assertThat(report.path("stale").asBoolean()).isFalse();
  }

  @Test
  void isMadeByADefinitionAndByEachOfItsVersions() {
    // given
    var code = "it-" + UUID.randomUUID().toString().substring(0, 8);
    set(code, definition("2023-12-31", "membership.members"), 0).expect(200);
    var by = OCTOBER + "&definition=" + code;
    var first = report(by);
    assertThat(first.at("/sections/0/text/0").asString()).isEqualTo("Có 44 hội viên.");
    assertThat(figure(first, "membership.members").path("assumed").asBoolean()).isTrue();
    assertThat(figure(first, "membership.members").path("asOf").asString()).isEqualTo("2023-12-31");
    // when it is set anew
    set(code, definition("2022-12-31", "membership.members"), 1).expect(200);
    // then it is another report, and the old one can still be made
    assertThat(figure(report(by), "membership.members").path("value").asInt()).isEqualTo(42);
    assertThat(report(by + "&definitionVersion=1").path("sections"))
        .isEqualTo(first.path("sections"));
    // and the log holds it whole
    var records =
        PublishedRecords.of(Topic.REPORT_DEFINITIONS, Definitions.idOf(code).toString(), 2);
    assertThat(new String(records.get(1).value(), UTF_8)).contains("2022-12-31", code);
    set(code, definition("2021-12-31", "membership.members"), 1).expect(412);
  }

  @Test
  void asAFileItHasARowForEachFigure() {
    // given
    var code = "it-" + UUID.randomUUID().toString().substring(0, 8);
    set(code, definition("2023-12-31", "membership.members"), 0).expect(200);
    var by = REPORT + OCTOBER + "&level=COMMUNE&definition=" + code;
    // when
    var lines = client.get(by, "Accept", "text/csv").expect(200).body().lines().toList();
    // then
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isEqualTo(
            "Mã mục,Mục,Mã số liệu,Dòng của mẫu,Mã chỉ tiêu,Chỉ tiêu,Phần,Giá trị,Đơn vị tính,"
                + "Số chữ số thập phân,Đơn vị tính khi in,Lũy thừa của 10 khi in,"
                + "Số chữ số thập phân khi in,Ngày của số liệu,Ngày giả định,"
                + "Báo cáo của đơn vị,Ngày số liệu,Bản đồ hành chính ngày,Số liệu cập nhật đến");
    assertThat(lines.getLast())
        .startsWith(
            "m,Hội viên,membership.members,membership.members,membership.members,Hội"
                + " viên,,44,người,0,người,0,0,2023-12-31,có,54,2023-10-30,2023-10-30,");
    // and the units below are another table
    var rows = client.get(by + "&table=rows", "Accept", "text/csv").expect(200).body();
    assertThat(rows.lines().skip(1).findFirst().orElseThrow()).startsWith("Đơn vị,22015,");
    var english = client.get(by, "Accept", "text/csv", "Accept-Language", "en").body();
    assertThat(english).startsWith("Section code,Section,Key,");
  }

  @Test
  void isPrinted() {
    var pdf = client.get(REPORT + ".pdf" + OCTOBER).expect(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(pdf.header("Content-Disposition")).contains("bao-cao-54-2023-10-30.pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
    client.get(REPORT + ".pdf" + OCTOBER, "If-None-Match", pdf.header("ETag")).expect(304);
    assertThat(client.get(REPORT + ".docx" + OCTOBER).expect(200).body()).startsWith("PK");
    assertThat(client.get(REPORT + ".xlsx" + OCTOBER).expect(200).body()).startsWith("PK");
  }

  @Test
  void showsAnOfficerHerUnitsOnly() {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(REPORT + "?unit=22024&asOf=2023-10-30").expect(200);
    for (var path : new String[] {"", ".pdf", ".docx", ".xlsx"}) {
      officer.get(REPORT + path + OCTOBER).expectProblem(403, "out-of-scope").expectField("?unit");
    }
  }

  @Test
  void onlyTheUnionSetsDefinitions() {
    var officer = client.as(Tokens.at(PROVINCE.province.toString(), Role.OFFICER));
    var body = definition("2023-12-31", "membership.members");
    officer
        .put(DEFINITIONS + "other", body, "If-Match", "\"0\"")
        .expectProblem(403, "role-missing");
    var below = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.APPROVER));
    below.put(DEFINITIONS + "other", body, "If-Match", "\"0\"").expectProblem(403, "out-of-scope");
    set("general", body, 0).expectProblem(409, "definition-of-platform");
  }

  @Test
  void aDefinitionThatMakesNoReportIsRefused() {
    set("nothing", definition("2023-12-31", "membership.nothing"), 0)
        .expectProblem(422, "indicator-unknown")
        .expectField("/sections/0/lines/0/indicator");
  }

  @ParameterizedTest
  @CsvSource({
    "?asOf=2023-12-31, 400, invalid-request, ?unit",
    "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
    "?unit=54&asOf=2023-12-31&definition=nobody-knows-it, 404, definition-unknown, ?definition",
    "?unit=22015&asOf=2023-12-31&level=PROVINCE, 422, level-not-below-unit, ?level",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
    client.get(REPORT + ".pdf" + question).expectProblem(status, problem).expectField(pointer);
  }
}

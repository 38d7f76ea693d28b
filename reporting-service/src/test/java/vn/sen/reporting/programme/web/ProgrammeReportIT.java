package vn.sen.reporting.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.activity.ActivityView;
import vn.sen.reporting.explanation.web.LinkTemplate;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeView;
import vn.sen.reporting.programme.ProgrammeWorld;
import vn.sen.reporting.programme.ProgrammeWorld.Told;

/** The service on a real broker and document store: events go in, the report comes out. */
class ProgrammeReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/programmes";
  private static final String OCTOBER = "unit=54&asOf=2023-10-30";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final ProgrammeWorld WORLD = promised();

  /** A dialogue of two that were promised, and a result that is stated. */
  private static ProgrammeWorld promised() {
    var world = new ProgrammeWorld();
    var project = world.introduce("DA939", MARCH, null);
    var dialogues =
        new ResultRule(
            ResultMeasure.ACTIVITIES_HELD,
            null,
            null,
            ActivityKind.POLICY_DIALOGUE,
            null,
            null,
            null,
            null,
            true);
    project.measure("DIALOGUES", dialogues, MARCH);
    project.measure("STARTUPS", ProgrammeWorld.stated(StatedKind.YEAR_TO_DATE), MARCH);
    project.target("DIALOGUES", PROVINCE.province, 2023, 2);
    project.state("STARTUPS", PROVINCE.province, MARCH, StatedKind.YEAR_TO_DATE, 3L);
    world.hold(ActivityKind.POLICY_DIALOGUE, PROVINCE.communeB, "DA939", MARCH, 40);
    PublishedProvince.ensure(
        Stream.concat(new ProgrammeView().topics().stream(), new ActivityView().topics().stream())
            .toList());
    world.told().forEach(told -> PublishedProvince.send(told.topic(), told.envelope()));
    return world;
  }

  private static String token(Told told) {
    return told.topic().aggregates() + ":" + told.aggregate() + "@" + told.sequence();
  }

  @BeforeEach
  void readWhatWasTold() {
    var everything =
        WORLD.told().stream().map(ProgrammeReportIT::token).collect(Collectors.joining(","));
    assertThat(report(OCTOBER, "Sen-Consistency", everything).path("stale").asBoolean()).isFalse();
  }

  private JsonNode report(String parameters, String... headers) {
    return client.get(REPORT + "?" + parameters, headers).expect(200).json();
  }

  @Test
  void showsTargetsAndResultsWithTheirRules() {
    var report = report(OCTOBER + "&level=COMMUNE");
    assertThat(report.path("year").asInt()).isEqualTo(2023);
    assertThat(report.at("/programmes/0/code").asString()).isEqualTo("DA939");
    assertThat(report.at("/programmes/0/until").isNull()).isTrue();
    var dialogues = report.at("/programmes/0/indicators/0");
    assertThat(dialogues.path("code").asString()).isEqualTo("DIALOGUES");
    assertThat(dialogues.path("counted").asBoolean()).isTrue();
    assertThat(dialogues.at("/rule/activityKind").asString()).isEqualTo("POLICY_DIALOGUE");
    assertThat(dialogues.at("/total/target").asInt()).isEqualTo(2);
    assertThat(dialogues.at("/total/result").asInt()).isEqualTo(1);
    assertThat(dialogues.at("/total/percent").decimalValue()).isEqualByComparingTo("50");
    assertThat(dialogues.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(dialogues.at("/rows/1/result").asInt()).isEqualTo(1);
    assertThat(dialogues.at("/rows/1/target").isNull()).isTrue();
    var startUps = report.at("/programmes/0/indicators/1");
    assertThat(startUps.path("counted").asBoolean()).isFalse();
    assertThat(startUps.at("/total/result").asInt()).isEqualTo(3);
    assertThat(report.at("/position/topics/training.programme.events.v1/next")).hasSize(1);
    assertThat(report.at("/position/topics/lending.loan.events.v1/next")).hasSize(6);
  }

  private JsonNode explained(JsonNode report, String indicator, String figure) {
    var choices = Map.of("figure", figure, "byProgramme", "DA939", "byIndicator", indicator);
    var explained =
        client.get(LinkTemplate.expand(report, "explanation", choices)).expect(200).json();
    assertThat(explained.path("agrees").asBoolean()).as(explained.toString()).isTrue();
    return explained;
  }

  private JsonNode events(JsonNode explained) {
    var part = Map.of("part", explained.at("/parts/0/part").asString());
    var events = client.get(LinkTemplate.expand(explained, "events", part)).expect(200).json();
    assertThat(events.path("agrees").asBoolean()).as(events.toString()).isTrue();
    return events;
  }

  @Test
  void leadsFromPromisesToWhoStatedThemAndFromResultsToWhatWasDone() {
    var report = report(OCTOBER + "&level=COMMUNE");
    // what is counted is made of what was done
    var held = explained(report, "DIALOGUES", "result");
    assertThat(held.at("/parts/0/of/activity/activities/0/kind").asString())
        .isEqualTo("POLICY_DIALOGUE");
    assertThat(held.at("/parts/0/of/activity/activities/0/unit/code").asString())
        .isEqualTo("22024");
    assertThat(events(held).at("/events/0/type").asString()).isEqualTo("training.activity.held.v1");
    // what is stated, of numbers for units
    var target = explained(report, "DIALOGUES", "target");
    assertThat(target.path("value").asInt()).isEqualTo(2);
    assertThat(target.at("/parts/0/of/stated/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(events(target).path("sum").asInt()).isEqualTo(2);
    assertThat(events(explained(report, "STARTUPS", "result")).path("sum").asInt()).isEqualTo(3);
    // a percentage leads to both
    var percent = explained(report, "DIALOGUES", "percent");
    assertThat(percent.at("/numerator/figure").asString()).isEqualTo("result");
    client.get(percent.at("/links/denominator").asString()).expect(200);
  }

  @Test
  void explainsProgrammesToWhomTheReportIsForAndNoDashboard() {
    var path =
        REPORT
            + "/explanation?figure=result&byProgramme=DA939&byIndicator=DIALOGUES&asOf=2023-10-30";
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(path + "&unit=22024").expect(200);
    officer.get(path + "&unit=54").expectProblem(403, "out-of-scope").expectField("?unit");
    client
        .as(Tokens.token("screen", null, Role.DASHBOARD))
        .get(path + "&unit=54")
        .expectProblem(403, "role-missing");
    client
        .get(path.replace("DIALOGUES", "MONOLOGUES") + "&unit=54")
        .expectProblem(404, "union-indicator-unknown")
        .expectField("?byIndicator");
  }

  @Test
  void takesTheLastDayOfAYearThatIsOver() {
    var report = report("unit=54&year=2023&programme=DA939");
    assertThat(report.path("asOf").asString()).isEqualTo("2023-12-31");
    var tag = client.get(REPORT + "?unit=54&year=2023&programme=DA939").expect(200).header("ETag");
    client.get(REPORT + "?unit=54&year=2023&programme=DA939", "If-None-Match", tag).expect(304);
  }

  @Test
  void showsAnOfficerHerUnitsOnly() {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(REPORT + "?unit=22024&asOf=2023-10-30").expect(200);
    officer.get(REPORT + "?" + OCTOBER).expectProblem(403, "out-of-scope").expectField("?unit");
  }

  @ParameterizedTest
  @CsvSource({
    "?asOf=2023-12-31, 400, invalid-request, ?unit",
    "?unit=54&year=1, 400, invalid-request, ?year",
    "?unit=54&year=2022&asOf=2023-12-31, 422, year-of-other-date, ?year",
    "?unit=54&asOf=2023-12-31&programme=X, 404, union-programme-unknown, ?programme",
    "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

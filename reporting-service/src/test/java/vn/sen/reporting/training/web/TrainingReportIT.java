package vn.sen.reporting.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.training.BudgetSource;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.explanation.web.LinkTemplate;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.training.TrainingView;
import vn.sen.reporting.training.TrainingWorld;
import vn.sen.reporting.training.TrainingWorld.Person;
import vn.sen.reporting.training.TrainingWorld.Told;

/** The service on a real broker and document store: events go in, the reports come out. */
class TrainingReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/training";
  private static final String COVERAGE = REPORT + "/coverage";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final String OCTOBER = "unit=54&asOf=2023-10-30";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final TrainingWorld WORLD = new TrainingWorld();
  private static final Person LAN = TrainingWorld.cadre(PROVINCE.branchA1);
  private static final Person HOA = TrainingWorld.cadre(PROVINCE.branchB1);

  static {
    teach();
  }

  /** Two chairs, one of whom is trained; every record comes twice. */
  private static void teach() {
    WORLD.appoint(WORLD.chair, PROVINCE.communeA, LAN, LocalDate.of(2021, 5, 1));
    WORLD.appoint(WORLD.chair, PROVINCE.communeB, HOA, LocalDate.of(2021, 5, 1));
    var taught =
        WORLD.plan(
            WORLD.software,
            PROVINCE.communeA,
            9_000,
            BudgetSource.PROGRAMME,
            "DU-AN-8",
            MARCH,
            MARCH.plusDays(1));
    taught.attend(1, LAN, HOA);
    taught.attend(2, LAN);
    taught.hold();
    taught.pass(LAN);
    taught.certify(LAN, JUNE);
    PublishedProvince.ensure(new TrainingView().topics());
    WORLD.told().forEach(TrainingReportIT::send);
    WORLD.told().forEach(TrainingReportIT::send);
  }

  private static void send(Told told) {
    PublishedProvince.send(told.topic(), told.envelope());
  }

  @BeforeEach
  void readWhatWasTold() {
    var everything = WORLD.told().stream().map(Told::token).collect(Collectors.joining(","));
    assertThat(read(REPORT, OCTOBER, "Sen-Consistency", everything).path("stale").asBoolean())
        .isFalse();
  }

  private JsonNode read(String path, String parameters, String... headers) {
    return client.get(path + "?" + parameters, headers).expect(200).json();
  }

  @Test
  void showsClassesPeopleAndTurns() {
    var report = read(REPORT, OCTOBER + "&level=COMMUNE&by=PROGRAMME,CATEGORY,UNIT");
    assertThat(report.at("/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(report.at("/total/classes").asInt()).isEqualTo(1);
    assertThat(report.at("/total/sessions").asInt()).isEqualTo(2);
    assertThat(report.at("/total/budgetBySource/PROGRAMME").asInt()).isEqualTo(9_000);
    assertThat(report.at("/total/people").asInt()).isEqualTo(2);
    assertThat(report.at("/total/turns").asInt()).isEqualTo(2);
    assertThat(report.at("/total/sessionTurns").asInt()).isEqualTo(3);
    assertThat(report.at("/total/certificatesIssued").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/0/unit/code").asString()).isEqualTo("22015");
    assertThat(report.at("/rows/0/passed").asInt()).isEqualTo(1);
    assertThat(report.at("/byProgramme/0/programme").asString()).isEqualTo("DU-AN-8");
    assertThat(report.at("/byCategory/0/category").asString()).isEqualTo("CADRE");
    assertThat(report.path("byTheme")).isEmpty();
    assertThat(report.at("/freshness/complete").asBoolean()).isTrue();
    assertThat(report.at("/position/topics/training.class.events.v1/next")).hasSize(6);
  }

  @Test
  void showsWhoInPostIsTrained() {
    var report = read(COVERAGE, OCTOBER + "&level=COMMUNE&competency=MEMBER-SOFTWARE");
    assertThat(report.at("/competency").asString()).isEqualTo("MEMBER-SOFTWARE");
    assertThat(report.at("/total/people").asInt()).isEqualTo(2);
    assertThat(report.at("/total/trained").asInt()).isEqualTo(1);
    assertThat(report.at("/total/percent").decimalValue()).isEqualByComparingTo("50.0");
    assertThat(report.at("/total/turns").asInt()).isEqualTo(2);
    assertThat(report.at("/rows/0/percent").decimalValue()).isEqualByComparingTo("100.0");
    assertThat(report.at("/byTitle/0/title/name").asString()).isEqualTo("Chủ tịch");
    assertThat(report.at("/byTitle/0/vacant").asInt()).isZero();
    var posts = read(COVERAGE, OCTOBER + "&title=VICE&theme=GENDER");
    assertThat(posts.at("/total/vacant").asInt()).isEqualTo(4);
    assertThat(posts.at("/total/percent").isNull()).isTrue();
    assertThat(posts.at("/theme/name").asString()).isEqualTo("Bình đẳng giới");
    var later = read(COVERAGE, "unit=66&asOf=2023-10-30&hierarchy=2025-08-01");
    assertThat(later.at("/offMap/people").asInt()).isEqualTo(2);
  }

  @Test
  void leadsFromCoverageToPeopleAndToWhatTrainedThem() {
    // given the report of who is competent
    var report = read(COVERAGE, OCTOBER + "&level=COMMUNE&competency=MEMBER-SOFTWARE");
    // when the trained are explained
    var trained =
        client
            .get(LinkTemplate.expand(report, "explanation", Map.of("figure", "trained")))
            .expect(200)
            .json();
    // then they are told by id, with the class and the events that made them so
    assertThat(trained.path("value").asInt()).isEqualTo(1);
    assertThat(trained.path("agrees").asBoolean()).isTrue();
    assertThat(trained.at("/parts/0/of/person").asString()).isEqualTo(LAN.id().toString());
    var part = trained.at("/parts/0/of/classes/0/part").asString();
    var events =
        client.get(LinkTemplate.expand(trained, "events", Map.of("part", part))).expect(200).json();
    assertThat(events.path("agrees").asBoolean()).as(events.toString()).isTrue();
    assertThat(events.at("/events/0/type").asString()).isEqualTo("training.competency.gained.v1");
    // and a share leads to its terms
    var row = report.at("/rows/0/unit/id").asString();
    var share =
        client
            .get(
                LinkTemplate.expand(report, "explanation", Map.of("figure", "percent", "row", row)))
            .expect(200)
            .json();
    assertThat(share.path("agrees").asBoolean()).isTrue();
    var people = client.get(share.at("/links/denominator").asString()).expect(200).json();
    assertThat(people.at("/parts/0/of/posts/0/title/code").asString()).isEqualTo("CHAIR");
  }

  @Test
  void explainsCoverageToWhomTheReportIsForAndNoDashboard() {
    var path = COVERAGE + "/explanation?figure=people&asOf=2023-10-30&unit=";
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(path + "22024").expect(200);
    officer.get(path + "54").expectProblem(403, "out-of-scope").expectField("?unit");
    client
        .as(Tokens.token("screen", null, Role.DASHBOARD))
        .get(path + "54")
        .expectProblem(403, "role-missing");
    client
        .get(path + "54&row=" + PROVINCE.communeB + "&byPostLevel=COMMUNE")
        .expectProblem(404, "row-unknown");
  }

  @Test
  void letsAReaderSeeHerOwnWriteAndTellsWhenNothingChanged() {
    // given
    var path = COVERAGE + "?unit=54&asOf=2024-05-01&competency=MEMBER-SOFTWARE";
    var first = client.get(path).expect(200);
    client.get(path, "If-None-Match", first.header("ETag")).expect(304);
    // when somebody takes up a post
    int before = first.json().at("/total/people").asInt();
    WORLD.appoint(
        WORLD.vice,
        PROVINCE.communeA,
        TrainingWorld.cadre(PROVINCE.branchA2),
        LocalDate.of(2024, 4, 1));
    var told = WORLD.told().getLast();
    send(told);
    // then
    var after =
        client.get(path, "If-None-Match", first.header("ETag"), "Sen-Consistency", told.token());
    assertThat(after.expect(200).json().at("/total/people").asInt()).isEqualTo(before + 1);
    assertThat(after.json().path("stale").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {REPORT, COVERAGE})
  void showsAnOfficerHerUnitsOnly(String path) {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(path + "?unit=22024&asOf=2023-10-30").expect(200);
    officer.get(path + "?" + OCTOBER).expectProblem(403, "out-of-scope").expectField("?unit");
    client.as(Tokens.token("screen", null, Role.DASHBOARD)).get(path + "?" + OCTOBER).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "?asOf=2023-12-31, 400, invalid-request, ?unit",
    "?unit=54&asOf=9999-01-01, 400, date-out-of-range, ?asOf",
    "?unit=54&asOf=2023-12-31&from=2024-01-01, 422, period-invalid, ?from",
    "?unit=54&asOf=2023-12-31&by=WEATHER, 400, invalid-request, ?by",
    "?unit=54&asOf=2023-12-31&theme=COOKING, 404, theme-unknown, ?theme",
    "?unit=54&asOf=2023-12-31&course=COOKING, 404, course-unknown, ?course",
    "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
    "/coverage?unit=54&asOf=2023-12-31&title=KING, 404, title-unknown, ?title",
    "/coverage?unit=54&asOf=2023-12-31&competency=FLYING, 404, competency-unknown, ?competency",
    "/coverage?unit=54&asOf=2023-12-31&theme=COOKING, 404, theme-unknown, ?theme",
    "/coverage?unit=54&asOf=2023-12-31&postLevel=WORLD, 400, invalid-request, ?postLevel",
    "/coverage?unit=99999, 404, unit-unknown, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

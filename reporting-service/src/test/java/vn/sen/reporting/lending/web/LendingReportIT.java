package vn.sen.reporting.lending.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.lending.LendingWorld.Loan;
import vn.sen.reporting.lending.LendingWorld.Told;
import vn.sen.reporting.membership.SmallProvince;

/** The service on a real broker and document store: events go in, the reports come out. */
class LendingReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/lending";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final String OCTOBER = "unit=54&asOf=2023-10-30";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final LendingWorld WORLD = new LendingWorld();
  private static final Loan OVERDUE = lend();

  /** Two households at two banks in two communes, one of them at both. */
  private static Loan lend() {
    var lan = UUID.randomUUID();
    var hoa = UUID.randomUUID();
    var first = WORLD.lend(WORLD.place(WORLD.vbsp, PROVINCE.branchA1, lan), 50, MARCH);
    first.moveToOverdue(20, JUNE);
    WORLD.lend(WORLD.place(WORLD.agribank, PROVINCE.branchB1, lan), 30, MARCH);
    WORLD.lend(WORLD.place(WORLD.vbsp, PROVINCE.branchB1, hoa), 20, MARCH).freeze(20, JUNE);
    var statement = UUID.randomUUID();
    WORLD.state(
        statement,
        new StatementReceived(
            WORLD.vbsp, false, JUNE, new ControlTotals(2, 2, 70), null, JUNE.plusDays(3)));
    publish();
    return first;
  }

  private static void publish() {
    PublishedProvince.ensure(new LendingView().topics());
    WORLD.told().forEach(t -> PublishedProvince.send(t.topic(), t.envelope()));
  }

  @BeforeEach
  void readWhatWasTold() {
    var everything =
        String.join(",", WORLD.told().stream().map(LendingReportIT::token).distinct().toList());
    assertThat(report(OCTOBER, "Sen-Consistency", everything).path("stale").asBoolean()).isFalse();
  }

  private static String token(Told told) {
    return told.topic().aggregates() + ":" + told.aggregate() + "@" + told.sequence();
  }

  private JsonNode report(String parameters, String... headers) {
    return client.get(REPORT + "?" + parameters, headers).expect(200).json();
  }

  private ServiceClient bank(UUID bank) {
    return client.as(
        SharedInfrastructure.issuer()
            .token(
                "bank",
                "bank",
                Map.of(
                    "bank",
                    bank.toString(),
                    "appointments",
                    List.of(Map.of("roles", List.of("BANK"))))));
  }

  @Test
  void showsWhatIsOwedByUnitBankAndProgramme() {
    var report = report(OCTOBER + "&level=COMMUNE");
    assertThat(report.at("/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(report.at("/total/outstanding").asInt()).isEqualTo(100);
    assertThat(report.at("/total/overdue").asInt()).isEqualTo(20);
    assertThat(report.at("/total/frozen").asInt()).isEqualTo(20);
    assertThat(report.at("/total/households").asInt()).isEqualTo(2);
    assertThat(report.at("/total/movement/disbursed").asInt()).isEqualTo(100);
    assertThat(report.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(report.at("/rows/1/households").asInt()).isEqualTo(2);
    assertThat(report.at("/byBank/1/bank/code").asString()).isEqualTo("VBSP");
    assertThat(report.at("/byBank/1/outstanding").asInt()).isEqualTo(70);
    assertThat(report.at("/cells/0/programme/code").asString()).isEqualTo("POOR");
    assertThat(report.at("/overlap/0/households").asInt()).isEqualTo(1);
    assertThat(report.at("/freshness/complete").asBoolean()).isTrue();
    assertThat(report.at("/position/topics/lending.loan.events.v1/next")).hasSize(6);
  }

  @Test
  void showsAgeingMaturitiesListsAndStatements() {
    var ageing = client.get(REPORT + "/ageing?" + OCTOBER).expect(200).json();
    assertThat(ageing.at("/total/buckets/1/overdue").asInt()).isEqualTo(20);
    var maturities = client.get(REPORT + "/maturities?" + OCTOBER).expect(200).json();
    assertThat(maturities.at("/total/months/0/month").asString()).isEqualTo("2023-10");
    assertThat(maturities.at("/total/later/principal").asInt()).isEqualTo(100);
    var overdue = client.get(REPORT + "/overdue-loans?limit=1&" + OCTOBER).expect(200).json();
    assertThat(overdue.at("/items/0/loan").asString()).isEqualTo(OVERDUE.id.toString());
    assertThat(overdue.at("/items/0/since").asString()).isEqualTo("2023-06-01");
    client.get(REPORT + "/overdue-loans?cursor=x&" + OCTOBER).expectProblem(400, "cursor-invalid");
    var frozen = client.get(REPORT + "/frozen-loans?" + OCTOBER).expect(200).json();
    assertThat(frozen.path("items")).hasSize(1);
    var statements = client.get(REPORT + "/statements?bank=VBSP").expect(200).json();
    assertThat(statements.at("/statements/0/stated/outstanding").asInt()).isEqualTo(70);
    assertThat(statements.at("/statements/0/state").asString()).isEqualTo("RECEIVED");
  }

  @Test
  void letsAReaderSeeHerOwnWriteAndTellsWhenNothingChanged() {
    // given
    var first = client.get(REPORT + "?unit=54&asOf=2023-12-31").expect(200);
    client
        .get(REPORT + "?unit=54&asOf=2023-12-31", "If-None-Match", first.header("ETag"))
        .expect(304);
    // when a loan is taken over from a statement
    var statement = UUID.randomUUID();
    var place = WORLD.place(WORLD.lpbank, PROVINCE.branchA2, UUID.randomUUID());
    WORLD.takeOver(place, 7, LocalDate.of(2023, 12, 1), statement);
    var told = WORLD.told().getLast();
    PublishedProvince.send(told.topic(), told.envelope());
    // then its token waits for it, and so does the statement's
    var after =
        client.get(
            REPORT + "?unit=54&asOf=2023-12-31",
            "If-None-Match",
            first.header("ETag"),
            "Sen-Consistency",
            "import:" + statement + "@1," + token(told));
    assertThat(after.expect(200).json().at("/total/outstanding").asInt()).isEqualTo(107);
    assertThat(after.json().path("stale").asBoolean()).isFalse();
  }

  @Test
  void showsABankItsOwnFiguresOnly() {
    var own = bank(WORLD.agribank);
    var report = own.get(REPORT + "?" + OCTOBER).expect(200).json();
    assertThat(report.at("/total/outstanding").asInt()).isEqualTo(30);
    assertThat(report.path("overlap")).isEmpty();
    own.get(REPORT + "?bank=AGRIBANK&" + OCTOBER).expect(200);
    own.get(REPORT + "?bank=VBSP&" + OCTOBER)
        .expectProblem(403, "out-of-scope")
        .expectField("?bank");
    assertThat(own.get(REPORT + "/statements").expect(200).json().path("statements")).isEmpty();
    own.get(REPORT + "/overdue-loans?" + OCTOBER).expectProblem(403, "role-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/ageing", "/maturities", "/overdue-loans", "/frozen-loans"})
  void showsAnOfficerHerUnitsOnly(String path) {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(REPORT + path + "?unit=22024&asOf=2023-10-30").expect(200);
    officer
        .get(REPORT + path + "?" + OCTOBER)
        .expectProblem(403, "out-of-scope")
        .expectField("?unit");
  }

  @Test
  void showsADashboardNoSingleLoan() {
    var dashboard = client.as(Tokens.token("screen", null, Role.DASHBOARD));
    dashboard.get(REPORT + "?" + OCTOBER).expect(200);
    dashboard.get(REPORT + "/overdue-loans?" + OCTOBER).expectProblem(403, "role-missing");
    // and a bank's machine that says of no bank sees nothing
    client
        .as(Tokens.token("nobody's bank", null, Role.BANK))
        .get(REPORT + "?" + OCTOBER)
        .expectProblem(403, "out-of-scope");
  }

  @ParameterizedTest
  @CsvSource({
    "?asOf=2023-12-31, 400, invalid-request, ?unit",
    "?unit=54&asOf=9999-01-01, 400, date-out-of-range, ?asOf",
    "?unit=54&asOf=2023-12-31&from=2024-01-01, 422, period-invalid, ?from",
    "?unit=54&asOf=2023-12-31&by=WEATHER, 400, invalid-request, ?by",
    "?unit=54&asOf=2023-12-31&bank=ACB, 404, bank-unknown, ?bank",
    "?unit=54&asOf=2023-12-31&programme=X, 404, programme-unknown, ?programme",
    "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
    "/ageing?unit=99999, 404, unit-unknown, ?unit",
    "/overdue-loans?unit=54&asOf=2023-12-31&limit=0, 400, invalid-request, ?limit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

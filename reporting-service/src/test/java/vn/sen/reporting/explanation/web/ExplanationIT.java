package vn.sen.reporting.explanation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
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
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.lending.LendingWorld.Loan;
import vn.sen.reporting.membership.SmallProvince;

/** From a report's link to rows, records and events, on a real broker and document store. */
class ExplanationIT extends ReportingService {

  private static final String MEMBERSHIP = "/api/reporting/membership";
  private static final String LENDING = "/api/reporting/lending";
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final LocalDate MARCH = LocalDate.of(2019, 3, 1);
  private static final LocalDate SETTLED = LocalDate.of(2020, 1, 2);
  private static final LendingWorld WORLD = new LendingWorld("Z-");
  private static final String OWN = "unit=54&asOf=2019-06-30&bank=" + WORLD.vbsp;
  private static final UUID HOUSEHOLD = UUID.randomUUID();
  private static final Loan LOAN = lend();

  /** A household with two loans of the bank, one of them repaid in part, and another one. */
  private static Loan lend() {
    var loan = WORLD.lend(WORLD.place(WORLD.vbsp, PROVINCE.branchA1, HOUSEHOLD), 50, MARCH);
    var second = WORLD.lend(WORLD.place(WORLD.vbsp, PROVINCE.branchB1, HOUSEHOLD), 30, MARCH);
    var stranger = WORLD.place(WORLD.vbsp, PROVINCE.branchB1, UUID.randomUUID());
    var third = WORLD.lend(stranger, 20, MARCH);
    var other = WORLD.lend(WORLD.place(WORLD.agribank, PROVINCE.branchB1, HOUSEHOLD), 7, MARCH);
    loan.repay(10, MARCH.plusDays(40));
    loan.moveToOverdue(5, MARCH.plusDays(60));
    loan.owesCheck(MARCH.plusDays(30));
    loan.payInterest(7, MARCH.plusDays(40));
    WORLD.agree(WORLD.vbsp, 1_000, MARCH);
    WORLD.pay(WORLD.vbsp, PROVINCE.communeA, YearMonth.from(MARCH), 3, MARCH.plusDays(45));
    // nothing of them is left in the years that other tests look at
    loan.check(MARCH.plusDays(30), SETTLED);
    loan.repay(35, SETTLED);
    loan.repayOverdue(5, SETTLED);
    second.repay(30, SETTLED);
    third.repay(20, SETTLED);
    other.repay(7, SETTLED);
    PublishedProvince.ensure(new LendingView().topics());
    WORLD.told().forEach(t -> PublishedProvince.send(t.topic(), t.envelope()));
    return loan;
  }

  @BeforeEach
  void readWhatWasTold() {
    var tokens =
        WORLD.told().stream()
            .map(t -> t.topic().aggregates() + ":" + t.aggregate() + "@" + t.sequence())
            .toList();
    var member = PROVINCE.members().getLast();
    client.get(LENDING + "?" + OWN, "Sen-Consistency", String.join(",", tokens)).expect(200);
    client
        .get(
            MEMBERSHIP + "?unit=54&asOf=2019-01-01",
            "Sen-Consistency",
            "membership.member:" + member.aggregate() + "@" + member.sequence())
        .expect(200);
  }

  private JsonNode follow(JsonNode answer, String link, Map<String, String> choices) {
    return client.get(LinkTemplate.expand(answer, link, choices)).expect(200).json();
  }

  private static long sum(JsonNode items, String field) {
    long sum = 0;
    for (var item : items) {
      sum += item.path(field).asLong();
    }
    return sum;
  }

  @Test
  void leadsFromAFigureOfMembersToUnitsAndToEvents() {
    // given the report on the map of another day
    var report =
        client.get(MEMBERSHIP + "?unit=66&asOf=2023-12-31&hierarchy=2025-08-01").expect(200).json();
    // when the link of its total is followed
    var units = follow(report, "explanation", Map.of("figure", "members"));
    // then its parts are the branches at which the members were recorded
    assertThat(units.path("value").asLong()).isEqualTo(44);
    assertThat(units.path("agrees").asBoolean()).isTrue();
    assertThat(sum(units.path("parts"), "value")).isEqualTo(44);
    var first = units.at("/parts/0");
    assertThat(first.at("/of/recordedAt/code").asString()).isEqualTo("22015-CH02");
    assertThat(first.at("/of/countsFor/1/name").asString()).isEqualTo("Phường Tuy Hòa");
    // and behind each are events, one for each member who came or went
    var events = follow(units, "events", Map.of("part", first.path("part").asString()));
    assertThat(events.path("agrees").asBoolean()).isTrue();
    assertThat(events.path("sum").asLong()).isEqualTo(first.path("value").asLong());
    assertThat(sum(events.path("events"), "delta")).isEqualTo(first.path("value").asLong());
    assertThat(events.at("/events/0/topic").asString()).isEqualTo("membership.member.events.v1");
    assertThat(events.at("/events/0/effectiveDate").asString()).isEqualTo("2022-05-01");
  }

  @Test
  void leadsFromARateToItsTermsAndToWhoStatedThem() {
    // given the rate of a commune
    var report =
        client.get(MEMBERSHIP + "?unit=54&asOf=2023-12-31&level=COMMUNE").expect(200).json();
    var row = report.at("/rows/0/unit/id").asString();
    var rate =
        follow(report, "explanation", Map.of("figure", "gatheringRates.ALL_WOMEN", "row", row));
    assertThat(rate.path("value").decimalValue()).isEqualByComparingTo("32");
    assertThat(rate.at("/numerator/value").asLong()).isEqualTo(32);
    assertThat(rate.path("agrees").asBoolean()).isTrue();
    // when its denominator's link is followed
    var women = client.get(rate.at("/links/denominator").asString()).expect(200).json();
    // then it leads to the statement, and to the event of it
    assertThat(women.path("value").asLong()).isEqualTo(100);
    assertThat(women.at("/parts/0/of/statement/source").asString()).isEqualTo("mô phỏng");
    var part = women.at("/parts/0/part").asString();
    var events = follow(women, "events", Map.of("part", part));
    assertThat(events.path("agrees").asBoolean()).isTrue();
    assertThat(events.at("/events/0/type").asString())
        .isEqualTo("membership.orgunit.women-count-stated.v1");
  }

  @Test
  void leadsFromAFigureOfLoansToTheLoansPageByPage() {
    // given
    var report = client.get(LENDING + "?" + OWN).expect(200).json();
    // when its pages of one are read one after the other
    var first = follow(report, "explanation", Map.of("figure", "outstanding", "limit", "1"));
    var second = client.get(first.at("/links/next").asString()).expect(200).json();
    var third = client.get(second.at("/links/next").asString()).expect(200).json();
    // then they are the loans, the largest first
    assertThat(first.at("/parts/0/value").asLong()).isEqualTo(40);
    assertThat(first.at("/parts/0/of/loans/0/loan").asString()).isEqualTo(LOAN.id.toString());
    assertThat(second.at("/parts/0/value").asLong()).isEqualTo(30);
    assertThat(third.at("/parts/0/value").asLong()).isEqualTo(20);
    assertThat(third.path("links").has("next")).isFalse();
    assertThat(first.path("value").asLong()).isEqualTo(90);
    assertThat(first.path("sum").asLong()).isEqualTo(90);
    assertThat(first.path("count").asLong()).isEqualTo(3);
    // and the events of the first are there page by page, too
    var part = Map.of("part", first.at("/parts/0/part").asString());
    var events =
        client.get(LinkTemplate.expand(first, "events", part) + "&limit=1").expect(200).json();
    assertThat(events.path("sum").asLong()).isEqualTo(40);
    assertThat(events.path("count").asLong()).isEqualTo(2);
    assertThat(events.at("/events/0/delta").asLong()).isEqualTo(50);
    var last = client.get(events.at("/links/next").asString()).expect(200).json();
    assertThat(last.at("/events/0/delta").asLong()).isEqualTo(-10);
    assertThat(last.at("/events/0/type").asString()).startsWith("lending.loan.");
  }

  @Test
  void countsAHouseholdOnceAndShowsAllItsLoans() {
    var households =
        client.get(LENDING + "/explanation?figure=households&" + OWN).expect(200).json();
    assertThat(households.path("value").asLong()).isEqualTo(2);
    assertThat(households.path("agrees").asBoolean()).isTrue();
    for (var part : households.path("parts")) {
      boolean both = part.at("/of/household").asString().equals(HOUSEHOLD.toString());
      assertThat(part.at("/of/loans")).hasSize(both ? 2 : 1);
    }
  }

  /** An explanation that must agree. */
  private JsonNode explained(String report, String figure, String... choices) {
    var asked = client.get(LENDING + report + "?" + OWN).expect(200).json();
    var chosen = new HashMap<>(Map.of("figure", figure));
    for (int i = 0; i < choices.length; i += 2) {
      chosen.put(choices[i], choices[i + 1]);
    }
    var explained = follow(asked, "explanation", chosen);
    assertThat(explained.path("agrees").asBoolean()).as("%s: %s", figure, explained).isTrue();
    return explained;
  }

  private JsonNode events(JsonNode explained, String part) {
    var events = follow(explained, "events", Map.of("part", part));
    assertThat(events.path("agrees").asBoolean()).as(events.toString()).isTrue();
    return events;
  }

  @Test
  void leadsFromTheAgeOfWhatIsOverdueToTheLoanAndToAllThatIsOverdueOfIt() {
    var bucket = explained("/ageing", "buckets.90.overdue");
    assertThat(bucket.path("value").asLong()).isEqualTo(5);
    assertThat(bucket.at("/parts/0/of/loans/0/loan").asString()).isEqualTo(LOAN.id.toString());
    var events = events(bucket, LOAN.id.toString());
    assertThat(events.path("figure").asString()).isEqualTo("overdue");
    assertThat(events.at("/events/0/type").asString())
        .isEqualTo("lending.loan.moved-to-overdue.v1");
    assertThat(explained("/ageing", "buckets.none.loans").path("parts")).isEmpty();
  }

  @Test
  void leadsFromWhatFallsDueToTheLoans() {
    var later = explained("/maturities", "later.principal");
    assertThat(later.path("value").asLong()).isEqualTo(90);
    assertThat(later.path("count").asLong()).isEqualTo(3);
    assertThat(events(later, LOAN.id.toString()).path("sum").asLong()).isEqualTo(40);
    assertThat(explained("/maturities", "later.households").path("value").asLong()).isEqualTo(2);
    assertThat(explained("/maturities", "months.2019-07.loans").path("parts")).isEmpty();
  }

  @Test
  void leadsFromDutiesToChecksAndFromFeesToInterestAndPayments() {
    // given a check that is late, interest of 7 of which a tenth is the fee, and 3 that were paid
    var late = explained("/duties", "checks.lateTo90", "byBank", WORLD.vbsp.toString());
    assertThat(late.path("value").asLong()).isEqualTo(0);
    late = explained("/duties", "checks.lateLonger");
    assertThat(late.path("value").asLong()).isEqualTo(1);
    assertThat(events(late, LOAN.id.toString()).path("figure").asString()).isEqualTo("checks.late");
    // then the fee is rounded once, and the events add up to the last digit
    var expected = explained("/duties", "fees.expected");
    assertThat(expected.path("value").asLong()).isEqualTo(1);
    assertThat(expected.at("/parts/0/value").decimalValue()).isEqualByComparingTo("0.7");
    var interest = events(expected, LOAN.id.toString());
    assertThat(interest.at("/events/0/delta").decimalValue()).isEqualByComparingTo("0.7");
    // and what was paid is told by payment
    var received = explained("/duties", "received", "byMonth", "2019-03");
    assertThat(received.at("/parts/0/of/payment/unit/code").asString()).isEqualTo("22015");
    assertThat(events(received, received.at("/parts/0/part").asString()).path("sum").asLong())
        .isEqualTo(3);
    // and a difference leads to its terms
    var difference = explained("/duties", "fees.difference", "byProgramme", "none");
    assertThat(difference.at("/minuend/value").asLong()).isEqualTo(3);
    assertThat(difference.at("/subtrahend/value").asLong()).isZero();
    client.get(difference.at("/links/minuend").asString()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ageing", "/maturities", "/duties"})
  void showsNobodyMoreThanTheOtherReportsOfLoansDo(String report) {
    var figure =
        Map.of("/ageing", "overdue", "/maturities", "later.loans", "/duties", "checks.late")
            .get(report);
    var path = LENDING + report + "/explanation?asOf=2019-06-30&figure=" + figure;
    bank(WORLD.agribank)
        .get(path + "&unit=54&bank=" + WORLD.vbsp)
        .expectProblem(403, "out-of-scope");
    bank(WORLD.agribank)
        .get(path.replace("explanation?", "explanation/events?") + "&unit=54&part=" + LOAN.id)
        .expectProblem(404, "part-unknown");
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(path + "&unit=22024").expect(200);
    officer.get(path + "&unit=54").expectProblem(403, "out-of-scope").expectField("?unit");
    client
        .as(Tokens.token("screen", null, Role.DASHBOARD))
        .get(path + "&unit=54")
        .expectProblem(403, "role-missing");
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
  void showsNobodyMoreThanTheReportDoes() {
    var loans = LENDING + "/explanation?figure=loans&unit=54&asOf=2019-06-30";
    // a bank sees its own loans
    var own = bank(WORLD.agribank).get(loans).expect(200).json();
    assertThat(own.path("value").asLong()).isEqualTo(1);
    bank(WORLD.agribank).get(loans + "&bank=" + WORLD.vbsp).expectProblem(403, "out-of-scope");
    bank(WORLD.agribank)
        .get(
            LENDING
                + "/explanation/events?figure=outstanding&unit=54&asOf=2019-06-30&part="
                + LOAN.id)
        .expectProblem(404, "part-unknown");
    // an officer sees what lies in her unit
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(loans.replace("unit=54", "unit=22024")).expect(200);
    officer.get(loans).expectProblem(403, "out-of-scope").expectField("?unit");
    // a dashboard sees units, and neither loans nor members
    var dashboard = client.as(Tokens.token("screen", null, Role.DASHBOARD));
    var members = "?figure=members&unit=54&asOf=2023-12-31";
    dashboard.get(MEMBERSHIP + "/explanation" + members).expect(200);
    dashboard
        .get(MEMBERSHIP + "/explanation/events" + members + "&part=" + PROVINCE.branchA1)
        .expectProblem(403, "role-missing");
    dashboard.get(loans).expectProblem(403, "role-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "unit=54&asOf=2023-12-31, 400, invalid-request, ?figure",
    "unit=54&asOf=2023-12-31&figure=happiness, 400, figure-unknown, ?figure",
    "unit=54&asOf=2023-12-31&figure=honorary&row=unplaced, 400, figure-unknown, ?figure",
    "unit=54&asOf=2023-12-31&figure=members&row=22015, 404, row-unknown, ?row",
    "unit=54&asOf=2023-12-31&figure=members&limit=201, 400, invalid-request, ?limit",
    "unit=54&asOf=2023-12-31&figure=members&after=x, 400, cursor-invalid, ''",
    "unit=54&asOf=2023-12-31&figure=members&from=2024-01-01, 422, period-invalid, ?from",
  })
  void namesTheParameterThatCannotBeUsed(
      String parameters, int status, String problem, String pointer) {
    var answer =
        client.get(MEMBERSHIP + "/explanation?" + parameters).expectProblem(status, problem);
    if (!pointer.isEmpty()) {
      answer.expectField(pointer);
    }
  }

  @Test
  void namesTheFiguresThatThereAre() {
    var problem = client.get(LENDING + "/explanation?figure=debt&" + OWN).json();
    assertThat(problem.path("detail").asString()).contains("outstanding", "movement.repaid");
  }
}

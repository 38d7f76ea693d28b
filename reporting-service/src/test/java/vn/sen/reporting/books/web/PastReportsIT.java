package vn.sen.reporting.books.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.SmallProvince;

/**
 * What was known on a day, on a real broker: the province has been known for three days, what the
 * tests tell since today.
 */
class PastReportsIT extends ReportingService {

  private static final String MEMBERS = "/api/reporting/membership?unit=54&asOf=2024-09-30";
  private static final String LOANS = "/api/reporting/lending?unit=66&asOf=2025-12-31";
  private static final LocalDate AUGUST = LocalDate.of(2024, 8, 15);
  private static final SmallProvince WORLD = PublishedProvince.WORLD;
  private static final LocalDate THEN = PublishedProvince.KNOWN_SINCE;

  private JsonNode report(String path, String... headers) {
    return client.get(path, headers).expect(200).json();
  }

  @Test
  void aReportIsAsItWasKnownHoweverMuchIsToldLater() {
    // given a report as it was known then
    var path = MEMBERS + "&knownAt=" + THEN;
    var then = client.get(path).expect(200);
    var now = report(MEMBERS).at("/total/members").asInt();
    assertThat(then.json().at("/total/members").asInt()).isEqualTo(44);
    // when somebody is entered late
    var late =
        WORLD.transfer(
            WORLD.members().getFirst().aggregate(), WORLD.branchA2, WORLD.branchB1, AUGUST);
    PublishedProvince.send(Topic.MEMBERS, late.envelope());
    var entered = WORLD.imported(UUID.randomUUID(), WORLD.branchB1, AUGUST);
    PublishedProvince.send(Topic.MEMBERS, entered.envelope());
    var token = "membership.member:" + entered.aggregate() + "@" + entered.sequence();
    // then the figure of that business date has changed, but not as it was known then
    assertThat(report(MEMBERS, "Sen-Consistency", token).at("/total/members").asInt())
        .isEqualTo(now + 1);
    assertThat(report(path).at("/total/members").asInt()).isEqualTo(44);
    client.get(path, "If-None-Match", then.header("ETag")).expect(304);
    // and it says what it is
    assertThat(then.json().path("knownAt").asString()).isEqualTo(THEN.toString());
    assertThat(then.json().at("/freshness/asOfInstant").asString()).startsWith(THEN + "T17:00:00");
    assertThat(then.json().at("/freshness/complete").asBoolean()).isTrue();
    assertThat(then.json().at("/position/topics/membership.member.events.v1/next")).hasSize(6);
  }

  @Test
  void whatIsOwedIsAsItWasKnown() {
    // given a loan that was known then, and repaid since
    var repaid = PublishedProvince.LOAN.repay(30, LocalDate.of(2025, 3, 1));
    PublishedProvince.send(Topic.LOANS, repaid.envelope());
    var token = "lending.loan:" + repaid.aggregate() + "@" + repaid.sequence();
    assertThat(report(LOANS, "Sen-Consistency", token).path("stale").asBoolean()).isFalse();
    // when it is asked for as known then
    var then = report(LOANS + "&knownAt=" + THEN);
    // then nothing has been repaid, and there are no other loans
    assertThat(then.at("/total/outstanding").asInt()).isEqualTo(70);
    assertThat(then.at("/total/households").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "membership?unit=54&",
        "training?unit=54&",
        "training/coverage?unit=54&",
        "groups?unit=54&",
        "voices?unit=54&",
        "programmes?unit=54&",
        "lending?unit=54&",
        "lending/ageing?unit=54&",
        "lending/maturities?unit=54&",
        "lending/duties?unit=54&",
        "lending/statements?"
      })
  void everyReportSaysWhenItWasKnown(String report) {
    var path = "/api/reporting/" + report + "asOf=2023-10-30";
    var then = client.get(path + "&knownAt=" + THEN).expect(200);
    assertThat(then.json().path("knownAt").asString()).isEqualTo(THEN.toString());
    // the present has no such day, and is another answer
    var now = client.get(path).expect(200);
    assertThat(now.json().has("knownAt")).isFalse();
    assertThat(now.header("ETag")).isNotEqualTo(then.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"overdue-loans", "frozen-loans", "groups-outside-bounds"})
  void everyListCanBeReadAsItWasKnown(String list) {
    var path = "/api/reporting/lending/" + list + "?unit=54&asOf=2023-10-30&knownAt=" + THEN;
    assertThat(report(path).path("items")).isEmpty();
  }

  @Test
  void nothingWasKnownBeforeItWasTold() {
    client
        .get(MEMBERS + "&knownAt=" + THEN.minusDays(1))
        .expectProblem(404, "unit-unknown")
        .expectField("?unit");
  }

  @Test
  void nobodyKnowsTheFuture() {
    var today = report(MEMBERS + "&knownAt=2199-01-01").path("knownAt").asString();
    assertThat(LocalDate.parse(today)).isAfter(THEN).isBefore(LocalDate.of(2199, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "1066-10-14, date-out-of-range",
    "2023-02-30, invalid-request",
    "yesterday, invalid-request"
  })
  void refusesADayThatNobodyCanMean(String day, String problem) {
    for (var path : List.of(MEMBERS, LOANS, "/api/reporting/programmes?unit=54")) {
      client.get(path + "&knownAt=" + day).expectProblem(400, problem).expectField("?knownAt");
    }
  }

  @Test
  void readersOfTheSameDayAtOnceGetTheSameAnswer() throws Exception {
    Callable<String> read =
        () -> client.get(MEMBERS + "&knownAt=" + THEN.plusDays(1)).expect(200).header("ETag");
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var tags = new HashSet<String>();
      for (var answer : readers.invokeAll(List.of(read, read, read))) {
        tags.add(answer.get());
      }
      assertThat(tags).hasSize(1);
    }
  }
}

package vn.sen.reporting.change.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.change.ChangeQuery;
import vn.sen.reporting.change.ChangeReader;
import vn.sen.reporting.change.ChangedReport;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.SmallProvince;

/** What changed since the province became known, on a real broker. */
class ChangeIT extends ReportingService {

  private static final SmallProvince WORLD = PublishedProvince.WORLD;
  private static final LocalDate THEN = PublishedProvince.KNOWN_SINCE;
  private static final String MEMBERS =
      "/api/reporting/membership/changes?unit=22024&asOf=2024-10-01&knownAt=" + THEN;

  @Autowired private ChangeReader reader;
  @Autowired private ViewFactory views;
  @Autowired private MembershipReporter membership;
  @Autowired private Books present;
  @Autowired private Clock clock;

  private JsonNode changes(String path, String... headers) {
    return client.get(path, headers).expect(200).json();
  }

  private static JsonNode named(JsonNode list, String field, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path(field).asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLateEntryAndItsCorrectionExplainTheDifference() {
    // given a woman entered late, and another one who was then taken back
    var late = WORLD.imported(UUID.randomUUID(), WORLD.branchB1, LocalDate.of(2024, 9, 1));
    var slip = WORLD.imported(UUID.randomUUID(), WORLD.branchB1, LocalDate.of(2024, 9, 2));
    var undone = WORLD.withdrawn(slip, UUID.randomUUID());
    for (var told : List.of(late, slip, undone)) {
      PublishedProvince.send(Topic.MEMBERS, told.envelope());
    }
    var tokens =
        "membership.member:%s@1,membership.member:%s@2"
            .formatted(late.aggregate(), slip.aggregate());
    // when the change of the ward is asked for
    var changes = changes(MEMBERS + "&limit=200", "Sen-Consistency", tokens);
    // then its causes add up to the difference
    var members = named(changes.path("figures"), "name", "members");
    assertThat(members.path("now").asLong() - members.path("then").asLong())
        .isEqualTo(members.path("difference").asLong());
    long sum = 0;
    for (var cause : changes.path("causes")) {
      sum += cause.at("/deltas/members").asLong(0);
    }
    assertThat(sum).isEqualTo(members.path("difference").asLong());
    assertThat(named(changes.path("causes"), "cause", "CORRECTION").at("/deltas/members").asLong())
        .isNegative();
    // and each event is there, by its ids
    var event = named(changes.path("items"), "aggregate", late.aggregate().toString());
    assertThat(event.path("type").asString()).isEqualTo("membership.member.registered.v1");
    assertThat(event.path("cause").asString()).isEqualTo("LATE_ENTRY");
    assertThat(event.path("effectiveDate").asString()).isEqualTo("2024-09-01");
    assertThat(event.at("/deltas/members").asLong()).isEqualTo(1);
    // and the pages together are the list
    var first = changes(MEMBERS + "&limit=1");
    var second = changes(MEMBERS + "&limit=1&cursor=" + first.path("next").asString());
    assertThat(first.at("/items/0")).isEqualTo(changes.at("/items/0"));
    assertThat(second.at("/items/0")).isEqualTo(changes.at("/items/1"));
  }

  @Test
  void aRepaymentExplainsTheDebtAndTheHouseholdIsGone() {
    // given the whole of a loan that was known then, repaid since
    var repaid = PublishedProvince.LOAN.repay(20, LocalDate.of(2025, 2, 20));
    PublishedProvince.send(Topic.LOANS, repaid.envelope());
    var token = "lending.loan:" + repaid.aggregate() + "@" + repaid.sequence();
    // when the change is asked for
    var path = "/api/reporting/lending/changes?unit=54&asOf=2025-02-25&knownAt=" + THEN;
    var changes = changes(path, "Sen-Consistency", token);
    // then
    var outstanding = named(changes.path("figures"), "name", "outstanding");
    assertThat(outstanding.path("then").asLong()).isEqualTo(70);
    var event = named(changes.path("items"), "aggregate", repaid.aggregate().toString());
    assertThat(event.at("/deltas/outstanding").asLong()).isEqualTo(-20);
    long sum = 0;
    for (var cause : changes.path("causes")) {
      sum += cause.at("/deltas/outstanding").asLong(0);
    }
    assertThat(sum).isEqualTo(outstanding.path("difference").asLong());
    var households = named(changes.path("figures"), "name", "households");
    assertThat(households.path("addsUp").asBoolean()).isFalse();
    assertThat(changes.at("/once/0/figure").asString()).isEqualTo("households");
    assertThat(changes.at("/once/0/gained").asLong() - changes.at("/once/0/lost").asLong())
        .isEqualTo(households.path("difference").asLong());
  }

  @Test
  void aListGoesOnWithTheMomentItBeganWith() {
    // given the first page of two late entries
    enter(LocalDate.of(2024, 8, 1));
    var first = changes(MEMBERS + "&limit=1", "Sen-Consistency", enter(LocalDate.of(2024, 8, 2)));
    var query =
        new ChangeQuery("22024", LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 1), THEN);
    var found = reader.changes(ChangedReport.MEMBERSHIP, query, null, null);
    // when another one follows
    var next = changes(MEMBERS + "&limit=1", "Sen-Consistency", enter(LocalDate.of(2024, 8, 3)));
    assertThat(next.path("figures")).isNotEqualTo(first.path("figures"));
    // then the second page is of the same list
    var page = "&limit=1&cursor=" + first.path("next").asString();
    assertThat(changes(MEMBERS + page).path("figures")).isEqualTo(first.path("figures"));
    // also of an instance that has not found it
    var past = new PastBooks(views.log(), views.replay(), membership, clock);
    var again =
        new ChangeReader(past, present, membership)
            .changes(ChangedReport.MEMBERSHIP, query, null, found.until());
    assertThat(again.changes().difference()).isEqualTo(found.changes().difference());
    assertThat(again.changes().events(null, 200)).isEqualTo(found.changes().events(null, 200));
    // and no page of another one
    client
        .get("/api/reporting/lending/changes?unit=54&asOf=2025-02-25&knownAt=" + THEN + page)
        .expectProblem(400, "until-unknown")
        .expectField("?cursor");
  }

  private static String enter(LocalDate day) {
    var late = WORLD.imported(UUID.randomUUID(), WORLD.branchB1, day);
    PublishedProvince.send(Topic.MEMBERS, late.envelope());
    return "membership.member:" + late.aggregate() + "@" + late.sequence();
  }

  @ParameterizedTest
  @ValueSource(strings = {"membership", "lending", "training", "groups", "voices"})
  void nothingChangedBetweenADayAndItself(String report) {
    var path = "/api/reporting/%s/changes?unit=54&asOf=2023-10-30&knownAt=%s&until=%s";
    var changes = changes(path.formatted(report, THEN, THEN));
    assertThat(changes.path("figures")).isNotEmpty();
    assertThat(changes.path("figures"))
        .allSatisfy(figure -> assertThat(figure.path("difference").asLong()).isZero());
    assertThat(changes.path("causes")).isEmpty();
    assertThat(changes.path("items")).isEmpty();
    assertThat(changes.path("until").asString()).isEqualTo(THEN.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "membership, unit=54, 400, invalid-request, ?knownAt",
    "membership, unit=54&knownAt=1066-10-14, 400, date-out-of-range, ?knownAt",
    "membership, unit=54&knownAt=2026-01-02&until=2026-01-01, 422, until-before-known-at, ?until",
    "membership, unit=99999&knownAt=2026-01-02, 404, unit-unknown, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String report, String parameters, int status, String problem, String pointer) {
    client
        .get("/api/reporting/" + report + "/changes?" + parameters + "&asOf=2023-12-31")
        .expectProblem(status, problem)
        .expectField(pointer);
  }

  @Test
  void theProvinceReportTellsThenAndNowAndWhereToReadWhy() {
    // given a woman entered late
    var token = enter(LocalDate.of(2024, 8, 4));
    // when the change of the whole report is asked for
    var path =
        "/api/reporting/province/changes?unit=22024&asOf=2024-10-01&hierarchy=2024-10-01&knownAt=";
    var changes = changes(path + THEN, "Sen-Consistency", token);
    // then it holds what was written, and all of the log
    assertThat(changes.path("stale").asBoolean(true)).isFalse();
    assertThat(changes.path("complete").asBoolean()).isTrue();
    // and each figure is told as known then and now
    var members = named(changes.path("figures"), "key", "membership.members");
    long difference = members.path("difference").asLong();
    assertThat(difference)
        .isPositive()
        .isEqualTo(members.path("now").asLong() - members.path("then").asLong());
    var owed = named(changes.path("figures"), "key", "lending.outstanding");
    assertThat(owed.path("difference").asLong())
        .isEqualTo(owed.path("now").asLong() - owed.path("then").asLong());
    // and the report behind it says why
    var behind = members.path("changes").asString();
    assertThat(behind).startsWith("/api/reporting/membership/changes?unit=" + WORLD.communeB);
    assertThat(named(changes(behind).path("figures"), "name", "members").path("difference"))
        .isEqualTo(members.path("difference"));
    assertThat(
            named(changes.path("figures"), "indicator", "training.in-post")
                .path("changes")
                .isNull())
        .isTrue();
    // between a day and itself nothing changed
    var same = changes(path + THEN + "&until=" + THEN);
    assertThat(same.path("figures"))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.path("then")).isEqualTo(figure.path("now")));
    client
        .get(path + THEN + "&until=" + THEN.minusDays(1))
        .expectProblem(422, "until-before-known-at")
        .expectField("?until");
    var officer = client.as(Tokens.at(WORLD.communeA.toString(), Role.OFFICER));
    officer.get(path + THEN).expectProblem(403, "out-of-scope").expectField("?unit");
  }

  @Test
  void onlyReportsThatAreThereChange() {
    client
        .get("/api/reporting/weather/changes?unit=54&knownAt=" + THEN)
        .expectProblem(404, "report-without-changes");
  }

  @Test
  void anOfficerReadsWhatChangedInHerWardAlone() {
    var officer = client.as(Tokens.at(WORLD.communeB.toString(), Role.OFFICER));
    officer.get(MEMBERS).expect(200);
    officer
        .get(MEMBERS.replace("22024", "54"))
        .expectProblem(403, "out-of-scope")
        .expectField("?unit");
  }
}

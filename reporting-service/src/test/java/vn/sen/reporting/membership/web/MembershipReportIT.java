package vn.sen.reporting.membership.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.CommittedApi;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.membership.SmallProvince.Told;
import vn.sen.reporting.operations.web.OperationsCalls;

/** The service on a real broker and document store: events go in, the report comes out. */
class MembershipReportIT extends ReportingService {

  private static final String WARNINGS = "/api/reporting/warnings";

  /** What belongs to no unit. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "GET /api/reporting/definitions",
          "GET /api/reporting/definitions/{code}",
          "GET /api/reporting/feeds",
          "GET /api/reporting/indicators",
          "GET /api/reporting/indicators/{id}",
          "GET " + WARNINGS + "/rules",
          "GET " + WARNINGS + "/rules/{code}");

  private static final String RULE =
      """
      {"from": "2026-01-01", "figure": "GATHERING_RATE", "level": "COMMUNE", "side": "BELOW",
       "threshold": 60, "horizonMonths": 12, "windowMonths": 12, "source": "mô phỏng"}\
      """;

  private static final String REPORT = "/api/reporting/membership";
  private static final String LENDING = "/api/reporting/lending";
  private static final String AUDIT = "/api/reporting/audit";
  private static final String ISSUED = "/api/reporting/issued";
  private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);
  private static final SmallProvince WORLD = PublishedProvince.WORLD;

  @BeforeEach
  void readWhatWasTold() {
    // everything that was published before the service started
    var last = WORLD.members().get(WORLD.members().size() - 1);
    assertThat(
            report("unit=54&asOf=2023-12-31", "Sen-Consistency", token(last))
                .path("stale")
                .asBoolean())
        .isFalse();
  }

  private static void send(Topic topic, List<Told> told) {
    told.forEach(t -> PublishedProvince.send(topic, t.envelope()));
  }

  private static String token(Told told) {
    return "membership.member:" + told.aggregate() + "@" + told.sequence();
  }

  private JsonNode report(String parameters, String... headers) {
    return client.get(REPORT + "?" + parameters, headers).expect(200).json();
  }

  @Test
  void answersNobodyWithoutTokenRoleOrScope() {
    var ward = client.get(REPORT + "?unit=22024&asOf=2023-12-31").json().at("/unit/id").asString();
    var issued = new HashMap<>(calls());
    issued.putAll(callsOfIssued());
    issued.putAll(callsOfPublished());
    ApiWalk.of(
            client,
            "/api/reporting/openapi",
            Set.of(
                "GET " + ISSUED + "/verify", "GET " + ISSUED + "/check", "GET " + ISSUED + "/keys"))
        .nobodyWithoutAToken()
        .nobodyWithoutTheRole()
        .nobodyOutOfScope(Tokens.at(ward, Role.values()), issued, FOR_EVERYBODY);
  }

  private Map<String, Call> callsOfIssued() {
    var body =
        "{\"report\":\"membership\",\"parameters\":{\"unit\":\"54\",\"asOf\":\"2023-12-31\"},"
            + "\"title\":\"Báo cáo hội viên\"}";
    var one = client.post(ISSUED, body).expect(201).header("Location");
    return Map.of(
        "POST " + ISSUED, Call.json(ISSUED, body),
        "GET " + ISSUED, Call.get(ISSUED + "?unit=54"),
        "GET " + ISSUED + "/{id}", Call.get(one),
        "GET " + ISSUED + "/{id}/files/{format}", Call.get(one + "/files/json"),
        "GET " + ISSUED + "/{id}/verification", Call.get(one + "/verification"),
        "POST " + ISSUED + "/{id}/withdrawal",
            Call.json(one + "/withdrawal", "{\"reason\":\"Sai\"}", "If-Match", "\"1\""));
  }

  private Map<String, Call> callsOfPublished() {
    var published = "/api/reporting/published";
    var figure =
        """
        {"source": "walk", "wording": "hội viên", "unitId": "%s", "indicator": "membership.members",
         "value": 44, "measuredIn": "người", "asOf": "2023-12-31"}
        """
            .formatted(WORLD.province);
    var one =
        published + "/" + client.post(published, figure).expect(201).json().path("id").asString();
    var definition = "/api/reporting/definitions/walk";
    return Map.of(
        "POST " + published,
        Call.json(published, figure),
        "GET " + published,
        Call.get(published + "?unit=54&asOf=2023-12-31"),
        "GET " + published + "/{id}",
        Call.get(one),
        "POST " + published + "/{id}/explanation",
        Call.json(
            one + "/explanation",
            "{\"finding\":\"OTHER_DEFINITION\",\"reason\":\"x\"}",
            "If-Match",
            "\"1\""),
        "POST " + published + "/{id}/withdrawal",
        Call.json(one + "/withdrawal", "{\"reason\":\"x\"}", "If-Match", "\"1\""),
        "PUT /api/reporting/definitions/{code}",
        Call.json(definition, general(), "If-Match", "\"0\""));
  }

  /** The definition that the platform brings. */
  private static String general() {
    try (var text = MembershipReportIT.class.getResourceAsStream("/definitions/general.json")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Call> calls() {
    var calls = new HashMap<String, Call>(OperationsCalls.refused());
    var feeds = "/api/reporting/feeds";
    var feed =
        """
        {"title": "x", "report": "groups", "parameters": {"unit": "54", "asOf": "2023-12-31"}}
        """;
    var made = client.post(feeds, feed).expect(201).json().path("id").asString();
    calls.put("POST " + feeds, Call.json(feeds, feed));
    calls.put(
        "POST " + feeds + "/{id}/revocation", Call.json(feeds + "/" + made + "/revocation", "{}"));
    calls.put("POST " + AUDIT + "/searches", Call.json(AUDIT + "/searches", "{}"));
    calls.put("GET " + AUDIT + "/export", Call.get(AUDIT + "/export"));
    calls.put("POST " + AUDIT + "/verifications", Call.json(AUDIT + "/verifications", "{}"));
    calls.put(
        "GET " + AUDIT + "/verifications/{id}",
        Call.get(AUDIT + "/verifications/" + UUID.randomUUID()));
    calls.put("POST " + WARNINGS + "/rules/{code}", Call.json(WARNINGS + "/rules/a", RULE));
    calls.put("POST " + WARNINGS + "/evaluation", Call.json(WARNINGS + "/evaluation", "{}"));
    calls.put(
        "GET " + WARNINGS + "/evaluation/{id}",
        Call.get(WARNINGS + "/evaluation/" + UUID.randomUUID()));
    calls.put("GET " + LENDING + "/statements", Call.get(LENDING + "/statements"));
    calls.put(
        "GET /api/reporting/{report}/changes",
        Call.get(
            REPORT + "/changes?unit=54&asOf=2023-12-31&knownAt=" + PublishedProvince.KNOWN_SINCE));
    calls.put(
        "GET /api/reporting/province/changes",
        Call.get(
            "/api/reporting/province/changes?unit=54&asOf=2023-12-31&knownAt="
                + PublishedProvince.KNOWN_SINCE));
    for (var path :
        List.of(
            REPORT,
            WARNINGS,
            "/api/reporting/groups",
            "/api/reporting/voices",
            "/api/reporting/training",
            "/api/reporting/training/coverage",
            "/api/reporting/programmes",
            "/api/reporting/province",
            "/api/reporting/province.pdf",
            "/api/reporting/province.docx",
            "/api/reporting/province.xlsx",
            LENDING,
            LENDING + "/ageing",
            LENDING + "/maturities",
            LENDING + "/duties",
            LENDING + "/groups-outside-bounds",
            LENDING + "/overdue-loans",
            LENDING + "/frozen-loans")) {
      calls.put("GET " + path, Call.get(path + "?unit=54&asOf=2023-12-31"));
    }
    Map.of(
            REPORT,
            "members",
            LENDING,
            "loans",
            LENDING + "/ageing",
            "overdue",
            LENDING + "/maturities",
            "later.loans",
            LENDING + "/duties",
            "checks.late",
            "/api/reporting/training/coverage",
            "posts",
            "/api/reporting/programmes",
            "result&byProgramme=DA8&byIndicator=I1",
            "/api/reporting/training",
            "turns",
            "/api/reporting/groups",
            "groups",
            "/api/reporting/voices",
            "raised")
        .forEach(
            (path, figure) -> {
              var explanation = path + "/explanation";
              var asked = "?unit=54&asOf=2023-12-31&figure=" + figure;
              calls.put("GET " + explanation, Call.get(explanation + asked));
              var events = explanation + "/events";
              calls.put("GET " + events, Call.get(events + asked + "&part=x"));
            });
    var completeness = "/api/reporting/completeness";
    calls.put("GET " + completeness, Call.get(completeness + "?unit=54&from=2023-10-01"));
    return calls;
  }

  @Test
  void aWardsOfficerReadsHerWardAndAnUnchangedReportIsNoWayRound() {
    // given
    var province = client.get(REPORT + "?unit=54&asOf=2023-12-31").expect(200);
    var ward = client.get(REPORT + "?unit=22024&asOf=2023-12-31").json().at("/unit/id").asString();
    var officer = client.as(Tokens.at(ward, Role.OFFICER));
    // then
    officer.get(REPORT + "?unit=22024&asOf=2023-12-31").expect(200);
    officer
        .get(REPORT + "?unit=54&asOf=2023-12-31", "If-None-Match", province.header("ETag"))
        .expectProblem(403, "out-of-scope")
        .expectField("?unit");
  }

  @Test
  void anOldMapBringsNobodyBackIntoScope() {
    // given an officer of the district that had the ward until July 2025
    var officer = client.as(Tokens.at(WORLD.district.toString(), Role.OFFICER));
    var ward = REPORT + "?unit=22015&hierarchy=2024-12-01&asOf=";

    // then she sees its figures of that time, not those of later days on that map
    officer.get(ward + "2024-12-01").expect(200);
    officer.get(ward + "2025-08-01").expectProblem(403, "out-of-scope").expectField("?unit");
  }

  @Test
  void showsTheReportOnTheMapOfItsDay() {
    var report = report("unit=54&asOf=2023-12-31&level=COMMUNE");
    assertThat(report.at("/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(report.at("/hierarchy").asString()).isEqualTo("2023-12-31");
    assertThat(report.at("/from").asString()).isEqualTo("2023-01-01");
    assertThat(report.at("/total/members").asInt()).isEqualTo(44);
    assertThat(report.at("/total/flows/in/ADMISSION").asInt()).isEqualTo(3);
    assertThat(report.at("/total/flows/out/DEATH").asInt()).isEqualTo(1);
    assertThat(report.at("/total/flows/net").asInt()).isEqualTo(2);
    assertThat(report.at("/total/flows/in").has("TRANSFER")).isFalse();
    assertThat(report.at("/rows/0/unit/code").asString()).isEqualTo("22015");
    assertThat(report.at("/rows/0/flows/out/TRANSFER").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/0/gatheringRates/0/percent").decimalValue())
        .isEqualByComparingTo("32");
    assertThat(report.at("/rows/0/women/1/count").isNull()).isTrue();
    assertThat(report.at("/under60/0/unit/code").asString()).isEqualTo("22024");
    assertThat(report.at("/freshness/complete").asBoolean()).isTrue();
    assertThat(report.at("/position/topics/membership.member.events.v1/next")).hasSize(6);
  }

  @Test
  void countsLocalitiesWithATraitAlone() {
    // nobody has stated it of any locality
    var report = report("unit=54&asOf=2023-12-31&level=COMMUNE&trait=PROJECT_8_AREA");
    assertThat(report.at("/trait").asString()).isEqualTo("PROJECT_8_AREA");
    assertThat(report.at("/total/members").asInt()).isZero();
    assertThat(report.at("/rows")).isEmpty();
    client.get(REPORT + "?unit=54&trait=ISLAND").expect(400);
  }

  @Test
  void rebasesTheSameMembersToAnotherMap() {
    var report = report("unit=66&asOf=2023-12-31&hierarchy=2025-08-01");
    assertThat(report.at("/level").asString()).isEqualTo("COMMUNE");
    assertThat(report.at("/total/members").asInt()).isEqualTo(44);
    assertThat(report.at("/rows/0/unit/name").asString()).isEqualTo("Phường Tuy Hòa");
    assertThat(report.at("/rows/0/gatheringRates/0/percent").isNull()).isTrue();
  }

  @Test
  void showsTheRestOfASplitAsARemainder() {
    var report = report("unit=54&asOf=2023-12-31&hierarchy=2024-12-01&level=COMMUNE");
    var last = report.path("rows").get(2);
    assertThat(last.path("remainder").asBoolean()).isTrue();
    assertThat(last.path("unit").isNull()).isTrue();
    assertThat(last.path("members").asInt()).isEqualTo(3);
  }

  @Test
  void anAssignmentMovesAMemberFromTheRemainderToTheSuccessor() {
    // given a member directly in the ward that was divided
    var registered = WORLD.imported(UUID.randomUUID(), WORLD.communeB, LocalDate.of(2024, 8, 1));
    send(Topic.MEMBERS, List.of(registered));
    var onTheNewMap = "unit=54&asOf=2024-09-01&hierarchy=2024-12-01&level=COMMUNE";
    var before = report(onTheNewMap, "Sen-Consistency", token(registered));
    // when
    var assigned = WORLD.assigned(registered, WORLD.newB);
    send(Topic.MEMBERS, List.of(assigned));
    var after = report(onTheNewMap, "Sen-Consistency", token(assigned));
    // then the remainder has shrunk, the successor has her, and nothing else has changed
    assertThat(after.at("/rows/2/remainder").asBoolean()).isTrue();
    assertThat(after.at("/rows/2/members").asInt())
        .isEqualTo(before.at("/rows/2/members").asInt() - 1);
    assertThat(after.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(after.at("/rows/1/members").asInt())
        .isEqualTo(before.at("/rows/1/members").asInt() + 1);
    assertThat(after.at("/rows/0/members")).isEqualTo(before.at("/rows/0/members"));
    assertThat(after.at("/total/members")).isEqualTo(before.at("/total/members"));
    assertThat(after.at("/total/flows/net")).isEqualTo(before.at("/total/flows/net"));
    // and on the map of before it makes no difference
    var old = report("unit=54&asOf=2024-09-01&level=COMMUNE");
    assertThat(old.at("/total/members")).isEqualTo(before.at("/total/members"));
    assertThat(old.path("rows")).hasSize(2);
  }

  @Test
  void letsAReaderSeeHerOwnWrite() {
    // given a transfer that has just been published
    var member = WORLD.members().get(20).aggregate();
    var before =
        report("unit=22015&asOf=2024-06-30&hierarchy=2024-06-30").at("/total/members").asInt();
    var told = WORLD.transfer(member, WORLD.branchA2, WORLD.branchB2, JUNE);
    // when she reads with her token at once
    send(Topic.MEMBERS, List.of(told));
    var after = report("unit=22015&asOf=2024-06-30", "Sen-Consistency", token(told));
    // then the report has it
    assertThat(after.path("stale").asBoolean()).isFalse();
    assertThat(after.at("/total/members").asInt()).isEqualTo(before - 1);
  }

  @Test
  void doesNotWaitForWhatNoFigureIsMadeOf() {
    // given tokens of what this report will never hear of
    var elsewhere =
        Stream.of(
                "membership.household", "membership.transfer", "lending.bank", "membership.import")
            .map(aggregates -> aggregates + ":" + UUID.randomUUID() + "@1")
            .collect(Collectors.joining(","));
    // when
    var asked = Instant.now();
    var report = report("unit=54&asOf=2023-12-31", "Sen-Consistency", elsewhere);
    // then it answers long before its patience is over
    assertThat(report.path("stale").asBoolean()).isFalse();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void waitsForAllRowsOfAnImport() {
    // given an import of three members
    var importId = UUID.randomUUID();
    var told =
        List.of(
            WORLD.imported(importId, WORLD.branchB1, JUNE),
            WORLD.imported(importId, WORLD.branchB1, JUNE),
            WORLD.imported(importId, WORLD.branchB1, JUNE));
    // when it is read with the import's token
    send(Topic.MEMBERS, told);
    var report =
        report("unit=22024&asOf=2024-06-30", "Sen-Consistency", "import:" + importId + "@3");
    // then all are there
    assertThat(report.path("stale").asBoolean()).isFalse();
    assertThat(report.at("/total/honorary").asInt()).isEqualTo(3);
    assertThat(report.at("/total/flows/in/MOVE_IN").asInt()).isEqualTo(3);
  }

  @Test
  void answersNotModifiedUntilSomethingChanges() {
    var path = REPORT + "?unit=54&asOf=2022-12-31&level=DISTRICT";
    var first = client.get(path).expect(200);
    var etag = first.header("ETag");
    assertThat(etag).isNotBlank();
    assertThat(client.get(path, "If-None-Match", etag).expect(304).body()).isEmpty();
    // another question has another tag
    assertThat(client.get(REPORT + "?unit=54&asOf=2022-12-30&level=DISTRICT").header("ETag"))
        .isNotEqualTo(etag);
    // when the log has moved on
    var told = WORLD.imported(UUID.randomUUID(), WORLD.branchB1, LocalDate.of(2024, 7, 1));
    send(Topic.MEMBERS, List.of(told));
    client.get(path, "If-None-Match", etag, "Sen-Consistency", token(told)).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "asOf=2023-12-31, 400, invalid-request, ?unit",
    "unit=54&asOf=2023-02-30, 400, invalid-request, ?asOf",
    "unit=54&asOf=yesterday, 400, invalid-request, ?asOf",
    "unit=54&asOf=9999-01-01, 400, date-out-of-range, ?asOf",
    "unit=54&asOf=2023-12-31&hierarchy=31/12/2023, 400, invalid-request, ?hierarchy",
    "unit=54&asOf=2023-12-31&hierarchy=1066-10-14, 400, date-out-of-range, ?hierarchy",
    "unit=54&asOf=2023-12-31&level=VILLAGE, 400, invalid-request, ?level",
    "unit=54&asOf=2023-12-31&from=2024-01-01, 422, period-invalid, ?from",
    "unit=99999&asOf=2023-12-31, 404, unit-unknown, ?unit",
    "unit=c0ffee00-0000-0000-0000-000000000000&asOf=2023-12-31, 404, unit-unknown, ?unit",
    "unit=&asOf=2023-12-31, 404, unit-unknown, ?unit",
    "unit=22015&asOf=2023-12-31&level=PROVINCE, 422, level-not-below-unit, ?level",
    "unit=66&asOf=2023-12-31&hierarchy=2025-08-01&level=DISTRICT, 422, level-not-on-map, ?level",
    "unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String parameters, int status, String problem, String pointer) {
    client.get(REPORT + "?" + parameters).expectProblem(status, problem).expectField(pointer);
  }

  @Test
  void namesTheSuccessorOfAUnitThatIsNoMoreInBothLanguages() {
    var path = REPORT + "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01";
    assertThat(client.get(path).json().path("detail").asString())
        .contains("54 Tỉnh Phú Yên", "66 Tỉnh Đắk Lắk", "không tồn tại");
    assertThat(client.get(path, "Accept-Language", "en").json().path("detail").asString())
        .contains("54 Tỉnh Phú Yên", "66 Tỉnh Đắk Lắk", "does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense",
    "c0ffee00-0000-0000-0000-000000000000",
    "c0ffee00-0000-0000-0000-000000000000@1",
    "import:7@1",
    "membership.member:c0ffee00-0000-0000-0000-000000000000",
    "membership.member:c0ffee00-0000-0000-0000-000000000000@-1"
  })
  void refusesATokenThatIsNone(String token) {
    client
        .get(REPORT + "?unit=54&asOf=2023-12-31", "Sen-Consistency", token)
        .expectProblem(400, "header-invalid");
  }

  @Test
  void theServiceIsHealthyAndMeasured() {
    assertThat(client.get("/actuator/health/progress").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/prometheus").expect(200).body())
        .contains("view_freshness_seconds", "view_lag", "view_parked");
  }

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("reporting", client.get("/api/reporting/openapi").expect(200).body());
  }
}

package vn.sen.reporting.communitygroup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.communitygroup.CommunityGroupView;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.communitygroup.CommunityGroupWorld.Group;
import vn.sen.reporting.communitygroup.CommunityGroupWorld.Told;
import vn.sen.reporting.membership.SmallProvince;

/** The service on a real broker and document store: events go in, the report comes out. */
class CommunityGroupReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/groups";
  private static final String OCTOBER = "unit=54&asOf=2023-10-30";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final CommunityGroupWorld WORLD = new CommunityGroupWorld();
  private static final Group TEAM = found();

  /** Two groups in two communes, one member in both. */
  private static Group found() {
    var lan = UUID.randomUUID();
    var team = WORLD.found(CommunityGroupWorld.TEAM, PROVINCE.branchA1, MARCH);
    team.join(MARCH, lan, UUID.randomUUID());
    team.stateOthers(3, MARCH);
    team.meet(UUID.randomUUID(), MARCH.plusDays(7), 2, lan);
    var club = WORLD.found(CommunityGroupWorld.CLUB, null, PROVINCE.branchB1, MARCH);
    club.join(MARCH, lan);
    PublishedProvince.ensure(new CommunityGroupView().topics());
    WORLD.told().forEach(CommunityGroupReportIT::send);
    return team;
  }

  private static void send(Told told) {
    PublishedProvince.send(told.topic(), told.envelope());
  }

  @BeforeEach
  void readWhatWasTold() {
    var everything = WORLD.told().stream().map(Told::token).collect(Collectors.joining(","));
    assertThat(report(OCTOBER, "Sen-Consistency", everything).path("stale").asBoolean()).isFalse();
  }

  private JsonNode report(String parameters, String... headers) {
    return client.get(REPORT + "?" + parameters, headers).expect(200).json();
  }

  @Test
  void showsGroupsPeopleAndTurnsByUnitTypeAndProgramme() {
    var report = report(OCTOBER + "&level=COMMUNE&by=TYPE,PROGRAMME,UNIT");
    assertThat(report.at("/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(report.at("/from").asString()).isEqualTo("2023-01-01");
    assertThat(report.at("/total/groups").asInt()).isEqualTo(2);
    assertThat(report.at("/total/members").asInt()).isEqualTo(3);
    assertThat(report.at("/total/distinctMembers").asInt()).isEqualTo(2);
    assertThat(report.at("/total/others").asInt()).isEqualTo(3);
    assertThat(report.at("/total/founded").asInt()).isEqualTo(2);
    assertThat(report.at("/total/turns").asInt()).isEqualTo(3);
    assertThat(report.at("/total/distinctAttendees").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(report.at("/rows/1/members").asInt()).isEqualTo(1);
    assertThat(report.at("/byType/1/type/name").asString()).isEqualTo("Tổ truyền thông cộng đồng");
    assertThat(report.at("/byProgramme/0/programme").asString()).isEqualTo("DA8");
    assertThat(report.at("/byProgramme/1/programme").isNull()).isTrue();
    assertThat(report.at("/cells/0/unit/code").asString()).isEqualTo("22024");
    assertThat(report.at("/freshness/complete").asBoolean()).isTrue();
    assertThat(report.at("/position/topics/membership.group.events.v1/next")).hasSize(6);
  }

  @Test
  void selectsTypesAndProgrammes() {
    assertThat(report(OCTOBER + "&type=CLB").at("/total/groups").asInt()).isEqualTo(1);
    assertThat(report(OCTOBER + "&programme=DA8").at("/total/members").asInt()).isEqualTo(2);
  }

  @Test
  void letsAReaderSeeHerOwnWriteAndTellsWhenNothingChanged() {
    // given
    var question = REPORT + "?unit=54&asOf=2024-12-31&hierarchy=2023-12-31";
    var tag = client.get(question).expect(200).header("ETag");
    client.get(question, "If-None-Match", tag).expect(304);
    // when
    var told = TEAM.meet(UUID.randomUUID(), LocalDate.of(2024, 5, 1), 8);
    send(told);
    // then
    var after = client.get(question, "If-None-Match", tag, "Sen-Consistency", told.token());
    assertThat(after.expect(200).json().at("/total/turns").asInt()).isEqualTo(8);
    assertThat(after.json().path("stale").asBoolean()).isFalse();
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
    "?unit=54&asOf=9999-01-01, 400, date-out-of-range, ?asOf",
    "?unit=54&asOf=2023-12-31&from=2024-01-01, 422, period-invalid, ?from",
    "?unit=54&asOf=2023-12-31&by=WEATHER, 400, invalid-request, ?by",
    "?unit=54&asOf=2023-12-31&type=X, 404, group-type-unknown, ?type",
    "?unit=54&asOf=2023-12-31&hierarchy=2025-08-01, 404, unit-not-on-map, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

package vn.sen.reporting.voice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.voice.VoiceView;
import vn.sen.reporting.voice.VoiceWorld;
import vn.sen.reporting.voice.VoiceWorld.Told;

/** The service on a real broker and document store: events go in, the report comes out. */
class VoiceReportIT extends ReportingService {

  private static final String REPORT = "/api/reporting/voices";
  private static final String OCTOBER = "unit=54&asOf=2023-10-30";
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final VoiceWorld WORLD = raised();

  /** Two voices of two communes: one answered in time, one overdue at the province. */
  private static VoiceWorld raised() {
    var world = new VoiceWorld();
    var answered = world.raise(PROVINCE.branchA1, VoiceKind.NEED, "LAND", MARCH);
    answered.answer(MARCH.plusDays(3));
    answered.close(true, MARCH.plusDays(5));
    var routed = world.raise(PROVINCE.branchB1, VoiceKind.PETITION, "FAMILY", MARCH);
    routed.route(PROVINCE.province, MARCH.plusDays(1));
    PublishedProvince.ensure(new VoiceView().topics());
    world.told().forEach(VoiceReportIT::send);
    return world;
  }

  private static void send(Told told) {
    PublishedProvince.send(Topic.VOICES, told.envelope());
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
  void showsWhatWasRaisedAndAnsweredByUnitKindSubjectAndOwner() {
    var report = report(OCTOBER + "&level=COMMUNE&by=KIND,SUBJECT,OWNER");
    assertThat(report.at("/unit/name").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(report.at("/side").asString()).isEqualTo("RAISED");
    assertThat(report.at("/total/raised").asInt()).isEqualTo(2);
    assertThat(report.at("/total/open").asInt()).isEqualTo(1);
    assertThat(report.at("/total/overdue").asInt()).isEqualTo(1);
    assertThat(report.at("/total/answeredInTime").asInt()).isEqualTo(1);
    assertThat(report.at("/total/due").asInt()).isEqualTo(2);
    assertThat(report.at("/total/inTimePercent").decimalValue()).isEqualByComparingTo("50");
    assertThat(report.at("/total/closedSatisfied").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(report.at("/rows/1/overdue").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/0/inTimePercent").decimalValue()).isEqualByComparingTo("100");
    assertThat(report.at("/byKind/1/kind").asString()).isEqualTo("PETITION");
    assertThat(report.at("/bySubject/1/subject").asString()).isEqualTo("LAND");
    assertThat(report.at("/byOwner/2/unit/code").asString()).isEqualTo("54");
    assertThat(report.at("/byOwner/2/overdue").asInt()).isEqualTo(1);
    assertThat(report.at("/cells/0/owner/code").asString()).isEqualTo("22015-CH01");
    assertThat(report.at("/position/topics/membership.voice.events.v1/next")).hasSize(6);
  }

  @Test
  void showsWhatAUnitHasToAnswer() {
    var report = report(OCTOBER + "&side=OWNER&level=COMMUNE&kind=PETITION");
    assertThat(report.at("/rows/2/remainder").asBoolean()).isTrue();
    assertThat(report.at("/rows/2/overdue").asInt()).isEqualTo(1);
  }

  @Test
  void letsAReaderSeeHerOwnWriteAndTellsWhenNothingChanged() {
    // given
    var question = REPORT + "?unit=54&asOf=2024-12-31&hierarchy=2023-12-31";
    var tag = client.get(question).expect(200).header("ETag");
    client.get(question, "If-None-Match", tag).expect(304);
    // when
    WORLD.raise(PROVINCE.branchA2, VoiceKind.NEED, "LAND", LocalDate.of(2024, 12, 24));
    var told = WORLD.told().getLast();
    send(told);
    // then
    var after = client.get(question, "If-None-Match", tag, "Sen-Consistency", told.token());
    assertThat(after.expect(200).json().at("/total/raised").asInt()).isEqualTo(1);
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
    "?unit=54&asOf=2023-12-31&from=2024-01-01, 422, period-invalid, ?from",
    "?unit=54&asOf=2023-12-31&side=LEFT, 400, invalid-request, ?side",
    "?unit=54&asOf=2023-12-31&kind=SONG, 400, invalid-request, ?kind",
    "?unit=99999&asOf=2023-12-31, 404, unit-unknown, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

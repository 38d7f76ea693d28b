package vn.sen.reporting.completeness.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import vn.sen.reporting.completeness.CompletenessView;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.voice.VoiceWorld;

/** The service on a real broker and document store: who has entered what, by the broker's clock. */
class CompletenessIT extends ReportingService {

  private static final String REPORT = "/api/reporting/completeness";

  /** Of another year than other tests' voices. */
  private static final LocalDate MAY = LocalDate.of(2024, 5, 2);

  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;

  private static JsonNode entered(JsonNode row, String kind) {
    return row.path("kinds")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatWasEnteredLateAndWhatIsMissing() {
    // given a voice of May 2024 that is recorded today
    PublishedProvince.ensure(new CompletenessView().topics());
    var world = new VoiceWorld();
    world.raise(PROVINCE.branchB1, VoiceKind.NEED, "LAND", MAY);
    var told = world.told().getLast();
    PublishedProvince.send(Topic.VOICES, told.envelope());
    // when
    var question = REPORT + "?unit=54&from=2024-05-01&level=COMMUNE";
    var answer = client.get(question, "Sen-Consistency", told.token()).expect(200);
    // then
    var report = answer.json();
    assertThat(report.path("stale").asBoolean()).isFalse();
    assertThat(report.at("/from").asString()).isEqualTo("2024-05");
    assertThat(report.at("/deadlines/0").asString()).isEqualTo("2024-06-05");
    var late = entered(report.at("/rows/1"), "VOICES");
    assertThat(report.at("/rows/1/unit/code").asString()).isEqualTo("22024");
    assertThat(late.path("entered").asInt()).isEqualTo(1);
    assertThat(late.path("late").asInt()).isEqualTo(1);
    assertThat(late.path("lastRecordedOn").asString())
        .isEqualTo(LocalDate.now(ProvinceTime.ZONE).toString());
    assertThat(report.at("/rows/0/missing").valueStream().map(JsonNode::asString))
        .contains("VOICES", "MEMBERS");
    assertThat(report.at("/links/indicators").asString()).endsWith("?report=completeness");
    client.get(question, "If-None-Match", answer.header("ETag")).expect(304);
  }

  @Test
  void showsWhatWasKnownAtTheEndOfADay() {
    // given a voice of June 2024 that is recorded today
    PublishedProvince.ensure(new CompletenessView().topics());
    var world = new VoiceWorld();
    world.raise(PROVINCE.branchB1, VoiceKind.NEED, "LAND", MAY.plusMonths(1));
    var told = world.told().getLast();
    PublishedProvince.send(Topic.VOICES, told.envelope());
    var question = REPORT + "?unit=54&from=2024-06-01&level=COMMUNE";
    var today = LocalDate.now(ProvinceTime.ZONE);
    var now =
        client
            .get(question + "&knownAt=" + today.plusDays(1), "Sen-Consistency", told.token())
            .expect(200)
            .json();
    // when it is asked for as it was known yesterday
    var yesterday = client.get(question + "&knownAt=" + today.minusDays(1)).expect(200).json();
    // then it was missing
    assertThat(entered(now.at("/rows/1"), "VOICES").path("entered").asInt()).isEqualTo(1);
    assertThat(now.path("knownAt").asString()).isEqualTo(today.toString());
    assertThat(yesterday.path("knownAt").asString()).isEqualTo(today.minusDays(1).toString());
    assertThat(yesterday.at("/rows/1/missing").valueStream().map(JsonNode::asString))
        .contains("VOICES");
  }

  @Test
  void showsAnOfficerHerUnitsOnly() {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(REPORT + "?unit=22024&from=2023-10-01").expect(200);
    officer
        .get(REPORT + "?unit=54&from=2023-10-01")
        .expectProblem(403, "out-of-scope")
        .expectField("?unit");
  }

  @ParameterizedTest
  @CsvSource({
    "?from=2023-10-01, 400, invalid-request, ?unit",
    "?unit=54&from=2023-12-01&until=2023-10-01, 422, months-turned-round, ?from",
    "?unit=54&from=yesterday, 400, invalid-request, ?from",
    "?unit=54&from=2023-10-01&knownAt=1066-10-14, 400, date-out-of-range, ?knownAt",
    "?unit=99999&from=2023-10-01, 404, unit-unknown, ?unit",
  })
  void namesTheParameterThatCannotBeUsed(
      String question, int status, String problem, String pointer) {
    client.get(REPORT + question).expectProblem(status, problem).expectField(pointer);
  }
}

package vn.sen.reporting.warning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.chassis.testing.PublishedRecords.headers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.voice.VoiceView;
import vn.sen.reporting.warning.store.WarningBook;

/** The service on a real broker and document store: warnings are read, and told to subscribers. */
class WarningsIT extends ReportingService {

  private static final String WARNINGS = "/api/reporting/warnings";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SmallProvince PROVINCE = PublishedProvince.WORLD;
  private static final String GATHERING = "gathering-rate";
  private static final String ADMINISTRATOR = Tokens.token("lan", null, Role.ADMINISTRATOR);

  private static LocalDate today() {
    return LocalDate.now(ProvinceTime.ZONE);
  }

  private ServiceClient administrator() {
    return client.as(ADMINISTRATOR);
  }

  /** States how many women are present in the last commune, and waits until readers see it. */
  private JsonNode present(int women) {
    PublishedProvince.ensure(new LendingView().topics());
    PublishedProvince.ensure(new VoiceView().topics());
    var told = PROVINCE.present(PROVINCE.lastCommune, women, LocalDate.of(2026, 1, 1));
    PublishedProvince.send(Topic.ORG_UNITS, told.envelope());
    var token = "membership.orgunit:" + told.aggregate() + "@" + told.sequence();
    var question = WARNINGS + "?unit=66&rule=" + GATHERING;
    var answer = client.get(question, "Sen-Consistency", token).expect(200).json();
    assertThat(answer.path("stale").asBoolean()).isFalse();
    return answer.at("/rules/0/units/0");
  }

  private JsonNode evaluate() {
    var asked = administrator().post(WARNINGS + "/evaluation", "").expect(202);
    var place = asked.header("Location");
    await()
        .atMost(PATIENCE)
        .until(() -> administrator().get(place).json().path("state").asString().equals("DONE"));
    return administrator().get(place).expect(200).json();
  }

  private static List<ConsumerRecord<byte[], byte[]>> told(int count) {
    var warning = WarningBook.idOf(GATHERING, PROVINCE.lastCommune);
    return PublishedRecords.of(Topic.WARNINGS, warning.toString(), count);
  }

  private static JsonNode body(ConsumerRecord<byte[], byte[]> record) {
    return JsonMapper.shared().readTree(record.value());
  }

  @Test
  void tellsSubscribersOnceThatAUnitIsUnderAndOnceThatItIsNotAnyMore() {
    // given a commune in which few of the women who are present are members
    var under = present(1_000_000);
    assertThat(under.path("state").asString()).isEqualTo("UNDER");
    assertThat(under.at("/unit/code").asString()).isEqualTo("22015");
    long members = under.path("numerator").asLong();
    assertThat(members).isPositive();
    // when it is compared twice
    evaluate();
    assertThat(evaluate().path("raised").asInt()).isZero();
    // then it is told once
    var raised = told(1).getFirst();
    var warning = WarningBook.idOf(GATHERING, PROVINCE.lastCommune).toString();
    assertThat(new String(raised.key(), StandardCharsets.UTF_8)).isEqualTo(warning);
    var headers = headers(raised);
    assertThat(Instant.parse(headers.get("ce_time"))).isBeforeOrEqualTo(Instant.now());
    assertThat(headers)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", "reporting.warning.raised.v1")
        .containsEntry("ce_source", "/sen/reporting")
        .containsEntry("ce_subject", warning)
        .containsEntry("ce_sequence", "1")
        .containsEntry("ce_effectivedate", today().toString())
        .containsEntry("ce_actor", "warnings")
        .containsEntry("content-type", "application/json")
        .containsKey("ce_id")
        .doesNotContainKey("ce_client");
    assertThat(JsonMapper.shared().convertValue(body(raised), Map.class))
        .isEqualTo(
            Map.of(
                "rule", GATHERING,
                "unitId", PROVINCE.lastCommune.toString(),
                "on", today().toString(),
                "level", "UNDER",
                "finding",
                    Map.of(
                        "figure",
                        "GATHERING_RATE",
                        "numerator",
                        (int) members,
                        "denominator",
                        1_000_000,
                        "share",
                        (int) Math.round(members * 10_000.0 / 1_000_000),
                        "threshold",
                        6_000,
                        "cause",
                        body(raised).at("/finding/cause").asString())));
    // and when it recovers, that is told, too
    assertThat(present((int) members).path("state").asString()).isEqualTo("OK");
    evaluate();
    var lifted = body(told(2).get(1));
    assertThat(headers(told(2).get(1))).containsEntry("ce_type", "reporting.warning.lifted.v1");
    assertThat(lifted.path("from").asString()).isEqualTo("UNDER");
    assertThat(lifted.path("reason").asString()).isEqualTo("RECOVERED");
    evaluate();
    assertThat(told(2)).hasSize(2);
  }

  @Test
  void leadsFromAShareToNumeratorAndDenominator() {
    // given
    PublishedProvince.ensure(new LendingView().topics());
    PublishedProvince.ensure(new VoiceView().topics());
    var report = client.get(WARNINGS + "?unit=54&asOf=2023-12-31").expect(200).json();
    for (var rule : report.path("rules")) {
      for (var unit : rule.path("units")) {
        if (unit.path("denominator").isNull()) {
          continue;
        }
        for (var term : List.of("numerator", "denominator")) {
          // when
          var name = rule.path("rule").asString() + "." + term;
          var link = report.at("/links/figures").path(name).asString();
          var row = "&row=" + unit.at("/unit/id").asString();
          var explained = client.get(link.replaceFirst("\\{.*", row)).expect(200).json();
          // then
          assertThat(explained.path("value").asLong()).isEqualTo(unit.path(term).asLong());
          assertThat(explained.path("agrees").asBoolean()).as(name).isTrue();
        }
      }
    }
    assertThat(report.at("/links/figures").propertyNames())
        .contains(
            "gathering-rate.numerator", "checks-in-time.numerator", "answers-in-time.denominator");
  }

  @Test
  void leadsToTheFiguresOfACommuneItself() {
    // given
    PublishedProvince.ensure(new LendingView().topics());
    PublishedProvince.ensure(new VoiceView().topics());
    // when
    var report = client.get(WARNINGS + "?unit=22015&asOf=2023-12-31").expect(200).json();
    // then
    assertThat(report.at("/links/figures").propertyNames()).isNotEmpty();
    report
        .at("/links/figures")
        .forEach(link -> client.get(link.asString().replaceFirst("\\{.*", "")).expect(200));
  }

  private static String rule(String from, int threshold) {
    return """
    {"from": "%s", "figure": "OVERDUE_RATIO", "level": "COMMUNE", "side": "ABOVE",
     "threshold": %d, "horizonMonths": 3, "windowMonths": 6, "source": "mô phỏng"}\
    """
        .formatted(from, threshold);
  }

  @Test
  void anAdministratorLaysDownARuleFromADayOn() {
    // given
    var path = WARNINGS + "/rules/overdue-in-it";
    client.get(path).expectProblem(404, "warning-rule-unknown");
    administrator().post(path, rule("2020-01-01", 5)).expectProblem(428, "version-required");
    // when
    administrator().post(path, rule("2020-01-01", 5), "If-Match", "\"0\"").expect(200);
    administrator().post(path, rule("2024-01-01", 3), "If-Match", "\"1\"").expect(200);
    // then
    var rule = client.get(path).expect(200).json();
    assertThat(rule.at("/version").asInt()).isEqualTo(2);
    assertThat(rule.at("/versions/1/threshold").asInt()).isEqualTo(3);
    var before = client.get(WARNINGS + "?unit=54&asOf=2023-10-30&rule=overdue-in-it").expect(200);
    assertThat(before.json().at("/rules/0/threshold").asInt()).isEqualTo(5);
    var codes = client.get(WARNINGS + "/rules").expect(200).json().path("rules");
    assertThat(codes.valueStream().map(one -> one.path("code").asString()))
        .contains(GATHERING, "overdue-ratio", "checks-in-time", "answers-in-time", "overdue-in-it");
  }

  @Test
  void namesTheFieldOfARuleThatCannotBe() {
    administrator()
        .post(WARNINGS + "/rules/a", rule("2020-01-01", 101), "If-Match", "\"0\"")
        .expectField("/threshold");
  }

  @Test
  void showsAnOfficerHerUnitsOnly() {
    var officer = client.as(Tokens.at(PROVINCE.communeB.toString(), Role.OFFICER));
    officer.get(WARNINGS + "?unit=22024&asOf=2023-10-30").expect(200);
    officer
        .get(WARNINGS + "?unit=54&asOf=2023-10-30")
        .expectProblem(403, "out-of-scope")
        .expectField("?unit");
  }
}

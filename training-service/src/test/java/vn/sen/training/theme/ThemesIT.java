package vn.sen.training.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.chassis.testing.CommittedApi;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.events.Topic;
import vn.sen.training.TrainingService;

class ThemesIT extends TrainingService {

  /** Codes are unique in the database that all tests here share. */
  private static String freshTheme() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  }

  private static String theme(String code, String name, String from) {
    return """
    {"code":"%s","name":"%s","from":"%s"}\
    """
        .formatted(code, name, from);
  }

  private Answer introduce(String code) {
    return client.post(THEMES, theme(code, "Kỹ năng truyền thông", "2011-07-01"));
  }

  @Test
  void anIntroducedThemeIsReadAndPublished() {
    // given
    var code = freshTheme();
    // when
    var answer = introduce(code).expect(201);
    // then
    var id = answer.json().path("id").asString();
    assertThat(answer.header("Location")).isEqualTo(THEMES + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Sen-Consistency")).isEqualTo("training.theme:" + id + "@1");
    var read = client.get(THEMES + "/" + id).expect(200);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.json().path("code").asString()).isEqualTo(code);
    assertPublished(
        PublishedRecords.of(Topic.THEMES, id, 1).getFirst(),
        id,
        "training.theme.introduced.v1",
        "1",
        "2011-07-01",
        """
        {"code":"%s","name":"Kỹ năng truyền thông","from":"2011-07-01"}\
        """
            .formatted(code));
  }

  @Test
  void aRetiredThemeIsThereUntilItsLastDay() {
    // given
    var code = freshTheme();
    var id = introduce(code).json().path("id").asString();
    // when
    retire(id, "2023-06-01", "\"1\"").expect(200);
    // then
    assertThat(codesOn("2011-06-30")).doesNotContain(code);
    assertThat(codesOn("2011-07-01")).contains(code);
    assertThat(codesOn("2023-05-31")).contains(code);
    assertThat(codesOn("2023-06-01")).doesNotContain(code);
    assertThat(client.get(THEMES + "/" + id).json().path("retiredOn").asString())
        .isEqualTo("2023-06-01");
    assertPublished(
        PublishedRecords.of(Topic.THEMES, id, 2).getLast(),
        id,
        "training.theme.retired.v1",
        "2",
        "2023-06-01",
        "{\"on\":\"2023-06-01\"}");
  }

  private Answer retire(String id, String on, String version) {
    return client.post(
        THEMES + "/" + id + "/retirement", "{\"on\":\"" + on + "\"}", "If-Match", version);
  }

  private List<String> codesOn(String day) {
    var codes = new ArrayList<String>();
    client
        .get(THEMES + "?limit=500&at=" + day)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> codes.add(item.path("code").asString()));
    return codes;
  }

  private static void assertPublished(
      ConsumerRecord<byte[], byte[]> record,
      String id,
      String type,
      String sequence,
      String effectiveDate,
      String data) {
    assertThat(new String(record.key(), UTF_8)).isEqualTo(id);
    assertThat(PublishedRecords.headers(record))
        .containsAllEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_source", "/sen/training",
                "ce_subject", id,
                "ce_type", type,
                "ce_sequence", sequence,
                "ce_effectivedate", effectiveDate,
                "content-type", "application/json"));
    assertThat(new String(record.value(), UTF_8)).isEqualTo(data);
  }

  @Test
  void theSameKeyTwiceMakesOneTheme() {
    // given
    var body = theme(freshTheme(), "Bình đẳng giới", "2021-03-08");
    // when
    var first = client.post(THEMES, body, "Idempotency-Key", "k-1").expect(201);
    var second = client.post(THEMES, body, "Idempotency-Key", "k-1").expect(201);
    // then
    assertThat(second.body()).isEqualTo(first.body());
    client
        .post(THEMES, theme(freshTheme(), "Bình đẳng giới", "2021-03-08"), "Idempotency-Key", "k-1")
        .expectProblem(422, "key-reused");
  }

  @Test
  void aCodeBelongsToOneTheme() {
    // given
    var code = freshTheme();
    introduce(code).expect(201);
    // then
    introduce(code).expectProblem(409, "natural-key-taken").expectField("/code");
    introduce(code.toLowerCase()).expectProblem(409, "natural-key-taken");
  }

  @Test
  void changesNeedTheVersionTheyChange() {
    // given
    var id = introduce(freshTheme()).json().path("id").asString();
    // then
    client
        .post(THEMES + "/" + id + "/retirement", "{\"on\":\"2023-06-01\"}")
        .expectProblem(428, "version-required");
    retire(id, "2023-06-01", "\"7\"").expectProblem(412, "stale-version");
    retire(id, "2023-06-01", "seven").expectProblem(400, "header-invalid");
    retire(UUID.randomUUID().toString(), "2023-06-01", "\"1\"").expectProblem(404, "not-found");
    assertThat(client.get(THEMES + "/" + id).json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void whatTheRulesRefuseIsExplainedInTheCallersLanguage() {
    // given
    var id = introduce(freshTheme()).json().path("id").asString();
    var path = THEMES + "/" + id + "/retirement";
    var body = "{\"on\":\"2011-07-01\"}";
    // when
    var english = client.post(path, body, "If-Match", "\"1\"", "Accept-Language", "en");
    var vietnamese = client.post(path, body, "If-Match", "\"1\"");
    // then
    english.expectProblem(422, "retired-before-start").expectField("/on");
    assertThat(english.json().path("detail").asString()).contains("begins on 2011-07-01");
    assertThat(vietnamese.json().path("detail").asString()).contains("bắt đầu ngày 2011-07-01");
    retire(id, "2023-06-01", "\"1\"").expect(200);
    retire(id, "2024-06-01", "\"2\"").expectProblem(409, "theme-already-retired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                    | 422",
        "{\"on\":null}         | 422",
        "{\"on\":\"2023-02-29\"} | 400",
        "{\"on\":\"1899-12-31\"} | 422"
      })
  void aRetirementNeedsAPossibleDay(String body, int status) {
    // given
    var id = introduce(freshTheme()).json().path("id").asString();
    // when
    var answer = client.post(THEMES + "/" + id + "/retirement", body, "If-Match", "\"1\"");
    // then
    answer.expect(status).expectField("/on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"A\",\"from\":\"2020-01-01\"}                       | 422 | /code",
        "{\"code\":\"A\",\"name\":\"A\",\"from\":\"2020-01-01\"}        | 422 | /code",
        "{\"code\":\"A B\",\"name\":\"A\",\"from\":\"2020-01-01\"}      | 422 | /code",
        "{\"code\":\"AB\",\"name\":\" \",\"from\":\"2020-01-01\"}       | 422 | /name",
        "{\"code\":\"AB\",\"name\":\"a\\u0000b\",\"from\":\"2020-01-01\"} | 422 | /name",
        "{\"code\":\"AB\",\"name\":7,\"from\":\"2020-01-01\"}           | 400 | /name",
        "{\"code\":\"AB\",\"name\":\"A\"}                             | 422 | /from",
        "{\"code\":\"AB\",\"name\":\"A\",\"from\":\"2023-02-30\"}       | 400 | /from",
        "{\"code\":\"AB\",\"name\":\"A\",\"from\":20230230}             | 400 | /from",
        "{\"code\":\"AB\",\"name\":\"A\",\"from\":\"9999-01-01\"}       | 422 | /from",
        "{\"code\":\"AB\",\"name\":\"A\",\"from\":\"2020-01-01\",\"x\":1} | 400 | /x"
      })
  void badInputIsNamedByField(String body, int status, String pointer) {
    // when
    var answer = client.post(THEMES, body);
    // then
    answer.expect(status).expectField(pointer);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aNameTooLongIsRefused() {
    client
        .post(THEMES, theme(freshTheme(), "x".repeat(201), "2020-01-01"))
        .expectProblem(422, "invalid-request")
        .expectField("/name");
  }

  @Test
  void whatIsNoJsonOrTooLargeIsRefused() {
    client.post(THEMES, "{").expectProblem(400, "body-unreadable");
    client.post(THEMES, "x".repeat(1_100_000)).expectProblem(413, "body-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "?at=2023-02-30, 400",
    "?at=31/12/2023, 400",
    "?limit=0, 400",
    "?limit=501, 400",
    "?limit=x, 400",
    "?cursor=%21, 400",
    "/no-uuid, 400"
  })
  void badQuestionsAreRefused(String question, int status) {
    client.get(THEMES + question).expect(status);
  }

  @Test
  void pagesFollowEachOther() {
    // given
    for (int i = 0; i < 3; i++) {
      introduce(freshTheme()).expect(201);
    }
    // when
    var codes = new ArrayList<String>();
    var next = THEMES + "?limit=2";
    while (!next.isEmpty()) {
      var page = client.get(next).expect(200);
      page.json().path("items").forEach(item -> codes.add(item.path("code").asString()));
      var link = page.header("Link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    // then
    assertThat(codes).hasSizeGreaterThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void namesAreKeptComposed() {
    // given
    var decomposed = java.text.Normalizer.normalize("Hòa Bình", java.text.Normalizer.Form.NFD);
    // when
    var id =
        client
            .post(THEMES, theme(freshTheme(), decomposed, "2020-01-01"))
            .json()
            .path("id")
            .asString();
    // then
    assertThat(client.get(THEMES + "/" + id).json().path("name").asString()).isEqualTo("Hòa Bình");
  }

  @Test
  void theServiceIsHealthyAndMeasured() {
    assertThat(client.get("/actuator/health/readiness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/health/liveness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/prometheus").expect(200).body()).contains("outbox");
  }

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("training", client.get("/api/training/openapi").expect(200).body());
  }
}

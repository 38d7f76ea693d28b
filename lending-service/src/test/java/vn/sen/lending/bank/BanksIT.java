package vn.sen.lending.bank;

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
import vn.sen.lending.LendingService;

/** The service on a real broker and document store, asked over HTTP. */
class BanksIT extends LendingService {

  /** Codes are unique in the database that all tests here share. */
  private static String freshBankCode() {
    return "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  }

  private static String bank(String code, String name, String from) {
    return """
    {"code":"%s","name":"%s","from":"%s"}\
    """
        .formatted(code, name, from);
  }

  private Answer register(String code) {
    return client.post(BANKS, bank(code, "Ngân hàng Bưu điện Liên Việt", "2011-07-01"));
  }

  @Test
  void aRegisteredBankIsReadAndPublished() {
    // given
    var code = freshBankCode();
    // when
    var answer = register(code).expect(201);
    // then
    var id = answer.json().path("id").asString();
    assertThat(answer.header("Location")).isEqualTo(BANKS + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Sen-Consistency")).isEqualTo("lending.bank:" + id + "@1");
    var read = client.get(BANKS + "/" + id).expect(200);
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.json().path("code").asString()).isEqualTo(code);
    assertPublished(
        PublishedRecords.of(Topic.BANKS, id, 1).getFirst(),
        id,
        "lending.bank.registered.v1",
        "1",
        "2011-07-01",
        """
        {"code":"%s","name":"Ngân hàng Bưu điện Liên Việt","from":"2011-07-01"}\
        """
            .formatted(code));
  }

  @Test
  void aRenamedBankBearsEachNameInItsTime() {
    // given
    var code = freshBankCode();
    var id = register(code).json().path("id").asString();
    // when
    client
        .post(
            BANKS + "/" + id + "/names",
            "{\"name\":\"LPBank\",\"from\":\"2023-06-01\"}",
            "If-Match",
            "\"1\"")
        .expect(200);
    // then
    assertThat(nameOn("2023-05-31", code)).containsExactly("Ngân hàng Bưu điện Liên Việt");
    assertThat(nameOn("2023-06-01", code)).containsExactly("LPBank");
    assertThat(nameOn("2011-06-30", code)).isEmpty();
    assertPublished(
        PublishedRecords.of(Topic.BANKS, id, 2).getLast(),
        id,
        "lending.bank.renamed.v1",
        "2",
        "2023-06-01",
        "{\"name\":\"LPBank\",\"from\":\"2023-06-01\"}");
  }

  private List<String> nameOn(String day, String code) {
    var names = new ArrayList<String>();
    for (var item : client.get(BANKS + "?limit=500&at=" + day).expect(200).json().path("items")) {
      if (item.path("code").asString().equals(code)) {
        names.add(item.path("name").asString());
      }
    }
    return names;
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
                "ce_source", "/sen/lending",
                "ce_subject", id,
                "ce_type", type,
                "ce_sequence", sequence,
                "ce_effectivedate", effectiveDate,
                "content-type", "application/json"));
    assertThat(new String(record.value(), UTF_8)).isEqualTo(data);
  }

  @Test
  void theSameKeyTwiceMakesOneBank() {
    // given
    var body = bank(freshBankCode(), "Agribank", "1988-03-26");
    // when
    var first = client.post(BANKS, body, "Idempotency-Key", "k-1").expect(201);
    var second = client.post(BANKS, body, "Idempotency-Key", "k-1").expect(201);
    // then
    assertThat(second.body()).isEqualTo(first.body());
    client
        .post(BANKS, bank(freshBankCode(), "Agribank", "1988-03-26"), "Idempotency-Key", "k-1")
        .expectProblem(422, "key-reused");
  }

  @Test
  void aCodeBelongsToOneBank() {
    // given
    var code = freshBankCode();
    register(code).expect(201);
    // then
    register(code).expectProblem(409, "natural-key-taken").expectField("/code");
    register(code.toLowerCase()).expectProblem(409, "natural-key-taken");
  }

  @Test
  void changesNeedTheVersionTheyChange() {
    // given
    var id = register(freshBankCode()).json().path("id").asString();
    var names = BANKS + "/" + id + "/names";
    var name = "{\"name\":\"LPBank\",\"from\":\"2023-06-01\"}";
    // then
    client.post(names, name).expectProblem(428, "version-required");
    client.post(names, name, "If-Match", "\"7\"").expectProblem(412, "stale-version");
    client.post(names, name, "If-Match", "seven").expectProblem(400, "header-invalid");
    client
        .post(BANKS + "/" + UUID.randomUUID() + "/names", name, "If-Match", "\"1\"")
        .expectProblem(404, "not-found");
    assertThat(client.get(BANKS + "/" + id).json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aNameBeforeTheBankIsRefusedInTheCallersLanguage() {
    // given
    var id = register(freshBankCode()).json().path("id").asString();
    var body = "{\"name\":\"X\",\"from\":\"2011-06-30\"}";
    var path = BANKS + "/" + id + "/names";
    // when
    var english = client.post(path, body, "If-Match", "\"1\"", "Accept-Language", "en");
    var vietnamese = client.post(path, body, "If-Match", "\"1\"");
    // then
    english.expectProblem(422, "name-before-the-first").expectField("/from");
    assertThat(english.json().path("detail").asString()).contains("from 2011-07-01 on");
    assertThat(vietnamese.json().path("detail").asString()).contains("từ 2011-07-01");
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
    var answer = client.post(BANKS, body);
    // then
    answer.expect(status).expectField(pointer);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aNameTooLongIsRefused() {
    client
        .post(BANKS, bank(freshBankCode(), "x".repeat(201), "2020-01-01"))
        .expectProblem(422, "invalid-request")
        .expectField("/name");
  }

  @Test
  void whatIsNoJsonOrTooLargeIsRefused() {
    client.post(BANKS, "{").expectProblem(400, "body-unreadable");
    client.post(BANKS, "x".repeat(8_500_000)).expectProblem(413, "body-too-large");
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
    client.get(BANKS + question).expect(status);
  }

  @Test
  void pagesFollowEachOther() {
    // given
    for (int i = 0; i < 3; i++) {
      register(freshBankCode()).expect(201);
    }
    // when
    var codes = new ArrayList<String>();
    var next = BANKS + "?limit=2";
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
            .post(BANKS, bank(freshBankCode(), decomposed, "2020-01-01"))
            .json()
            .path("id")
            .asString();
    // then
    assertThat(client.get(BANKS + "/" + id).json().at("/names/0/name").asString())
        .isEqualTo("Hòa Bình");
  }

  @Test
  void theServiceIsHealthyAndMeasured() {
    assertThat(client.get("/actuator/health/readiness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/health/liveness").expect(200).body()).contains("UP");
    assertThat(client.get("/actuator/prometheus").expect(200).body()).contains("outbox");
  }

  @Test
  void theApiIsAsCommitted() {
    CommittedApi.verify("lending", client.get("/api/lending/openapi").expect(200).body());
  }
}

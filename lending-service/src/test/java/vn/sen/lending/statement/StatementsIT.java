package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;

/** Statements on their way from a bank to what the province decides about them. */
class StatementsIT extends StatementService {

  private static final String BEFORE = "2023-09-30";

  @LocalServerPort int servedAt;

  private List<Map<String, Object>> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> line("L-" + i, i, 10_000_000)).toList();
  }

  private List<Map<String, Object>> opened(int count) {
    var lines = lines(count);
    reconciled("OPEN", "OPENING", BEFORE, lines);
    return lines.stream()
        .<Map<String, Object>>map(HashMap::new)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void update(Map<String, Object> body) {
    as(bank).post(UPDATES, json(body), "Idempotency-Key", UUID.randomUUID().toString()).expect(200);
  }

  private static Map<String, Object> repaid(String loan, String on, long amount) {
    return Map.of(
        "kind",
        "PRINCIPAL_REPAID",
        "loan",
        loan,
        "reference",
        "R-" + on,
        "on",
        on,
        "amount",
        amount);
  }

  @Test
  void anOpeningStatementTakesTheBanksLoansOver() {
    // given two loans of one household
    var lines = new ArrayList<>(lines(3));
    lines.add(line("L-4", 1, 2_000_000));

    // when
    var result = reconciled("OPEN-1", "OPENING", BEFORE, lines);

    // then
    assertThat(result.path("opened").asInt()).isEqualTo(4);
    assertThat(result.path("done").asInt()).isEqualTo(4);
    assertThat(result.path("differences")).isEmpty();
    assertThat(result.path("computed")).isEqualTo(result.path("stated"));
    assertThat(result.at("/computed/households").asInt()).isEqualTo(3);

    // and what is published names nobody
    var records = PublishedRecords.of(Topic.STATEMENTS, result.path("id").asString(), 2);
    assertThat(records)
        .extracting(record -> PublishedRecords.headers(record).get("ce_type"))
        .containsExactly("lending.statement.received.v1", "lending.statement.reconciled.v1");
    assertThat(records)
        .extracting(record -> new String(record.value(), UTF_8))
        .noneMatch(text -> text.contains("L-1") || text.contains("C-1") || text.contains("OPEN"));

    // and the bank is told
    var news = as(bank).get("/api/partners/feed").expect(200).json();
    assertThat(news.path("items").findValuesAsString("kind")).containsExactly("RESULT_READY");
    var next = news.path("next").asString();
    assertThat(as(bank).get("/api/partners/feed?cursor=" + next).json().path("items")).isEmpty();
  }

  @Test
  void eachDifferenceIsFoundWithItsCause() {
    // given ten loans, of which the bank and the platform think differently
    var lines = opened(10);
    update(repaid("L-2", "2023-10-20", 3_000_000));
    update(Map.of("kind", "SETTLED", "loan", "L-3", "reference", "S", "on", "2023-10-21"));
    lines.get(3).put("inTerm", 10_000_400);
    lines.get(4).put("identity", identity(99));
    lines.get(5).put("inTerm", 7_000_000);
    lines.get(6).put("inTerm", 8_000_000);
    lines.get(6).put("overdue", 2_000_000);
    lines.remove(9);
    lines.add(line("L-77", 77, 1_000_000));

    // when
    var result = reconciled("OCT", "PERIODIC", AS_OF, lines);

    // then
    var found = differences(result.path("id").asString());
    assertThat(found)
        .extracting(d -> d.path("number").asString() + " " + d.path("cause").asString())
        .containsExactly(
            "L-2 LATE",
            "L-3 CLOSED_HERE",
            "L-4 ROUNDING",
            "L-5 OTHER_HOUSEHOLD",
            "L-6 MISSING_UPDATE",
            "L-7 MISSING_UPDATE",
            "L-77 UNKNOWN_LOAN",
            "L-10 MISSING_THERE");
    assertThat(of(found, "L-2").path("since").asString()).isEqualTo("2023-10-20");
    assertThat(of(found, "L-2").path("amount").asLong()).isEqualTo(3_000_000);
    assertThat(of(found, "L-6").path("since").asString()).isEqualTo(BEFORE);
    assertThat(of(found, "L-7").path("amount").asLong()).isZero();
    assertThat(of(found, "L-10").path("amount").asLong()).isEqualTo(-10_000_000);
    assertThat(result.path("equal").asInt()).isEqualTo(3);
    assertExplained(result);

    // and one cause alone is a page of its own
    var page =
        client
            .get(
                READ
                    + "/"
                    + result.path("id").asString()
                    + "/differences?cause=MISSING_UPDATE&limit=1")
            .expect(200);
    assertThat(page.json().path("items").findValuesAsString("number")).containsExactly("…L-6");
    var link = page.header("Link");
    var second = client.get(link.substring(1, link.indexOf('>'))).expect(200).json();
    assertThat(second.path("items").findValuesAsString("number")).containsExactly("…L-7");
  }

  private static void assertExplained(JsonNode result) {
    long explained = result.path("refusedAmount").asLong();
    for (var sum : result.path("differences")) {
      explained += sum.path("amount").asLong();
    }
    assertThat(explained)
        .isEqualTo(
            result.at("/stated/outstanding").asLong()
                - result.at("/computed/outstanding").asLong());
  }

  @Test
  void aLineThatCannotBeTakenIsRefusedAndTheOthersAreCompared() {
    // given also a known loan under a code that the map of the day does not have
    var lines = opened(5);
    lines.get(0).put("programme", "NONE");
    lines.get(1).put("unit", "00000");
    lines.get(2).put("dueOn", "2023-02-30");
    lines.add(line("L-6", 6, 1_000_000));
    lines.getLast().put("unit", "00000");
    lines.add(new HashMap<>(lines.get(4)));

    // when
    var result = reconciled("OCT", "PERIODIC", AS_OF, lines);

    // then
    assertThat(result.path("equal").asInt()).isEqualTo(3);
    assertThat(result.path("refused").asInt()).isEqualTo(4);
    assertExplained(result);
    assertThat(result.path("differences")).isEmpty();
    var id = result.path("id").asString();
    var refusals = as(bank).get(STATEMENTS + "/" + id + "/refusals").expect(200).json();
    assertThat(refusals.path("items"))
        .extracting(r -> r.path("line").asInt() + " " + r.path("rule").asString())
        .containsExactly(
            "1 programme-unknown",
            "3 date-unreadable",
            "6 commune-unknown",
            "7 loan-stands-there-twice");
    assertThat(refusals.at("/items/3/detail").asString()).contains("5");
    assertThat(as(bank).get("/api/partners/feed?limit=1000").json().path("items"))
        .filteredOn(news -> news.path("kind").asString().equals("LINE_REFUSED"))
        .extracting(news -> news.path("line").asInt())
        .containsExactlyInAnyOrder(1, 3, 6, 7);
  }

  @Test
  void csvPackedByGzipIsTheSame() throws IOException {
    // given
    opened(2);
    var text = LineMother.HEADING + "\n" + csv("L-1", identity(1)) + csv("L-2", identity(2));
    var file = gzip(text.getBytes(UTF_8));
    var announcement = announcement("CSV", "PERIODIC", AS_OF, file, lines(2));
    announcement.put("format", "CSV");
    var id = id(announce(announcement).expect(201));

    // when
    send(id, file, "Content-Encoding", "gzip").expectProblem(415, "another-format");
    as(bank)
        .putFile(STATEMENTS + "/" + id + "/lines", "text/csv", file, "Content-Encoding", "gzip")
        .expect(202);

    // then
    assertThat(awaitState(id, "RECONCILED").path("equal").asInt()).isEqualTo(2);
  }

  private String csv(String loan, String identity) {
    return LineMother.csv(loan, identity, 10_000_000)
            .replace(",HN,", "," + programme + ",")
            .replace(",22015,", "," + unitCode + ",")
            .replace(",120000", ",0")
        + "\n";
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void somebodyProposesAndSomebodyElseTakesTheStatementsWord() {
    // given
    var lines = opened(3);
    lines.get(0).put("inTerm", 7_000_000);
    lines.remove(2);
    var id = reconciled("OCT", "PERIODIC", AS_OF, lines).path("id").asString();
    var path = READ + "/" + id + "/acceptance";
    var lan =
        client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.OFFICER, Role.APPROVER));
    var mai = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.APPROVER));
    var body = "{\"causes\":[\"MISSING_UPDATE\",\"MISSING_THERE\"]}";
    lan.post(path, body, version(2)).expect(200);

    // when
    lan.post(path + "/approval", "", version(3)).expectProblem(403, "author-cannot-approve");
    mai.post(path + "/approval", "", version(3)).expect(200);

    // then
    await()
        .untilAsserted(
            () ->
                assertThat(differences(id))
                    .hasSize(2)
                    .allMatch(d -> d.at("/acceptance/taken").asBoolean()));
    var found = differences(id);
    assertThat(inTermOf(found, "L-1")).isEqualTo(7_000_000);
    assertThat(inTermOf(found, "L-3")).isZero();
    var loan = of(found, "L-1").path("loanId").asString();
    assertThat(new String(PublishedRecords.of(Topic.LOANS, loan, 2).getLast().value(), UTF_8))
        .contains("\"approver\"", id);
    assertThat(client.get(READ + "/" + id).json().at("/accepted/0").asString())
        .isEqualTo("MISSING_UPDATE");

    // and a statement that has taken effect stays
    withdraw(id).expectProblem(409, "statement-has-taken-effect");
  }

  @Test
  void otherArrearsAreTakenOverAndOtherTermsAreForTheBankToTell() {
    // given a loan of which the bank states other interest, and some with other terms
    var lines = opened(5);
    lines.get(0).put("interestArrears", 90_000);
    lines.get(1).put("dueOn", "2026-05-20");
    lines.get(2).put("group", "T-02");
    var other = freshCode();
    commune(other);
    lines.get(3).put("unit", other);
    lines.get(4).remove("group");
    var id = reconciled("OCT", "PERIODIC", AS_OF, lines).path("id").asString();
    assertThat(differences(id))
        .extracting(d -> d.path("number").asString() + " " + d.path("cause").asString())
        .containsExactly("L-1 INTEREST", "L-2 OTHER_TERMS", "L-3 OTHER_TERMS", "L-4 OTHER_TERMS");
    var path = READ + "/" + id + "/acceptance";
    var lan = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.OFFICER));
    var mai = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.APPROVER));
    lan.post(path, "{\"causes\":[\"OTHER_TERMS\"]}", version(2))
        .expectProblem(422, "cause-not-acceptable");

    // when
    lan.post(path, "{}", version(2)).expect(200);
    mai.post(path + "/approval", "", version(3)).expect(200);

    // then
    await().until(() -> of(differences(id), "L-1").at("/acceptance/taken").asBoolean(false));
    var loan = of(differences(id), "L-1").path("loanId").asString();
    assertThat(client.get(LOANS + "/" + loan).json().at("/balances/interestArrears").asLong())
        .isEqualTo(90_000);
  }

  private long inTermOf(List<JsonNode> found, String number) {
    var loan = of(found, number).path("loanId").asString();
    return client.get(LOANS + "/" + loan).expect(200).json().at("/balances/inTerm").asLong();
  }

  private Answer withdraw(String id) {
    return as(bank)
        .post(
            STATEMENTS + "/" + id + "/withdrawal",
            "",
            "Idempotency-Key",
            UUID.randomUUID().toString());
  }

  @Test
  void aWrongStatementIsWithdrawnOrSuperseded() {
    // given
    var lines = opened(2);
    lines.get(0).put("inTerm", 1);
    var wrong = reconciled("WRONG", "PERIODIC", AS_OF, lines).path("id").asString();
    lines.get(0).put("inTerm", 10_000_000);
    var file = ndjson(lines);
    var right = announcement("RIGHT", "PERIODIC", AS_OF, file, lines);

    // when
    right.put("supersedes", "NONE");
    announce(right).expectProblem(422, "supersedes-nothing");
    right.put("supersedes", "WRONG");
    var id = id(announce(right).expect(201));
    send(id, file).expect(202);

    // then
    awaitState(id, "RECONCILED");
    awaitState(wrong, "SUPERSEDED");
    withdraw(wrong).expectProblem(409, "statement-state-forbids");
    assertThat(differences(wrong))
        .allMatch(d -> d.path("number").isNull() || d.path("number").isMissingNode());

    // and
    assertThat(withdraw(id).expect(200).json().path("state").asString()).isEqualTo("WITHDRAWN");
    withdraw(id).expect(200);
    var types =
        PublishedRecords.of(Topic.STATEMENTS, id, 3).stream()
            .map(record -> PublishedRecords.headers(record).get("ce_type"));
    assertThat(types).last().isEqualTo("lending.statement.withdrawn.v1");
  }

  @Test
  void theSameFileIdIsTheSameStatement() {
    // given
    var lines = lines(1);
    var file = ndjson(lines);
    var announcement = announcement("ONCE", "OPENING", BEFORE, file, lines);
    var first = announce(announcement).expect(201);

    // when
    var again = announce(announcement).expect(201);
    send(id(first), file).expect(202);
    awaitState(id(first), "RECONCILED");
    var sentAgain = send(id(first), file).expect(202);

    // then
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(sentAgain.json().path("state").asString()).isEqualTo("RECONCILED");
    send(id(first), ndjson(lines(2))).expectProblem(422, "digest-differs");
    announcement.put("sha256", "0".repeat(64));
    announce(announcement).expectProblem(422, "file-id-used").expectField("/fileId");
  }

  @Test
  void aKeyBelongsToOneAnnouncement() {
    // given one that is refused, which leaves its key free
    var lines = lines(1);
    var file = ndjson(lines);
    var announcement = announcement("ONE", "OPENING", BEFORE, file, lines);
    announcement.put("supersedes", "NONE");
    announce("K", announcement).expectProblem(422, "supersedes-nothing");
    announcement.remove("supersedes");

    // when
    var first = announce("K", announcement).expect(201);

    // then
    assertThat(id(announce("K", announcement).expect(201))).isEqualTo(id(first));
    announcement.put("fileId", "OTHER");
    announce("K", announcement).expectProblem(422, "key-reused");
    announce("K-2", announcement).expect(201);
  }

  private Answer announce(String key, Map<String, Object> announcement) {
    return as(bank).post(STATEMENTS, json(announcement), "Idempotency-Key", key);
  }

  @Test
  void theResultIsAWorkbookWithoutFormulas() throws Exception {
    // given a loan number that a spreadsheet would compute
    var lines = opened(1);
    lines.add(line("=1+1", 2, 5_000_000));
    lines.get(0).put("programme", "NONE");
    lines.get(1).put("interestArrears", 120_000);
    var id = reconciled("OCT", "PERIODIC", AS_OF, lines).path("id").asString();
    // when
    var bytes = download(STATEMENTS + "/" + id + "/result.xlsx");
    // then
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      var sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(s -> s.getName())
          .containsExactly("Tổng hợp", "Chênh lệch", "Dòng bị từ chối");
      var rows = sheets.get(1).read();
      assertThat(rows.get(0).getCellText(1)).isEqualTo("Số khoản vay");
      assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCellText(1)).isEqualTo("=1+1");
      assertThat(rows.get(1).getCellText(2)).isEqualTo("Khoản vay chưa biết");
      assertThat(rows.get(0).getCellText(8)).isEqualTo("Ngân hàng: lãi tồn");
      assertThat(rows.get(1).getCellText(8)).isEqualTo("120000");
      assertThat(sheets.get(2).read().get(1).getCellText(1)).isEqualTo("programme");
    }
  }

  private byte[] download(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + servedAt + path))
            .header("Authorization", "Bearer " + Tokens.ofBank(bank))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  @Test
  void nobodySeesAnotherBanksStatements() {
    // given
    var id = reconciled("OPEN", "OPENING", BEFORE, lines(1)).path("id").asString();
    var other = as(bank());
    var communeOnly = client.as(Tokens.at(commune(freshCode()).toString(), Role.values()));
    // then
    for (var what : List.of("", "/differences", "/refusals", "/result.xlsx")) {
      other.get(STATEMENTS + "/" + id + what).expectProblem(403, "out-of-scope");
      communeOnly.get(READ + "/" + id + what).expectProblem(403, "out-of-scope");
      client.get(READ + "/" + id + what).expect(200);
    }
    other
        .putFile(STATEMENTS + "/" + id + "/lines", NDJSON, ndjson(lines(1)))
        .expectProblem(403, "out-of-scope");
    client.as(Tokens.ofBank(bank)).get(READ).expectProblem(403, "role-missing");
    assertThat(client.get(READ + "?bankId=" + bank).expect(200).json().path("items")).hasSize(1);
  }

  @Test
  void theExampleClientPostsAStatement(@TempDir Path folder) throws Exception {
    // given what a bank has on its disk
    var lines = lines(3);
    var file = Files.write(folder.resolve("lines.ndjson"), ndjson(lines));
    var announced = announcement("EXAMPLE", "OPENING", BEFORE, ndjson(lines), lines);
    announced.put("sha256", "@");
    var announcement = Files.writeString(folder.resolve("announcement.json"), json(announced));
    // when
    var example = Path.of("..", "docs", "examples", "PostStatement.java");
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var arguments =
        Stream.of(java, example, "http://localhost:" + servedAt, announcement, file)
            .map(Object::toString)
            .toList();
    var client = new ProcessBuilder(arguments).redirectErrorStream(true);
    client.environment().put("SEN_TOKEN", Tokens.ofBank(bank));
    var run = client.start();
    var printed = new String(run.getInputStream().readAllBytes(), UTF_8);
    // then
    assertThat(run.waitFor()).as(printed).isZero();
    assertThat(JsonMapper.shared().readTree(printed).path("opened").asInt()).isEqualTo(3);
  }
}

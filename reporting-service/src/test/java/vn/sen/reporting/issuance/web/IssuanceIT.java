package vn.sen.reporting.issuance.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.ConcurrentChange;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.events.Topic;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.books.log.PastBooks;
import vn.sen.reporting.issuance.DayNotOver;
import vn.sen.reporting.issuance.IssuableReport;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.Parameters;
import vn.sen.reporting.issuance.Printer;
import vn.sen.reporting.issuance.Reports;
import vn.sen.reporting.issuance.print.ProvincePrinter;
import vn.sen.reporting.issuance.sign.ReportSigner;
import vn.sen.reporting.issuance.store.IssuedReports;
import vn.sen.reporting.issuance.store.Issuer;
import vn.sen.reporting.issuance.store.KeptDocuments;
import vn.sen.reporting.issuance.store.Verification.Outcome;
import vn.sen.reporting.issuance.store.Verifier;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.membership.SmallProvince.Told;
import vn.sen.reporting.reading.Unit;

/** A report is issued, made again from the log, checked by outsiders, and superseded. */
class IssuanceIT extends ReportingService {

  private static final String ISSUED = "/api/reporting/issued";
  private static final String CHECK = ISSUED + "/check";
  private static final SmallProvince WORLD = PublishedProvince.WORLD;
  private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 1);

  @Autowired private MongoDatabase database;
  @Autowired private ViewFactory views;
  @Autowired private MembershipReporter membership;
  @Autowired private Books present;
  @Autowired private Clock clock;
  @Autowired private Reports reports;
  @Autowired private ReportSigner signer;
  @Autowired private KeptDocuments documents;
  @Autowired private IssuedReports issued;

  private static String body(String report, String unit, String asOf, String more) {
    return """
    {"report":"%s","parameters":{"unit":"%s","asOf":"%s"},"title":"Báo cáo quý"%s}
    """
        .formatted(report, unit, asOf, more);
  }

  private Answer issue(String report, String unit, String asOf) {
    return client.post(ISSUED, body(report, unit, asOf, "")).expect(201);
  }

  private JsonNode verification(JsonNode report) {
    return client.get(ISSUED + "/" + id(report) + "/verification").expect(200).json();
  }

  private static String id(JsonNode report) {
    return report.path("id").asString();
  }

  private static String number(JsonNode report) {
    return report.path("number").asString();
  }

  private String file(JsonNode report, String format) {
    return client.get(ISSUED + "/" + id(report) + "/files/" + format).expect(200).body();
  }

  private static String hash(JsonNode report, int file) {
    return report.at("/files/" + file + "/sha256").asString();
  }

  /** Folds everything from the log again, as another instance would years later. */
  private Outcome madeAgain(JsonNode report) {
    var past = new PastBooks(views.log(), views.replay(), membership, clock);
    var again = new Verifier(reports, past, signer, documents);
    return again.verify(issued.get(UUID.fromString(id(report))).state()).outcome();
  }

  private JsonNode shown(String unit, String asOf, Told seen) {
    var token = "membership.member:" + seen.aggregate() + "@" + seen.sequence();
    var path = "/api/reporting/membership?unit=%s&asOf=%s".formatted(unit, asOf);
    var report = client.get(path, "Sen-Consistency", token).expect(200).json();
    assertThat(report.path("stale").asBoolean()).isFalse();
    return report;
  }

  private static Told send(Told told) {
    PublishedProvince.send(Topic.MEMBERS, told.envelope());
    return told;
  }

  @Test
  void anIssuedReportHasANumberItsInputsAndASignature() {
    var answer = issue("membership", "54", "2023-12-31");
    var report = answer.json();
    assertThat(answer.header("Location")).isEqualTo(ISSUED + "/" + id(report));
    assertThat(number(report)).matches("54/\\d{4}/BC-HPN/\\d{4}");
    assertThat(report.path("standing").asString()).isEqualTo("VALID");
    assertThat(report.path("issuedBy").asString()).isEqualTo(Tokens.SUBJECT);
    assertThat(report.at("/parameters/hierarchy").asString()).isEqualTo("2023-12-31");
    assertThat(report.at("/parameters/from").asString()).isEqualTo("2023-01-01");
    assertThat(report.at("/position/topics/membership.member.events.v1/next")).hasSize(6);
    assertThat(report.at("/position/topics/membership.orgunit.events.v1/next")).hasSize(1);
    assertThat(report.at("/rules/views")).hasSize(7);
    assertThat(report.at("/keyId").asString()).isEqualTo("test");
    // the document says the same, and is the one whose hash was told
    var document = file(report, "json");
    assertThat(KeptDocuments.sha256(document.getBytes(UTF_8))).isEqualTo(hash(report, 0));
    var read = JsonMapper.shared().readTree(document);
    assertThat(read.path("number").asString()).isEqualTo(number(report));
    assertThat(read.at("/figures/total/members").asInt()).isEqualTo(44);
    assertThat(read.at("/madeOf/orgMap").asString()).isNotBlank();
    assertThat(document).doesNotContain(Tokens.SUBJECT);
    // whoever has it already is told so
    var path = ISSUED + "/" + id(report) + "/files/json";
    client.get(path, "If-None-Match", client.get(path).header("ETag")).expect(304);
    client.get(ISSUED + "/" + id(report) + "/files/csv").expectProblem(404, "file-not-kept");
  }

  @ParameterizedTest
  @CsvSource({"coverage, 54, 'json,jws,pdf,docx,xlsx'", "province, 54, 'json,jws,pdf,docx,xlsx'"})
  void whatWasPrintedIsKeptBesideIt(String name, String unit, String formats) throws Exception {
    var report = issue(name, unit, "2023-12-31").json();
    assertThat(report.path("files"))
        .extracting(file -> file.path("format").asString())
        .containsExactly(formats.split(","));
    // the print bears the number, and outsiders know it
    var kept = report.at("/files/2");
    var pdf = documents.find(kept.path("sha256").asString()).orElseThrow();
    try (var read = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(read)).contains(number(report));
    }
    var known = client.asNobody().get(CHECK + "?sha256=" + KeptDocuments.sha256(pdf)).json();
    assertThat(known.at("/document/format").asString()).isEqualTo("pdf");
    var served = client.get(ISSUED + "/" + id(report) + "/files/pdf").expect(200);
    assertThat(served.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(served.header("Content-Disposition"))
        .contains(number(report).replace('/', '-') + ".pdf");
  }

  @Test
  void issuingIsToldWithoutTitleOrReason() {
    var report = issue("membership", "54", "2023-12-31").json();
    var record = PublishedRecords.of(Topic.ISSUED_REPORTS, id(report), 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "reporting.issuance.issued.v1")
        .containsEntry("ce_source", "/sen/reporting");
    assertThat(new String(record.value(), UTF_8))
        .contains(number(report), hash(report, 0))
        .doesNotContain("Báo cáo quý");
  }

  @Test
  void sentAgainUnderItsKeyItIsTheSame() {
    var key = UUID.randomUUID().toString();
    var sent = body("membership", "555", "2023-12-31", "");
    var first = client.post(ISSUED, sent, "Idempotency-Key", key).expect(201).json();
    var second = client.post(ISSUED, sent, "Idempotency-Key", key).expect(201).json();
    assertThat(second).isEqualTo(first);
    client
        .post(ISSUED, body("membership", "555", "2023-12-30", ""), "Idempotency-Key", key)
        .expectProblem(422, "key-reused");
  }

  @Test
  void numbersOfOneUnitHaveNoGapWhoeverIsFaster() throws Exception {
    // given nothing issued about the ward, when several approvers issue at once
    try (var approvers = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<java.util.concurrent.Future<JsonNode>>();
      for (int i = 0; i < 4; i++) {
        answers.add(approvers.submit(() -> issue("membership", "22015", "2023-12-31").json()));
      }
      var serials = new ArrayList<Integer>();
      for (var answer : answers) {
        var text = number(answer.get());
        serials.add(Integer.parseInt(text.substring(text.lastIndexOf('/') + 1)));
      }
      // then
      assertThat(serials)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 4).boxed().toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "membership",
        "lending",
        "training",
        "coverage",
        "groups",
        "voices",
        "programmes",
        "province"
      })
  void everyReportComesOutOfTheLogAgain(String name) {
    var report = issue(name, "54", "2023-12-31").json();
    assertThat(madeAgain(report)).isEqualTo(Outcome.SAME_BYTES);
  }

  @Test
  void noAnswerThatIsRememberedProvesAReport() {
    // given
    var parameters = Map.of("unit", WORLD.communeB.toString(), "asOf", "2023-12-31");
    var question = reports.ask("province", new Parameters(parameters));
    // when it is asked for twice, of books that are at the same position
    var first = question.figures(present).report();
    var second = question.figures(present).report();
    // then it is made twice
    assertThat(second).isNotSameAs(first).isEqualTo(first);
  }

  @Test
  void whatHappensLaterAndWhoIsErasedChangeNothingOfIt() {
    // given a report with a member in it
    var member = send(WORLD.imported(UUID.randomUUID(), WORLD.branchB1, SEPTEMBER));
    var before = shown("22024", "2024-09-30", member).at("/total/members").asInt();
    var report = issue("membership", "22024", "2024-09-30").json();
    var document = file(report, "json");
    assertThat(JsonMapper.shared().readTree(document).at("/figures/total/members").asInt())
        .isEqualTo(before);
    assertThat(document).doesNotContain(member.aggregate().toString());

    // when another one turns out to have joined in time, and the first is erased
    send(WORLD.imported(UUID.randomUUID(), WORLD.branchB1, SEPTEMBER));
    send(WORLD.withdrawn(member, UUID.randomUUID()));
    send(WORLD.erase(member.aggregate(), LocalDate.of(2026, 1, 6)));
    var last = send(WORLD.imported(UUID.randomUUID(), WORLD.branchB1, SEPTEMBER));

    // then the figures of today are others
    assertThat(shown("22024", "2024-09-30", last).at("/total/members").asInt())
        .isEqualTo(before + 1);
    // and the report is what it was, kept and made again
    assertThat(file(report, "json")).isEqualTo(document);
    assertThat(madeAgain(report)).isEqualTo(Outcome.SAME_BYTES);
    var verification = verification(report);
    assertThat(verification.path("outcome").asString()).isEqualTo("SAME_BYTES");
    assertThat(verification.path("signature").asString()).isEqualTo("VALID");
    assertThat(verification.path("kept").asBoolean()).isTrue();
    assertThat(verification.path("issuedUnder")).isEqualTo(verification.path("madeUnder"));
  }

  @Test
  void whoeverChangesTheKeptDocumentIsFoundOut() {
    // given
    var report = issue("membership", "54", "2022-12-31").json();
    var changed = file(report, "json").replaceFirst("\"members\":\\d+", "\"members\":7");
    // when somebody writes another figure into the database
    database
        .getCollection("issued_documents")
        .updateOne(
            Filters.eq("_id", hash(report, 0)),
            Updates.set("bytes", new Binary(changed.getBytes(UTF_8))));
    // then
    var verification = verification(report);
    assertThat(verification.path("outcome").asString()).isEqualTo("DIFFERENT");
    assertThat(verification.path("signature").asString()).isEqualTo("INVALID");
    assertThat(verification.path("kept").asBoolean()).isFalse();
    assertThat(verification.path("differences")).hasSize(1);
    assertThat(verification.at("/differences/0/pointer").asString())
        .startsWith("/figures/")
        .endsWith("/members");
    assertThat(verification.at("/differences/0/issued").asInt()).isEqualTo(7);
  }

  @Test
  void whereTheLogIsGoneTheSignatureStillHolds() {
    // given a report made from topics that were created anew since
    var kept = issued.get(UUID.fromString(id(issue("lending", "54", "2022-12-31").json()))).state();
    var tree = (ObjectNode) JsonMapper.shared().valueToTree(kept);
    ((ObjectNode) tree.at("/cut/topics/0")).put("topicId", "AAAAAAAAAAAAAAAAAAAAAA");
    var older = JsonMapper.shared().treeToValue(tree, IssuedReport.class);
    // when
    var past = new PastBooks(views.log(), views.replay(), membership, clock);
    var verification = new Verifier(reports, past, signer, documents).verify(older);
    // then
    assertThat(verification.outcome()).isEqualTo(Outcome.LOG_GONE);
    assertThat(verification.signature()).isEqualTo(ReportSigner.Check.VALID);
  }

  @Test
  void aLaterVersionThatTellsMoreStillTellsTheSame() {
    // given a report of a version that did not know of the unplaced
    var report = issue("membership", "54", "2020-12-31").json();
    var older = file(report, "json").replaceFirst(",\"unplaced\":\\d+", "");
    database
        .getCollection("issued_documents")
        .updateOne(
            Filters.eq("_id", hash(report, 0)),
            Updates.set("bytes", new Binary(older.getBytes(UTF_8))));
    // then
    var verification = verification(report);
    assertThat(verification.path("outcome").asString()).isEqualTo("SAME_FIGURES");
    assertThat(verification.at("/differences/0/pointer").asString()).isEqualTo("/figures/unplaced");
    assertThat(verification.at("/differences/0/more").asBoolean()).isTrue();
  }

  @Test
  void anotherOneTakesItsPlaceAndItStaysAsItWas() {
    // given
    var first = issue("membership", "54", "2021-12-31").json();
    var document = file(first, "json");
    var inItsPlace =
        ",\"supersedes\":\"%s\",\"reason\":\"Bổ sung hội viên\"".formatted(number(first));
    // when
    var second =
        client.post(ISSUED, body("membership", "54", "2021-12-31", inItsPlace)).expect(201).json();
    // then each says so of the other
    assertThat(second.path("supersedes").asString()).isEqualTo(number(first));
    assertThat(second.path("standing").asString()).isEqualTo("VALID");
    var shown = client.get(ISSUED + "/" + id(first)).expect(200).json();
    assertThat(shown.path("standing").asString()).isEqualTo("SUPERSEDED");
    assertThat(shown.path("supersededBy").asString()).isEqualTo(number(second));
    assertThat(file(first, "json")).isEqualTo(document);
    assertThat(PublishedRecords.of(Topic.ISSUED_REPORTS, id(second), 2))
        .extracting(record -> PublishedRecords.headers(record).get("ce_type"))
        .containsExactly("reporting.issuance.issued.v1", "reporting.issuance.superseded.v1");
    // and nothing else takes that place
    client
        .post(ISSUED, body("membership", "54", "2021-12-31", inItsPlace))
        .expectProblem(409, "already-superseded")
        .expectField("/supersedes");
    client
        .post(
            ISSUED,
            body("lending", "54", "2021-12-31", inItsPlace.replace(number(first), number(second))))
        .expectProblem(422, "supersedes-another")
        .expectField("/supersedes");
  }

  @Test
  void aReportIsTakenBackOnce() {
    var report = issue("groups", "54", "2023-12-31");
    var path = ISSUED + "/" + id(report.json()) + "/withdrawal";
    client.post(path, "{\"reason\":\"Sai đơn vị\"}").expectProblem(428, "version-required");
    var taken = client.post(path, "{\"reason\":\"Sai đơn vị\"}", "If-Match", report.header("ETag"));
    taken.expect(200);
    client
        .post(path, "{\"reason\":\"Sai đơn vị\"}", "If-Match", taken.header("ETag"))
        .expectProblem(409, "already-withdrawn");
    var checked =
        client.asNobody().get(CHECK + "?number=" + number(report.json())).expect(200).json();
    assertThat(checked.path("standing").asString()).isEqualTo("WITHDRAWN");
    assertThat(checked.path("withdrawnOn").asString()).isNotBlank();
  }

  @Test
  void anybodyFindsOutWhetherADocumentIsTheIssuedOne() {
    // given
    var report = issue("voices", "54", "2023-12-31").json();
    var outsider = client.asNobody();
    // then by its number alone she learns whose it is and when it was issued, not what it says
    var known = outsider.get(CHECK + "?number=" + number(report)).expect(200).json();
    assertThat(known.path("unitName").asString()).isEqualTo("Tỉnh Phú Yên");
    assertThat(known.path("standing").asString()).isEqualTo("VALID");
    assertThat(known.path("matches").isNull()).isTrue();
    assertThat(known.path("document").isNull()).isTrue();
    // by the document she learns that it is good
    for (int file = 0; file < 2; file++) {
      var good = outsider.get(CHECK + "?sha256=" + hash(report, file)).expect(200).json();
      assertThat(good.path("number").asString()).isEqualTo(number(report));
      assertThat(good.path("matches").asBoolean()).isTrue();
      assertThat(good.at("/document/title").asString()).isEqualTo("Báo cáo quý");
    }
    // and that another one is not
    var other =
        outsider
            .get(CHECK + "?number=%s&sha256=%s".formatted(number(report), "0".repeat(64)))
            .expect(200)
            .json();
    assertThat(other.path("matches").asBoolean()).isFalse();
    assertThat(other.path("document").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, nothing-to-check, ?number",
    "?number=54, 400, number-unreadable, ?number",
    "?number=54/1999/BC-HPN/0001, 404, not-issued, ?number",
    "?sha256=abc, 400, invalid-request, ?sha256",
    "?sha256=0000000000000000000000000000000000000000000000000000000000000000, 404, not-issued,"
        + " ?sha256"
  })
  void anOutsiderIsToldWhatIsWrong(String question, int status, String problem, String pointer) {
    client.asNobody().get(CHECK + question).expectProblem(status, problem).expectField(pointer);
  }

  @Test
  void thePageRunsItsOwnScriptOnlyAndTheKeysAreOpen() {
    var page = client.asNobody().get(ISSUED + "/verify").expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'sha256-", "connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("Kiểm tra báo cáo đã ban hành");
    var keys = client.asNobody().get(ISSUED + "/keys").expect(200).json().path("keys");
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).path("kid").asString()).isEqualTo("test");
    assertThat(keys.get(0).has("d")).isFalse();
  }

  @Test
  void onlyAnApproverIssuesAndOnlyOfHerUnit() {
    // given
    var ward = client.get("/api/reporting/membership?unit=22015&asOf=2023-12-31").json();
    var unit = ward.at("/unit/id").asString();
    var ofTheProvince = issue("membership", "54", "2023-12-31").json();
    var approver = client.as(Tokens.at(unit, Role.APPROVER));
    // then
    client
        .as(Tokens.at(unit, Role.OFFICER, Role.ADMINISTRATOR))
        .post(ISSUED, body("membership", "22015", "2023-12-31", ""))
        .expectProblem(403, "role-missing");
    approver
        .post(ISSUED, body("membership", "54", "2023-12-31", ""))
        .expectProblem(403, "out-of-scope")
        .expectField("/parameters/unit");
    for (var path : List.of("", "/files/json", "/verification")) {
      approver.get(ISSUED + "/" + id(ofTheProvince) + path).expectProblem(403, "out-of-scope");
    }
    approver.get(ISSUED + "?unit=54").expectProblem(403, "out-of-scope").expectField("?unit");
    // and her list holds her own, those of the province's are in the province's
    assertThat(numbers(approver, "")).allMatch(number -> number.startsWith("22015/"));
    assertThat(numbers(client, "?unit=54")).contains(number(ofTheProvince));
  }

  private static List<String> numbers(ServiceClient reader, String question) {
    var numbers = new ArrayList<String>();
    reader
        .get(ISSUED + question)
        .expect(200)
        .json()
        .path("items")
        .forEach(report -> numbers.add(number(report)));
    return numbers;
  }

  /** A report of a unit that the books know as another one than the map of now. */
  private record Moved(Set<LocalDate> days, UUID asked, UUID made)
      implements IssuableReport, IssuableReport.Question {

    @Override
    public String name() {
      return "moved";
    }

    @Override
    public Question ask(Parameters parameters) {
      return this;
    }

    @Override
    public LocalDate asOf() {
      return SEPTEMBER;
    }

    @Override
    public UUID unit(Books books) {
      return asked;
    }

    @Override
    public Figures figures(Books books) {
      var unit = new Unit(made, "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD);
      return new Figures(unit, SEPTEMBER, "", Map.of());
    }
  }

  private UUID issue(Moved report) {
    var past = new PastBooks(views.log(), views.replay(), membership, clock);
    return new Issuer(
            new Reports(List.of(report)),
            past,
            present,
            signer,
            List.of(),
            documents,
            issued,
            clock,
            false)
        .issue(
            CommandContext.process("test", UUID.randomUUID().toString()),
            new Issuer.Request("moved", Map.of(), "x", null, null),
            (_, _) -> {})
        .id();
  }

  @Test
  void whoeverReadsAReportMayReadAllOfItsDays() {
    // given a report of a ward before the ward went to another province, and after it
    var later = SmallProvince.MERGER.plusMonths(1);
    var report = issue(new Moved(Set.of(SEPTEMBER, later), WORLD.communeB, WORLD.communeB));
    var ofTheFirstDay = issue(new Moved(Set.of(SEPTEMBER), WORLD.communeB, WORLD.communeB));
    // when the province reads that had it on the first day
    var reader = client.as(Tokens.at(WORLD.province.toString(), Role.VIEWER));
    // then it reads what speaks of that day alone
    reader.get(ISSUED + "/" + ofTheFirstDay).expect(200);
    for (var path : List.of("", "/files/json", "/verification")) {
      reader.get(ISSUED + "/" + report + path).expectProblem(403, "out-of-scope");
    }
  }

  @Test
  void ofAnOlderReportItsOwnDayIsKnown() {
    // given a report as it was kept before its days were
    var kept = issued.get(UUID.fromString(id(issue("groups", "54", "2022-12-31").json()))).state();
    var tree = (ObjectNode) JsonMapper.shared().valueToTree(kept);
    tree.remove("days");
    // when it is read again
    var older = JsonMapper.shared().treeToValue(tree, IssuedReport.class);
    // then
    assertThat(older.days()).containsExactly(kept.asOf());
    assertThat(older).isEqualTo(kept);
  }

  @Test
  void aReportOfMadeUpFiguresSaysSoAlsoWhenItIsMadeAgain() throws IOException {
    // given an instance whose figures are made up, and a definition that does not say so
    var past = new PastBooks(views.log(), views.replay(), membership, clock);
    var printers = List.<Printer>of(new ProvincePrinter());
    var issuer =
        new Issuer(reports, past, present, signer, printers, documents, issued, clock, true);
    // when
    var committed =
        issuer.issue(
            CommandContext.process("test", UUID.randomUUID().toString()),
            new Issuer.Request(
                "province", Map.of("unit", "54", "asOf", "2023-12-31"), "x", null, null),
            (_, _) -> {});
    // then
    var report = client.get(ISSUED + "/" + committed.id()).expect(200).json();
    assertThat(file(report, "json")).contains("\"simulated\":true");
    var pdf = documents.find(issued.get(committed.id()).state().file("pdf").sha256());
    try (var document = Loader.loadPDF(pdf.orElseThrow())) {
      assertThat(new PDFTextStripper().getText(document)).contains("DỮ LIỆU MÔ PHỎNG");
    }
    assertThat(madeAgain(report)).isEqualTo(Outcome.SAME_BYTES);
    // and one of real figures says nothing about it
    assertThat(file(issue("province", "54", "2023-12-31").json(), "json"))
        .doesNotContain("simulated");
  }

  @Test
  void noReportIsIssuedOfAUnitThatNobodyWasAllowed() {
    var moved = new Moved(Set.of(SEPTEMBER), WORLD.communeB, WORLD.communeA);
    assertThatThrownBy(() -> issue(moved)).isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void noneOfItsDaysIsStillToCome() {
    var tomorrow = LocalDate.now(clock).plusDays(1);
    var early = new Moved(Set.of(SEPTEMBER, tomorrow), WORLD.communeA, WORLD.communeA);
    assertThatThrownBy(() -> issue(early))
        .isInstanceOf(DayNotOver.class)
        .hasFieldOrPropertyWithValue("pointer", "/parameters/asOf");
  }

  @Test
  void theListIsPagedTheLastOneFirst() {
    // given
    var older = issue("coverage", "66", "2025-08-01").json();
    var newer = issue("training", "66", "2025-08-01").json();
    // when
    var first = client.get(ISSUED + "?unit=66&limit=1").expect(200).json();
    var second =
        client
            .get(ISSUED + "?unit=66&limit=1&cursor=" + first.path("next").asString())
            .expect(200)
            .json();
    // then
    assertThat(List.of(first.at("/items/0/number"), second.at("/items/0/number")))
        .extracting(JsonNode::asString)
        .containsExactly(number(newer), number(older));
    assertThat(numbers(client, "?number=" + number(older))).containsExactly(number(older));
    assertThat(numbers(client, "?report=lending&unit=66")).isEmpty();
    client.get(ISSUED + "?number=54").expectProblem(400, "number-unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| 422 | invalid-request | ",
        "{'report':'salaries','parameters':{},'title':'x'}| 422 | report-unknown | /report",
        "{'report':'lending','parameters':{'asOf':'2023-12-31'},'title':'x'}| 422 |"
            + " parameter-missing | /parameters/unit",
        "{'report':'lending','parameters':{'unit':'54','asOf':'31/12'},'title':'x'}| 422 |"
            + " parameter-unreadable | /parameters/asOf",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31','x':'y'},'title':'x'}|"
            + " 422 | parameter-unknown | /parameters/x",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2199-12-31'},'title':'x'}| 422 |"
            + " day-not-over | /parameters/asOf",
        "{'report':'lending','parameters':{'unit':'99','asOf':'2023-12-31'},'title':'x'}| 404 |"
            + " unit-unknown | /parameters/unit",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31','bank':'ABC'},'title':'x'}|"
            + " 404 | bank-unknown | /parameters/bank",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31','from':'2024-01-01'},'title':'x'}|"
            + " 422 | period-invalid | /parameters/from",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31'},'title':'x','supersedes':'54/2020/BC-HPN/0001'}|"
            + " 422 | reason-missing | /reason",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31'},'title':'x','reason':'y','supersedes':'54'}|"
            + " 400 | number-unreadable | /supersedes",
        "{'report':'lending','parameters':{'unit':'54','asOf':'2023-12-31'},'title':'x','reason':'y','supersedes':'54/2020/BC-HPN/0001'}|"
            + " 404 | not-issued | /supersedes"
      })
  void theFieldThatCannotBeUsedIsNamed(String sent, int status, String problem, String pointer) {
    var answer = client.post(ISSUED, sent.replace('\'', '"')).expectProblem(status, problem);
    if (pointer != null) {
      answer.expectField(pointer);
    }
  }
}

package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.lending.Workbooks;
import vn.sen.lending.loan.Act;
import vn.sen.lending.loan.LoanUpdate;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.loan.Posting;

/** Statements of a bank that cannot send them: the province uploads workbooks. */
class UploadsIT extends StatementService {

  private static final String BEFORE = "2023-09-30";

  private static final List<String> FIELDS =
      List.of(
          "loan",
          "customer",
          "identity",
          "name",
          "programme",
          "unit",
          "group",
          "principal",
          "disbursedOn",
          "dueOn",
          "ratePercent",
          "inTerm",
          "overdue",
          "frozen",
          "interestArrears",
          "point");

  /** As a bank heads its columns. */
  private static final List<String> HEADINGS =
      List.of(
          "Số khoản vay",
          "Mã khách hàng",
          "CCCD",
          "Họ và tên",
          "Mã chương trình",
          "Mã xã",
          "Mã tổ",
          "Số tiền vay",
          "Ngày giải ngân",
          "NGAY DEN HAN",
          "Lãi suất (%/năm)",
          "Nợ trong hạn",
          "Nợ quá hạn",
          "Nợ khoanh",
          "Lãi tồn",
          "Điểm giao dịch");

  @Autowired Loans loans;

  private ServiceClient officer;
  private ServiceClient approver;

  @BeforeEach
  void givenABankWithoutAProgramme() {
    client
        .post(BANKS + "/" + bank + "/reporting", "{\"statementsOnly\":true}", version(1))
        .expect(200);
    officer = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.values()));
    approver = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.values()));
  }

  private static byte[] workbook(List<Map<String, Object>> lines, Consumer<Worksheet> more) {
    return Workbooks.of(FIELDS, HEADINGS, lines, more);
  }

  private Map<String, Object> announced(
      String fileId, String kind, String asOf, byte[] file, List<Map<String, Object>> lines) {
    var body = announcement(fileId, kind, asOf, file, lines);
    body.remove("format");
    body.put("bankId", bank);
    return body;
  }

  private Answer lines(String id, byte[] file) {
    return officer.putFile(READ + "/" + id + "/lines", ResultWorkbook.XLSX, file);
  }

  private String uploaded(
      String fileId, String kind, String asOf, byte[] file, List<Map<String, Object>> lines) {
    var id = id(officer.post(READ, json(announced(fileId, kind, asOf, file, lines))).expect(201));
    assertThat(lines(id, file).expect(202).json().path("state").asString()).isEqualTo("PROPOSED");
    return id;
  }

  private String released(
      String fileId, String kind, String asOf, List<Map<String, Object>> lines) {
    var id = uploaded(fileId, kind, asOf, workbook(lines, _ -> {}), lines);
    approver.post(READ + "/" + id + "/release/approval", "", version(1)).expect(200);
    awaitState(id, "RECONCILED");
    return id;
  }

  private List<Map<String, Object>> borrowers(int count) {
    var lines = new ArrayList<Map<String, Object>>();
    for (int i = 1; i <= count; i++) {
      lines.add(line("L-" + i, i, 10_000_000));
    }
    return lines;
  }

  private JsonNode read(String id) {
    return client.get(READ + "/" + id).expect(200).json();
  }

  @Test
  void countsOnlyWhenSomebodyElseHasReleasedIt() {
    // given
    var lines = borrowers(2);
    lines.get(0).put("name", Normalizer.normalize("Trần Thị Hòa", Normalizer.Form.NFD));
    lines.get(1).put("dueOn", "20/5/2025");
    var file =
        workbook(
            lines,
            sheet -> {
              sheet.value(1, 8, LocalDate.of(2022, 5, 20));
              sheet.style(1, 8).format("dd/MM/yyyy").set();
            });
    var id = uploaded("APR", "OPENING", BEFORE, file, lines);
    assertThat(read(id).path("opened").asInt()).isZero();
    assertThat(read(id).at("/upload/releasedBy").isMissingNode()).isTrue();

    // when
    var release = READ + "/" + id + "/release/approval";
    officer.post(release, "", version(1)).expectProblem(403, "author-cannot-approve");
    approver.post(release, "", version(1)).expect(200);

    // then
    var result = awaitState(id, "RECONCILED");
    assertThat(result.path("opened").asInt()).isEqualTo(2);
    assertThat(result.path("refused").asInt()).isZero();
    assertThat(result.at("/upload/releasedBy").asString()).isNotBlank();
    assertThat(PublishedRecords.of(Topic.STATEMENTS, id, 4))
        .extracting(record -> PublishedRecords.headers(record).get("ce_type"))
        .containsExactly(
            "lending.statement.upload-proposed.v1",
            "lending.statement.upload-released.v1",
            "lending.statement.received.v1",
            "lending.statement.reconciled.v1");
    approver.post(release, "", version(4)).expectProblem(409, "already-decided");
  }

  @Test
  void itsAcceptedWordRestatesLoansAndOpensNewOnes() {
    // given a bank of which only statements tell
    released("SEP", "OPENING", BEFORE, borrowers(3));
    var lines = borrowers(2);
    lines.get(0).put("point", "D-08");
    lines.get(1).put("inTerm", 6_000_000);
    lines.add(line("L-9", 9, 4_000_000));
    lines.get(2).put("point", "D-07");
    var id = released("OCT", "PERIODIC", AS_OF, lines);
    assertThat(differences(id))
        .extracting(d -> d.path("number").asString() + " " + d.path("cause").asString())
        .containsExactly(
            "L-1 OTHER_POINT", "L-2 MISSING_UPDATE", "L-9 UNKNOWN_LOAN", "L-3 MISSING_THERE");

    // when
    officer.post(READ + "/" + id + "/acceptance", "{}", version(4)).expect(200);
    approver.post(READ + "/" + id + "/acceptance/approval", "", version(5)).expect(200);

    // then
    awaitAccepted(id);
    assertThat(owed(of(differences(id), "L-2"))).isEqualTo(6_000_000);
    assertThat(owed(of(differences(id), "L-3"))).isZero();
    assertThat(owed(of(differences(id), "L-9"))).isEqualTo(4_000_000);

    assertThat(point("L-1", id)).isEqualTo("D-08");
    assertThat(point("L-9", id)).isEqualTo("D-07");

    // and the next one agrees
    var next = released("NOV", "PERIODIC", "2023-11-30", lines);
    assertThat(read(next).path("equal").asInt()).isEqualTo(3);
    assertThat(differences(next)).isEmpty();
  }

  @Test
  void otherDaysGroupsAndCommunesAreTakenOverFromItsLines() {
    // given
    released("SEP", "OPENING", BEFORE, borrowers(3));
    var lines = borrowers(3);
    lines.get(0).put("dueOn", "2026-05-20");
    lines.get(0).put("interestArrears", 40_000);
    var other = freshCode();
    var commune = commune(other);
    lines.get(1).put("unit", other);
    lines.get(1).put("group", "T-" + other);
    lines.get(2).put("dueOn", "2024-05-20");
    var id = released("OCT", "PERIODIC", AS_OF, lines);
    assertThat(differences(id))
        .extracting(d -> d.path("cause").asString())
        .containsOnly("OTHER_TERMS")
        .hasSize(3);

    // when
    officer.post(READ + "/" + id + "/acceptance", "{}", version(4)).expect(200);
    approver.post(READ + "/" + id + "/acceptance/approval", "", version(5)).expect(200);

    // then
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> differences(id).stream().allMatch(d -> d.has("acceptance")));
    assertThat(of(differences(id), "L-3").at("/acceptance/refusal").asString())
        .isEqualTo("not-later");
    var moved = loan(of(differences(id), "L-2"));
    assertThat(moved.at("/place/unitId").asString()).isEqualTo(commune.toString());
    var group = client.get(GROUPS + "/" + moved.at("/place/groupId").asString()).expect(200);
    assertThat(group.json().path("code").asString()).isEqualTo("T-" + other);
    var extended = loan(of(differences(id), "L-1"));
    assertThat(extended.at("/place/dueOn").asString()).isEqualTo("2026-05-20");
    assertThat(extended.at("/balances/interestArrears").asLong()).isEqualTo(40_000);

    // and the next one agrees but for what could not be taken over
    lines.get(0).put("interestArrears", 55_000);
    var next = released("NOV", "PERIODIC", "2023-11-30", lines);
    assertThat(differences(next))
        .extracting(d -> d.path("number").asString() + " " + d.path("cause").asString())
        .containsExactly("L-1 INTEREST", "L-3 OTHER_TERMS");
  }

  @Test
  void aGroupOfAnOldCommuneCodeIsOpenedWhereTheLoanLies() {
    // given a bank that goes on with the codes of before a redrawing
    var lines = borrowers(1);
    released("SEP", "OPENING", BEFORE, lines);
    lines.get(0).put("unit", "00000");
    lines.get(0).put("group", "T-77");
    var id = released("OCT", "PERIODIC", AS_OF, lines);

    // when
    officer.post(READ + "/" + id + "/acceptance", "{}", version(4)).expect(200);
    approver.post(READ + "/" + id + "/acceptance/approval", "", version(5)).expect(200);

    // then
    awaitAccepted(id);
    var place = loan(of(differences(id), "L-1")).path("place");
    var group = client.get(GROUPS + "/" + place.path("groupId").asString()).expect(200).json();
    assertThat(group.path("code").asString()).isEqualTo("T-77");
    assertThat(group.path("unitId")).isEqualTo(place.path("unitId"));
  }

  @Test
  void whatIsOwedByNowStaysWhereOnlyTheTermsAreAccepted() {
    // given terms that differ, and a repayment that something else tells of meanwhile
    released("SEP", "OPENING", BEFORE, borrowers(1));
    var lines = borrowers(1);
    lines.get(0).put("dueOn", "2026-05-20");
    lines.get(0).put("interestArrears", 40_000);
    var id = released("OCT", "PERIODIC", AS_OF, lines);
    var day = LocalDate.of(2023, 10, 2);
    var repaid = new Posting("R1", day, 0, day, new Act.PrincipalRepaid(4_000_000));
    var loan = UUID.fromString(of(differences(id), "L-1").path("loanId").asString());
    loans.takeAll(
        List.of(loan),
        CommandContext.process("test", id),
        (_, taking) -> {
          taking.take(new LoanUpdate.Posted(repaid));
          return taking.decision();
        });

    // when
    officer.post(READ + "/" + id + "/acceptance", "{}", version(4)).expect(200);
    approver.post(READ + "/" + id + "/acceptance/approval", "", version(5)).expect(200);

    // then
    awaitAccepted(id);
    var difference = of(differences(id), "L-1");
    assertThat(loan(difference).at("/place/dueOn").asString()).isEqualTo("2026-05-20");
    assertThat(owed(difference)).isEqualTo(6_000_000);
  }

  private void awaitAccepted(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                differences(id).stream().allMatch(d -> d.at("/acceptance/taken").asBoolean(false)));
  }

  private JsonNode loan(JsonNode difference) {
    return client.get(LOANS + "/" + difference.path("loanId").asString()).expect(200).json();
  }

  private String point(String loan, String statement) {
    var id = of(differences(statement), loan).path("loanId").asString();
    return client.get(LOANS + "/" + id).expect(200).json().path("point").asString();
  }

  private long owed(JsonNode difference) {
    var loan = LOANS + "/" + difference.path("loanId").asString() + "?at=" + AS_OF;
    return client.get(loan).expect(200).json().at("/balances/inTerm").asLong();
  }

  @Test
  void whatACellOnlySeemsToSayIsRefused() {
    // given
    var lines = borrowers(3);
    var file =
        workbook(
            lines,
            sheet -> {
              sheet.formula(1, 11, "5000000+5000000");
              sheet.range(2, 4, 3, 4).merge();
            });

    // when
    var id = uploaded("CELLS", "OPENING", BEFORE, file, lines);
    approver.post(READ + "/" + id + "/release/approval", "", version(1)).expect(200);

    // then
    assertThat(awaitState(id, "RECONCILED").path("opened").asInt()).isEqualTo(1);
    assertThat(client.get(READ + "/" + id + "/refusals").expect(200).json().path("items"))
        .extracting(r -> r.path("line").asInt() + " " + r.path("rule").asString())
        .containsExactly("2 cell-with-formula", "4 cell-merged");
  }

  @Test
  void theSameFileIsTheSameStatement() {
    // given
    var lines = borrowers(1);
    var file = workbook(lines, _ -> {});
    var announcement = announced("SAME", "OPENING", BEFORE, file, lines);
    var id = uploaded("SAME", "OPENING", BEFORE, file, lines);

    // then
    assertThat(id(officer.post(READ, json(announcement)).expect(201))).isEqualTo(id);
    assertThat(lines(id, file).expect(202).json().path("state").asString()).isEqualTo("PROPOSED");
    lines(id, workbook(borrowers(2), _ -> {})).expectProblem(422, "digest-differs");
    announcement.put("sha256", "0".repeat(64));
    officer.post(READ, json(announcement)).expectProblem(422, "file-id-used");

    // when it is rejected
    approver.post(READ + "/" + id + "/release/rejection", "", version(1)).expect(200);

    // then nothing becomes of it any more
    assertThat(read(id).path("state").asString()).isEqualTo("WITHDRAWN");
    approver
        .post(READ + "/" + id + "/release/approval", "", version(2))
        .expectProblem(409, "already-decided");
  }

  @Test
  void aBankThatCanSendMaySendAWorkbook() {
    // given
    var lines = borrowers(1);
    var file = workbook(lines, _ -> {});
    var announcement = announcement("SENT", "OPENING", BEFORE, file, lines);
    announcement.put("format", "XLSX");

    // when
    var id = id(announce(announcement).expect(201));
    as(bank).putFile(STATEMENTS + "/" + id + "/lines", ResultWorkbook.XLSX, file).expect(202);

    // then nobody has to release what it says itself
    var result = awaitState(id, "RECONCILED");
    assertThat(result.path("opened").asInt()).isEqualTo(1);
    assertThat(result.has("upload")).isFalse();
  }

  @Test
  void onlyBanksThatCannotPostAreSpokenFor() {
    // given
    var lines = borrowers(1);
    var file = "no workbook".getBytes(UTF_8);
    var announcement = announced("NONE", "OPENING", BEFORE, file, lines);

    // then
    var id = id(officer.post(READ, json(announcement)).expect(201));
    lines(id, file).expectProblem(422, "workbook-unsafe");
    announcement.put("bankId", bank());
    officer
        .post(READ, json(announcement))
        .expectProblem(422, "bank-posts-itself")
        .expectField("/bankId");
    announcement.put("bankId", UUID.randomUUID());
    officer.post(READ, json(announcement)).expectProblem(422, "bank-unknown");
  }
}

package vn.sen.membership.memberimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.membership.MembershipService;

class MemberImportIT extends MembershipService {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADING = "unitCode,fullName,birthYear,identityNumber,joinedOn\n";

  @Autowired MongoDatabase database;

  private String branchCode;
  private String branch;

  @BeforeEach
  void givenABranch() {
    branchCode = freshCode();
    branch = unit(branchCode, "BRANCH", "BRANCH", commune(province()));
  }

  private Answer upload(String file, String... headers) {
    return client.upload(IMPORTS, CSV, file.getBytes(UTF_8), headers);
  }

  private JsonNode awaitState(String id, ImportState state) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> client.get(IMPORTS + "/" + id).expect(200).json(),
            i -> i.path("state").asString().equals(state.name()));
  }

  private Answer execute(String id, String body) {
    return client.post(IMPORTS + "/" + id + "/execution", body);
  }

  private long membersOfBranch() {
    return database
        .getCollection("members")
        .countDocuments(Filters.eq("ix.units", UUID.fromString(branch)));
  }

  private String rows(int count) {
    var text = new StringBuilder(HEADING);
    for (int i = 0; i < count; i++) {
      text.append(branchCode).append(",Lê Thị Hòa,1980,,2020-03-08\n");
    }
    return text.toString();
  }

  @Test
  void onlyAnImportThatNamesAUnitWaitsUntilItsEventHasCome() {
    // given another instance has written a unit whose event has not come yet
    var code = freshCode();
    var underWay =
        new Document("_id", UUID.randomUUID())
            .append("v", 1L)
            .append("keys", List.of("code:" + code + "@1990-01-01"));
    database.getCollection("orgunits").insertOne(underWay);
    try {
      // when
      var naming = id(upload(HEADING + code + ",Lê Thị Hòa,1980,,2020-03-08\n").expect(201));
      var other = id(upload(rows(3)).expect(201));

      // then the other one is checked, and this one waits
      assertThat(awaitState(other, ImportState.VALIDATED).path("valid").asInt()).isEqualTo(3);
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(10))
          .until(() -> state(naming).equals(ImportState.VALIDATING.name()));

      // when there is no such unit after all
      database.getCollection("orgunits").deleteOne(underWay);

      // then
      assertThat(awaitState(naming, ImportState.INVALID).path("invalid").asInt()).isEqualTo(1);
    } finally {
      database.getCollection("orgunits").deleteOne(underWay);
    }
  }

  private String state(String id) {
    return client.get(IMPORTS + "/" + id).expect(200).json().path("state").asString();
  }

  @Test
  void aFileIsCheckedAndThenImportedOnce() {
    // given
    var id = id(upload(rows(2_500)).expect(201));

    // when it is checked
    var checked = awaitState(id, ImportState.VALIDATED);

    // then nothing is written yet
    assertThat(checked.path("valid").asInt()).isEqualTo(2_500);
    assertThat(membersOfBranch()).isZero();

    // when it is carried out, and asked for again
    execute(id, "{}").expect(202);
    execute(id, "{}").expect(202);
    var done = awaitState(id, ImportState.DONE);

    // then
    assertThat(done.path("imported").asInt()).isEqualTo(2_500);
    assertThat(done.path("consistency").asString()).isEqualTo("import:" + id + "@2500");
    assertThat(membersOfBranch()).isEqualTo(2_500);
    execute(id, "{}").expect(202);
    assertThat(awaitState(id, ImportState.DONE).path("imported").asInt()).isEqualTo(2_500);
    // personal data is not kept twice
    assertThat(
            database
                .getCollection("memberImportChunks")
                .countDocuments(Filters.eq("import", UUID.fromString(id))))
        .isZero();
  }

  @Test
  void aFileThatNobodyCarriesOutIsForgotten() {
    // given
    var id = id(upload(rows(3)).expect(201));
    awaitState(id, ImportState.VALIDATED);

    // when 31 days pass
    database
        .getCollection("memberImports")
        .updateOne(
            Filters.eq("_id", UUID.fromString(id)),
            Updates.set("createdAt", Date.from(Instant.now().minus(Duration.ofDays(31)))));

    // then
    awaitState(id, ImportState.EXPIRED);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .getCollection("memberImportChunks")
                            .countDocuments(Filters.eq("import", UUID.fromString(id))))
                    .isZero());
    assertThat(execute(id, "{}").expect(409).json().path("type").asString())
        .endsWith("import-expired");
    assertThat(membersOfBranch()).isZero();
  }

  @Test
  void aRunThatWasCutOffGoesOnWithoutDoubling() {
    // given an import that is done, and one instance that died after two of its three chunks
    var id = UUID.fromString(id(upload(rows(2_500)).expect(201)));
    awaitState(id.toString(), ImportState.VALIDATED);
    var chunks = database.getCollection("memberImportChunks");
    var kept = chunks.find(Filters.eq("import", id)).into(new ArrayList<>());
    var keys = database.getCollection("dataKeys");
    var key = keys.find(Filters.eq("_id", kept.getFirst().get("attempt"))).first();
    execute(id.toString(), "{}").expect(202);
    awaitState(id.toString(), ImportState.DONE);
    await().until(() -> chunks.countDocuments(Filters.eq("import", id)) == 0);
    keys.insertOne(key);
    chunks.insertMany(kept);
    database
        .getCollection("memberImports")
        .updateOne(
            Filters.eq("_id", id),
            new Document(
                "$set",
                new Document("state", ImportState.RUNNING.name())
                    .append("doneChunks", 1)
                    .append("imported", 1_000L)
                    .append("owner", "gone")));

    // when another instance notices, it goes on; what was written before is recognised
    var done = awaitState(id.toString(), ImportState.DONE);

    // then
    assertThat(done.path("imported").asInt()).isEqualTo(2_500);
    assertThat(membersOfBranch()).isEqualTo(2_500);
  }

  @Test
  void wrongRowsAreNamedAndLeftOutOnlyOnDemand() {
    // given
    var file =
        HEADING
            + branchCode
            + ",Lê Thị Hòa,1980,054180000001,2020-03-08\n"
            + "khong-co,Lê Thị Hòa,1980,,2020-03-08\n"
            + branchCode
            + ",Lê Thị Hòa,1980,,31/02/2020\n"
            + branchCode
            + ",Lê Thị Hòa,1980,054180000001,2020-03-08\n"
            + branchCode
            + ",Lê Thị Hòa,1985,054180000002,2020-03-08\n"
            + branchCode
            + ",=1+1,1980,,2020-03-08\n"
            + branchCode
            + ",,1980,,2020-03-08\n";
    var id = id(upload(file).expect(201));

    // when
    var checked = awaitState(id, ImportState.INVALID);

    // then
    assertThat(checked.path("invalid").asInt()).isEqualTo(6);
    var errors = client.get(IMPORTS + "/" + id + "/errors", "Accept", CSV).expect(200);
    assertThat(errors.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(errors.body().lines())
        .containsExactly(
            "\uFEFFDòng,Cột,Lỗi",
            "3,Mã đơn vị,Không có đơn vị mang mã này vào ngày vào Hội.",
            "4,Ngày vào Hội,\"Không đọc được giá trị; ngày viết dạng 31/12/2023 hoặc 2023-12-31,"
                + " năm viết bốn chữ số.\"",
            "5,Số định danh,Trùng số định danh với dòng 2.",
            "6,Số định danh," + detail("identity-number-contradicts-birth-year"),
            "7,Họ và tên,Ô này là công thức; hãy nhập giá trị.",
            "8,Họ và tên,Thiếu giá trị.");

    // when
    execute(id, "{}").expect(422);
    execute(id, "{\"skipInvalid\":true}").expect(202);

    // then
    assertThat(awaitState(id, ImportState.DONE).path("imported").asInt()).isEqualTo(1);
    assertThat(membersOfBranch()).isEqualTo(1);
  }

  private static String detail(String rule) {
    return ResourceBundle.getBundle("messages.rules", Locale.of("vi")).getString(rule + ".detail");
  }

  @Test
  void anIdentityNumberOfAnotherMemberIsAnError() {
    // given
    var file = HEADING + branchCode + ",Lê Thị Hòa,1981,054181000077,2020-03-08\n";
    var first = id(upload(file).expect(201));
    awaitState(first, ImportState.VALIDATED);
    execute(first, "{}").expect(202);
    awaitState(first, ImportState.DONE);

    // when
    var second = id(upload(file).expect(201));

    // then
    assertThat(awaitState(second, ImportState.INVALID).path("invalid").asInt()).isEqualTo(1);
  }

  @Test
  void theSameKeyIsTheSameImport() {
    var key = UUID.randomUUID().toString();
    var first = upload(rows(1), "Idempotency-Key", key).expect(201);
    awaitState(id(first), ImportState.VALIDATED);

    var again = upload(rows(1), "Idempotency-Key", key).expect(201);

    assertThat(id(again)).isEqualTo(id(first));
    upload(rows(2), "Idempotency-Key", key).expect(422);
  }

  @Test
  void anExcelFileInDecomposedUnicodeIsStoredComposed() throws IOException {
    // given
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Hội viên");
      var heading = List.of("Mã đơn vị", "Họ và tên", "Ngày sinh", "Ngày vào Hội");
      for (int i = 0; i < heading.size(); i++) {
        sheet.value(0, i, heading.get(i));
      }
      sheet.value(1, 0, branchCode);
      sheet.value(1, 1, Normalizer.normalize("Nguyễn Thị Hoà", Normalizer.Form.NFD));
      sheet.value(1, 2, LocalDate.of(1980, 5, 1));
      sheet.value(1, 3, "08/03/2020");
    }

    // when
    var id = id(client.upload(IMPORTS, XLSX, bytes.toByteArray()).expect(201));
    awaitState(id, ImportState.VALIDATED);
    execute(id, "{}").expect(202);
    awaitState(id, ImportState.DONE);

    // then
    var member =
        database
            .getCollection("members")
            .find(Filters.eq("ix.units", UUID.fromString(branch)))
            .first();
    assertThat(member.getEmbedded(List.of("state", "particulars", "fullName"), String.class))
        .isEqualTo(Normalizer.normalize("Nguyễn Thị Hoà", Normalizer.Form.NFC));
    assertThat(member.getEmbedded(List.of("state", "particulars", "birthDate"), String.class))
        .isEqualTo("1980-05-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | unitCode,fullName | 422 | column-missing",
        "text/csv | unitCode,fullName,joinedOn | 422 | file-empty",
        "text/csv | unitCode,fullName,joinedOn,luong | 422 | column-unknown",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | x | 422 |"
            + " workbook-unsafe",
        "application/vnd.ms-excel | x | 415 | media-type-unsupported",
      })
  void aFileThatCannotBeTakenLeavesNothingBehind(
      String contentType, String file, int status, String problem) {
    var imports = database.getCollection("memberImports");
    long before = imports.countDocuments();

    var answer = client.upload(IMPORTS, contentType, file.getBytes(UTF_8)).expect(status);

    assertThat(answer.json().path("type").asString()).isEqualTo("urn:sen:problem:" + problem);
    assertThat(imports.countDocuments()).isEqualTo(before);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    client.get(IMPORTS + "/" + UUID.randomUUID()).expect(404);
    execute(UUID.randomUUID().toString(), "{}").expect(404);
    client.get(IMPORTS + "/abc").expect(400);
  }
}

package vn.sen.membership.attendance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class AttendanceListsIT extends MembershipService {

  private static final String LISTS = "/api/membership/attendance-lists";
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String classId = UUID.randomUUID().toString();

  private String commune;
  private String branch;
  private ServiceClient officer;

  @BeforeEach
  void givenACommune() {
    commune = commune(province());
    branch = branch(commune);
    officer = client.as(Tokens.at(commune, Role.OFFICER));
  }

  private String member(String unit, String name, int birthYear, String identityNumber) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("unitId", unit, "fullName", name, "birthYear", birthYear));
    body.put("joinedOn", "2020-03-08");
    if (identityNumber != null) {
      body.put("identityNumber", identityNumber);
    }
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  private String path() {
    return LISTS + "?classId=" + classId + "&unitId=" + commune + "&session=1";
  }

  private Answer upload(String file) {
    return officer.upload(path(), CSV, file.getBytes(UTF_8));
  }

  @Test
  void a_list_is_matched_row_by_row_and_told_by_ids() {
    // given
    var hoa = member(branch, "Lê Thị Hòa", 1980, null);
    var first = member(branch, "Trần Thị Mai", 1975, null);
    member(branch, "Trần Thị Mai", 1982, null);
    member(commune(province()), "Phạm Thị Xa", 1990, null);
    var file =
        Normalizer.normalize(
            """
            Họ và tên;Năm sinh
            le thi HOÀ;
            Trần Thị Mai;
            Trần Thị Mai;1975
            Phạm Thị Xa;
            Lê Thị Hòa;1980
            =HYPERLINK("x");
            Trần Thị Mai;năm 75
            """,
            Normalizer.Form.NFD);

    // when
    var id = id(upload(file).expect(201));

    // then
    var read = officer.get(LISTS + "/" + id).expect(200).json();
    assertThat(read.path("members").valueStream().map(m -> m.asString()))
        .containsExactly(hoa, first);
    assertThat(read.path("refused").toString())
        .isEqualTo(
            """
            [{"row":3,"problem":"AMBIGUOUS"},{"row":5,"problem":"UNKNOWN"},\
            {"row":6,"problem":"TWICE"},{"row":7,"problem":"NOT_ENTERED"},\
            {"row":8,"problem":"UNREADABLE"}]\
            """);
    assertThat(read.toString()).doesNotContain("Mai");

    // and when it is told
    var execution = LISTS + "/" + id + "/execution";
    officer.post(execution, "{}", version(1)).expectProblem(409, "list-has-refused-rows");
    officer.post(execution, "{\"skipRefused\":true}", version(1)).expect(200);
    officer.post(execution, "{}", version(2)).expectProblem(409, "list-was-told");
    var told = PublishedRecords.of(Topic.ATTENDANCE, id, 2).getLast();
    assertThat(new String(told.value(), UTF_8))
        .contains(
            "\"classId\":\"%s\",\"unitId\":\"%s\",\"session\":1,\"present\":[\"%s\",\"%s\"]"
                .formatted(classId, commune, hoa, first));
  }

  @Test
  void one_of_many_namesakes_is_meant_only_where_the_year_tells_her_from_all_others() {
    // given
    for (int year : new int[] {1960, 1961, 1962, 1975, 1975}) {
      member(branch, "Trần Thị Mai", year, null);
    }
    var youngest = member(branch, "Trần Thị Mai", 1990, null);
    member(branch, "Trần Thị Mai Anh", 1991, null);

    // when
    var file =
        """
        Họ và tên;Năm sinh
        Trần Thị Mai;1975
        Trần Thị Mai;1990
        Trần Thị Mai;1991
        Trần Thị Mai;
        """;
    var id = id(upload(file).expect(201));

    // then
    var read = officer.get(LISTS + "/" + id).expect(200).json();
    assertThat(read.path("members").toString()).isEqualTo("[\"" + youngest + "\"]");
    assertThat(read.path("refused").toString())
        .isEqualTo(
            """
            [{"row":2,"problem":"AMBIGUOUS"},{"row":4,"problem":"UNKNOWN"},\
            {"row":5,"problem":"AMBIGUOUS"}]\
            """);
  }

  @Test
  void a_workbook_is_read_like_a_list_of_members() throws IOException {
    // given
    var hoa = member(branch, "Lê Thị Hòa", 1980, null);
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Điểm danh");
      sheet.value(0, 0, "Họ và tên");
      sheet.value(0, 1, "Năm sinh");
      sheet.value(1, 0, "Lê Thị Hòa");
      sheet.value(1, 1, 1980);
      sheet.formula(2, 0, "A2");
    }

    // when
    var id = id(officer.upload(path(), XLSX, bytes.toByteArray()).expect(201));

    // then
    var read = officer.get(LISTS + "/" + id).expect(200).json();
    assertThat(read.path("members").toString()).isEqualTo("[\"" + hoa + "\"]");
    assertThat(read.path("refused").toString())
        .isEqualTo("[{\"row\":3,\"problem\":\"NOT_ENTERED\"}]");
    officer.upload(path(), XLSX, "PK no workbook".getBytes(UTF_8)).expect(422);
  }

  @Test
  void the_same_key_is_for_the_same_file_and_session() {
    // given
    member(branch, "Lê Thị Hòa", 1980, null);
    var key = new String[] {"Idempotency-Key", "k-" + freshCode()};
    var file = "Họ và tên\nLê Thị Hòa\n".getBytes(UTF_8);
    var first = id(officer.upload(path(), CSV, file, key).expect(201));

    // then
    assertThat(id(officer.upload(path(), CSV, file, key).expect(201))).isEqualTo(first);
    officer
        .upload(path(), CSV, "Họ và tên\nLê Thị Hoa\n".getBytes(UTF_8), key)
        .expectProblem(422, "key-reused");
    officer
        .upload(path().replace("session=1", "session=2"), CSV, file, key)
        .expectProblem(422, "key-reused");
  }

  @Test
  void a_file_that_cannot_be_taken_leaves_nothing() throws IOException {
    upload("Họ và tên\n").expectProblem(422, "file-empty");
    upload("Năm sinh\n1980\n").expectProblem(422, "column-missing");
    upload("Họ và tên\n" + "Lê Thị Hòa\n".repeat(2_001)).expectProblem(422, "too-many-on-list");
    upload("Họ và tên\n" + "x".repeat(6 << 20)).expectProblem(413, "file-too-large");
    officer.upload(path(), XLSX, unpackingTo(21 << 20)).expectProblem(413, "file-too-large");
    client
        .as(Tokens.at(commune(province()), Role.OFFICER))
        .upload(path(), CSV, "Họ và tên\nLê\n".getBytes(UTF_8))
        .expectProblem(403, "out-of-scope");
  }

  private static byte[] unpackingTo(int size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(new byte[size]);
    }
    return bytes.toByteArray();
  }
}

package vn.sen.reporting.export.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.Tokens;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;

/** Reports as files, from their own addresses. */
class ReportFilesIT extends ReportingService {

  private static final String GROUPS =
      "/api/reporting/groups?unit=54&asOf=2023-12-31&level=COMMUNE";
  private static final String LOANS =
      "/api/reporting/lending/overdue-loans?unit=54&asOf=2023-12-31";
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PDF = "application/pdf";

  private static final Object WORLD = PublishedProvince.WORLD;

  private byte[] file(String path, String accept) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(client.url(path)))
            .header("Authorization", "Bearer " + Tokens.everything())
            .header("Accept", accept)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept);
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment; filename=\"sen-groups-2023-12-31.");
      return answer.body();
    }
  }

  @Test
  void aReportIsACsvFileForWhoAsksForOne() {
    assertThat(WORLD).isNotNull();
    var lines = client.get(GROUPS, "Accept", CSV).expect(200).body().lines().toList();
    assertThat(lines.getFirst()).startsWith("Dòng,Đơn vị – Mã,Đơn vị – Tên,\"Số tổ, nhóm\",");
    assertThat(lines.get(1)).startsWith("Đơn vị,22015,").contains(",54,2023-12-31,");
    assertThat(lines.getLast()).startsWith("Tổng cộng,,");
    var english = client.get(GROUPS, "Accept", CSV, "Accept-Language", "en").body();
    assertThat(english).startsWith("Row,Unit – Code,");
  }

  @Test
  void aProgramThatCannotSayWhatItAcceptsSaysFormat() {
    var answer = client.get(GROUPS + "&format=csv&bom=true&separator=semicolon&decimal=comma");
    assertThat(answer.expect(200).body()).startsWith("\uFEFFDòng;Đơn vị – Mã;");
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
  }

  @Test
  void aReportIsAWorkbook() throws Exception {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file(GROUPS, XLSX)))) {
      assertThat(book.getSheets().map(Sheet::getName)).startsWith("Thông tin", "Theo đơn vị");
      var rows = book.findSheet("Theo đơn vị").orElseThrow().read();
      assertThat(rows.get(1).getCellText(1)).isEqualTo("22015");
    }
  }

  @Test
  void aReportIsAPrint() throws Exception {
    try (var document = Loader.loadPDF(file(GROUPS, PDF))) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Tổ, nhóm, câu lạc bộ, mô hình", "Tỉnh Phú Yên", "Tổng cộng", "Trang 1/");
    }
  }

  @Test
  void whoAcceptsAnythingGetsJson() {
    for (var accept : List.of("*/*", "text/html,*/*;q=0.8", "application/json, text/csv;q=0.5")) {
      assertThat(client.get(GROUPS, "Accept", accept).expect(200).header("Content-Type"))
          .isEqualTo("application/json");
    }
  }

  @Test
  void eachRepresentationHasATagOfItsOwn() {
    var json = client.get(GROUPS).expect(200);
    var csv = client.get(GROUPS, "Accept", CSV).expect(200);
    assertThat(csv.header("ETag")).isNotBlank().isNotEqualTo(json.header("ETag"));
    assertThat(client.get(GROUPS, "Accept", CSV, "Accept-Language", "en").header("ETag"))
        .isNotEqualTo(csv.header("ETag"));
    assertThat(csv.response().headers().allValues("Vary")).contains("Accept", "Accept-Language");
    // and only who has that one need not have it again
    client.get(GROUPS, "Accept", CSV, "If-None-Match", csv.header("ETag")).expect(304);
    client.get(GROUPS, "Accept", CSV, "If-None-Match", json.header("ETag")).expect(200);
  }

  @Test
  void aListIsWholeAsAFile() {
    var heading = client.get(LOANS, "Accept", CSV).expect(200).body().lines().findFirst();
    assertThat(heading.orElseThrow()).startsWith("Khoản vay,Đơn vị – Mã,Đơn vị – Tên,");
    assertThat(client.get(LOANS).expect(200).json().has("items")).isTrue();
  }

  @Test
  void whoMayNotReadAReportGetsNoFileOfIt() {
    var ward = PublishedProvince.WORLD.communeB.toString();
    client
        .as(Tokens.at(ward, Role.OFFICER))
        .get(GROUPS, "Accept", CSV)
        .expectProblem(403, "out-of-scope");
  }

  @ParameterizedTest
  @CsvSource({"format=doc", "format=csv&separator=%3B", "format=csv&bom=1", "format=csv&table=x"})
  void namesTheParameterThatCannotBeUsed(String parameters) {
    client.get(GROUPS + "&" + parameters).expectProblem(400, "parameter-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/plain"})
  void refusesWhatNoReportIs(String accept) {
    client.get(GROUPS, "Accept", accept).expectProblem(406, "not-acceptable");
  }
}

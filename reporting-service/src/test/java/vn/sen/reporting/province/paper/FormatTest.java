package vn.sen.reporting.province.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.reporting.province.ProvinceWorld.OCTOBER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceWorld;
import vn.sen.reporting.province.ReportDefinition;

class FormatTest {

  private static final String NOTICE = "DỮ LIỆU MÔ PHỎNG";
  private static final ProvinceReport REPORT = report(NOTICE);

  private static ProvinceReport report(String notice) {
    var general = ProvinceWorld.general();
    var definition =
        new ReportDefinition(
            "test", general.title(), notice, null, general.paper(), general.sections());
    var query = new ProvinceQuery("54", OCTOBER, OCTOBER, UnitLevel.COMMUNE, null);
    return new ProvinceWorld().report(definition, query);
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameBytesForTheSameReport(Format format) {
    var imprint = new Imprint("12", LocalDate.of(2023, 12, 31), false);
    assertThat(format.print(REPORT, imprint)).isEqualTo(format.print(REPORT, imprint));
    assertThat(format.print(REPORT, Imprint.draft(false)))
        .isNotEqualTo(format.print(REPORT, imprint));
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var pages = new ArrayList<String>();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setStartPage(i);
        text.setEndPage(i);
        pages.add(text.getText(document));
      }
      return pages;
    }
  }

  @Test
  void aPdfIsAnOfficialDocument() throws IOException {
    var pages =
        pages(
            Format.PDF.print(
                REPORT, new Imprint("54/2024/BC-HPN/0001", LocalDate.of(2023, 12, 31), false)));
    assertThat(pages.getFirst())
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
        .contains(
            "HỘI LHPN TỈNH PHÚ YÊN",
            "Số: 54/2024/BC-HPN/0001",
            "ngày 31 tháng 12 năm 2023",
            "BÁO CÁO");
    assertThat(pages.getLast()).contains("Nơi nhận:", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
  }

  @Test
  void aPdfHasTheNumbersAsVietnameseReadersWriteThem() throws IOException {
    var text = String.join("\n", pages(Format.PDF.print(REPORT, Imprint.draft(false))));
    assertThat(text).contains("có 44 hội viên", "29,33 %", "30/10/2023", "IV. VAY VỐN QUA HỘI");
  }

  @Test
  void everyPageSaysThatTheDataAreSimulated() throws IOException {
    var pages = pages(Format.PDF.print(REPORT, Imprint.draft(false)));
    assertThat(pages).hasSizeGreaterThan(1).allMatch(page -> page.contains(NOTICE));
    assertThat(pages(Format.PDF.print(report(null), Imprint.draft(false))))
        .noneMatch(page -> page.contains(NOTICE));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMadeUpSaysSoWhereItsDefinitionDoesNot(Format format) throws IOException {
    var marked = format.print(report(null), Imprint.draft(true));
    // as if the definition said it, which is not replaced
    assertThat(marked).isEqualTo(format.print(report(NOTICE), Imprint.draft(false)));
    assertThat(format.print(report("BẢN NHÁP"), Imprint.draft(true)))
        .isEqualTo(format.print(report("BẢN NHÁP"), Imprint.draft(false)));
  }

  @Test
  void aDocxHasHeadTablesChartsAndTheNotice() throws IOException {
    var bytes = Format.DOCX.print(REPORT, Imprint.draft(false));
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(document.getTables().getFirst().getText())
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HỘI LHPN TỈNH PHÚ YÊN");
      assertThat(document.getCharts()).hasSize(2);
      assertThat(document.getFooterList())
          .hasSize(2)
          .allMatch(footer -> footer.getText().contains(NOTICE));
      assertThat(document.getParagraphs())
          .anyMatch(paragraph -> paragraph.getText().equals("I. HỘI VIÊN"));
    }
  }

  @Test
  void anXlsxHasNumbersThatCanBeCountedWith() throws IOException {
    var bytes = Format.XLSX.print(REPORT, Imprint.draft(false));
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      var figures = workbook.getFirstSheet().read();
      assertThat(figures.getFirst().getCellText(0)).isEqualTo(NOTICE);
      var members =
          figures.stream()
              .filter(
                  row -> row.getCellCount() > 6 && row.getCellText(2).equals("membership.members"))
              .findFirst()
              .orElseThrow();
      assertThat(members.getCellAsNumber(6))
          .hasValueSatisfying(
              value -> assertThat(value).isEqualByComparingTo(new BigDecimal("44")));
      var units = workbook.findSheet("Theo đơn vị").orElseThrow().read();
      assertThat(units).hasSize(3 + REPORT.rows().size() - 1);
    }
  }
}

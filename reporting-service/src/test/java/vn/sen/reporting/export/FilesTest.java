package vn.sen.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by libraries that did not write it, as far as there are some. */
class FilesTest {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final Headings HEADINGS = Headings.in(VIETNAMESE);
  private static final List<Fact> AS_OF =
      List.of(new Fact("asOf", new Cell.Day(LocalDate.of(2023, 10, 30))));
  private static final Provenance SIMULATED =
      new Provenance(null, Instant.parse("2023-11-01T02:00:00Z"), true, false, "topic 1,2,3", true);

  private static String csv(Table table, CsvOptions options) throws IOException {
    var out = new ByteArrayOutputStream();
    new CsvFile(options, HEADINGS).write(table, AS_OF, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Table main() {
    return ReportMother.loans().table(Table.MAIN).orElseThrow();
  }

  @Test
  void csvIsOneTableUnderItsHeadingThatSaysOnEachRowOfWhichDayItIs() throws IOException {
    var csv = csv(main(), CsvOptions.PLAIN);
    try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
      var records = reader.stream().map(CsvRecord::getFields).toList();
      assertThat(records).hasSize(4);
      assertThat(records.get(0))
          .containsExactly(
              "Dòng",
              "Đơn vị – Mã",
              "Đơn vị – Tên",
              "Dư nợ",
              "Tỷ lệ quá hạn (%)",
              "Quá hạn – Đến 90 ngày – Quá hạn",
              "Quá hạn – Trên 360 ngày – Quá hạn",
              "Ngày số liệu");
      assertThat(records.get(2))
          .containsExactly("Phần chưa phân định", "", "", "890", "59.97", "0", "7", "2023-10-30");
    }
  }

  @Test
  void csvForExcelInVietnameseHasItsMarkSemicolonsAndCommas() throws IOException {
    var csv = csv(main(), new CsvOptions(true, ';', ','));
    assertThat(csv).startsWith("\uFEFFDòng;Đơn vị – Mã;");
    assertThat(csv).contains(";890;59,97;0;7;2023-10-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+84", "-x", "@SUM(A1)", "\tx"})
  void noTextOfACsvFileIsAFormula(String text) throws IOException {
    var table = Table.of("rows", List.of("unit.name"), List.of(List.of(new Cell.Text(text))));
    assertThat(csv(table, CsvOptions.PLAIN).lines().skip(1))
        .first()
        .asString()
        .contains("'" + text);
  }

  @Test
  void theWorkbookHasASheetForEachTableWithNumbersAndDatesAsSuch() throws IOException {
    var bytes = written(out -> new ExcelWorkbook(HEADINGS).write(withProvenance(), out));
    try (var book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "Thông tin", "Theo đơn vị", "Theo ngân hàng", "Hộ vay ở nhiều ngân hàng");
      var rows = book.findSheet("Theo đơn vị").orElseThrow().read();
      assertThat(texts(rows.get(0))).contains("Đơn vị – Tên", "Dư nợ");
      var ward = rows.get(1);
      assertThat(ward.getCellText(2)).isEqualTo("Phường 1");
      assertThat(ward.getCell(3).getType()).isEqualTo(CellType.NUMBER);
      assertThat(ward.getCell(3).asNumber()).isEqualByComparingTo("1234567000");
      assertThat(ward.getCell(3).getDataFormatString()).isEqualTo("#,##0");
      assertThat(rows.get(2).getCell(4).asNumber()).isEqualByComparingTo("59.97");
      assertThat(rows.get(2).getCell(4).getDataFormatString()).isEqualTo("#,##0.0#");
      var about = book.findSheet("Thông tin").orElseThrow().read();
      assertThat(about.stream().flatMap(row -> texts(row).stream()))
          .contains("DỮ LIỆU MÔ PHỎNG", "topic 1,2,3", "2023-11-01 09:00:00");
      assertThat(about.get(3).getCell(1).asDate().toLocalDate()).isEqualTo("2023-10-30");
    }
  }

  @Test
  void noTextOfAWorkbookIsAFormula() throws IOException {
    var table = Table.of("rows", List.of("unit.name"), List.of(List.of(new Cell.Text("=1+1"))));
    var report = new Sheaf("lending", List.of(), List.of(table));
    var bytes = written(out -> new ExcelWorkbook(HEADINGS).write(report, out));
    try (var book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      var cell = book.findSheet("Theo đơn vị").orElseThrow().read().get(1).getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.STRING);
      assertThat(cell.asString()).isEqualTo("=1+1");
    }
  }

  @Test
  void theWordDocumentHasEveryTableWithItsNamingColumnsOnEachPart() throws IOException {
    // given a table that is wider than a page
    var wide = IntStream.range(0, 18).mapToObj(i -> "outstanding" + i).toList();
    var columns = Stream.concat(Stream.of("unit.code", "unit.name"), wide.stream()).toList();
    var rows =
        IntStream.rangeClosed(0, DocxPrint.MOST_ROWS).mapToObj(row -> wideRow(row, wide)).toList();
    var report =
        new Sheaf("lending", withProvenance().facts(), List.of(Table.of("rows", columns, rows)));
    // when
    var bytes = written(out -> new DocxPrint(HEADINGS, VIETNAMESE).write(report, out));
    // then
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(document.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("Dư nợ ủy thác", "Lưu ý: DỮ LIỆU MÔ PHỎNG", "Theo đơn vị")
          .anyMatch(text -> text.startsWith("Bản in chỉ có các dòng đầu."));
      assertThat(document.getTables())
          .hasSize(3)
          .allSatisfy(
              table -> {
                assertThat(table.getRows()).hasSize(1 + DocxPrint.MOST_ROWS);
                assertThat(table.getRow(0).getCell(1).getText()).isEqualTo("Đơn vị – Tên");
                assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("22015");
                assertThat(table.getRow(500).getCell(1).getText()).isEqualTo("Phường 499");
                assertThat(table.getRow(1).getCell(2).getText()).matches("[0-9.]+");
              });
    }
  }

  private static List<Cell> wideRow(int row, List<String> figures) {
    var random = new Random(row);
    return Stream.concat(
            Stream.<Cell>of(new Cell.Text("22015"), new Cell.Text("Phường " + row)),
            figures.stream()
                .map(_ -> new Cell.Figure(BigDecimal.valueOf(random.nextLong(1_000_000)))))
        .toList();
  }

  @Test
  void aLongListGoesToTheFileAsItIsRead() throws IOException {
    var most =
        new Object() {
          long rowsBefore;
          long bytesAt9000;
        };
    var counting = new ByteArrayOutputStream();
    var list = ReportMother.longList(10_000).tables().getFirst();
    var watched =
        new Table(
            list.name(),
            list.columns(),
            () -> {
              var rows = list.rows().get();
              return new Iterator<List<Cell>>() {
                @Override
                public boolean hasNext() {
                  return rows.hasNext();
                }

                @Override
                public List<Cell> next() {
                  most.rowsBefore++;
                  if (most.rowsBefore == 9_000) {
                    most.bytesAt9000 = counting.size();
                  }
                  return rows.next();
                }
              };
            });
    new CsvFile(CsvOptions.PLAIN, HEADINGS).write(watched, AS_OF, counting);
    assertThat(most.bytesAt9000).isGreaterThan(counting.size() / 2);
  }

  @Test
  void thePrintSaysWhatItIsOnEveryPageAndRepeatsTheHeading() throws IOException {
    var report = ReportMother.longList(120);
    var simulated = new Sheaf(report.report(), SIMULATED.facts(), report.tables());
    var bytes = written(out -> new PdfPrint(HEADINGS, VIETNAMESE).write(simulated, out));
    try (var document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      for (int page = 1; page <= pages; page++) {
        assertThat(text(document, page))
            .contains("DỮ LIỆU MÔ PHỎNG", "Trang " + page + "/" + pages, "Đơn vị – Tên");
      }
      assertThat(text(document, 1)).contains("Các khoản nợ quá hạn", "Phường thứ 0");
      assertThat(text(document, pages)).contains("Phường thứ 119");
    }
  }

  @Test
  void aTableTooWideForThePaperGoesOnWithItsFirstColumns() throws IOException {
    // given thirty columns
    var columns = new ArrayList<>(List.of("unit.code", "unit.name"));
    var row = new ArrayList<Cell>(List.of(new Cell.Text("22015"), new Cell.Text("Phường 1")));
    for (int i = 0; i < 30; i++) {
      columns.add("outstanding" + i);
      row.add(new Cell.Figure(BigDecimal.valueOf(1_000_000 + i)));
    }
    var report = new Sheaf("lending", List.of(), List.of(Table.of("rows", columns, List.of(row))));
    // when
    var bytes = written(out -> new PdfPrint(HEADINGS, VIETNAMESE).write(report, out));
    // then every figure is there, and each part says whose it is
    try (var document = Loader.loadPDF(bytes)) {
      var text = new PDFTextStripper().getText(document);
      for (int i = 0; i < 30; i++) {
        assertThat(text).contains("1.000.0" + (i < 10 ? "0" + i : i));
      }
      assertThat(text.split("22015", -1)).hasSizeGreaterThan(3);
    }
  }

  private static Sheaf withProvenance() {
    var loans = ReportMother.loans();
    var facts = new ArrayList<>(loans.facts());
    facts.addAll(SIMULATED.facts());
    return new Sheaf(loans.report(), facts, loans.tables());
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    var out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  private static String text(PDDocument document, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document).replaceAll("\\s+", " ");
  }
}

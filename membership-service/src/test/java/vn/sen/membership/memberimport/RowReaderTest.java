package vn.sen.membership.memberimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.domain.RuleViolation;

class RowReaderTest {

  private static final String HEADING = "unitCode,fullName,joinedOn\n";

  @TempDir Path folder;

  private List<RawRow> csv(String text, Charset charset) throws IOException {
    var file = Files.write(folder.resolve("members.csv"), text.getBytes(charset));
    var rows = new ArrayList<RawRow>();
    RowReader.CSV.read(file, rows::add);
    return rows;
  }

  private List<RawRow> csv(String text) throws IOException {
    return csv(text, StandardCharsets.UTF_8);
  }

  private List<RawRow> xlsx(Consumer<Worksheet> content) throws IOException {
    var file = folder.resolve("members.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Hội viên");
      sheet.value(0, 0, "Mã đơn vị");
      sheet.value(0, 1, "Họ và tên");
      sheet.value(0, 2, "Ngày vào Hội");
      content.accept(sheet);
    }
    var rows = new ArrayList<RawRow>();
    RowReader.XLSX.read(file, rows::add);
    return rows;
  }

  @Nested
  class Csv {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "unitCode,fullName,joinedOn\n22015-CH01,Lê Thị Hòa,2020-03-08\n",
          "\uFEFFMã đơn vị;Họ và tên;Ngày vào Hội\r\n22015-CH01;Lê Thị Hòa;2020-03-08\r\n",
          "ma don vi\tHO TEN\tngay vao hoi\n22015-CH01\tLê Thị Hòa\t2020-03-08",
          "joinedOn,fullName,unitCode\n\n2020-03-08,\"Lê Thị Hòa\",22015-CH01\n,,\n",
        })
    void isReadWhateverItsSeparatorHeadingsAndOrder(String text) throws IOException {
      var row = csv(text).getFirst();

      assertThat(csv(text)).hasSize(1);
      assertThat(row.value(Column.UNIT_CODE)).isEqualTo("22015-CH01");
      assertThat(row.value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(row.value(Column.JOINED_ON)).isEqualTo("2020-03-08");
      assertThat(row.value(Column.PHONE)).isEmpty();
    }

    @Test
    void knowsHeadingsInDecomposedUnicode() throws IOException {
      var text = "Mã đơn vị,Họ và tên,Ngày vào Hội\na,b,c\n";

      assertThat(csv(Normalizer.normalize(text, Normalizer.Form.NFD))).hasSize(1);
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
      assertThat(csv(HEADING + "a,b,c\n\n\"d\ne\",f,g\nh,i,j\n"))
          .extracting(RawRow::number)
          .containsExactly(2L, 4L, 6L);
    }

    @Test
    void isRefusedInAnotherEncoding() {
      assertThatThrownBy(() -> csv(HEADING + "a,Lê Thị Hòa,c\n", Charset.forName("windows-1258")))
          .isInstanceOf(FileRefusals.FileNotUtf8.class);
      assertThatThrownBy(() -> csv(HEADING + "a,b,c\n", StandardCharsets.UTF_16))
          .isInstanceOf(FileRefusals.FileNotUtf8.class);
    }

    @Test
    void isRefusedWhereARowHasMoreFieldsThanTheHeading() {
      assertThatThrownBy(() -> csv(HEADING + "a,b,c\na,b,c,d\n"))
          .isInstanceOfSatisfying(
              FileRefusals.FileMalformed.class, e -> assertThat(e.arguments()).containsExactly(3L));
    }

    @Test
    void isRefusedWithALineLongerThanAnyMemberNeeds() {
      assertThatThrownBy(() -> csv(HEADING + "a,\"" + "x".repeat(1_000_000) + "\",c\n"))
          .isInstanceOf(FileRefusals.FileMalformed.class);
      assertThatThrownBy(() -> csv("x".repeat(1_000_000))).isInstanceOf(RuleViolation.class);
    }

    @Test
    void isRefusedWithoutWhatEveryImportNeeds() {
      assertThatThrownBy(() -> csv("unitCode,fullName\na,b\n"))
          .isInstanceOf(FileRefusals.ColumnMissing.class);
      assertThatThrownBy(() -> csv("unitCode,fullName,joinedOn,salary\na,b,c,d\n"))
          .isInstanceOf(FileRefusals.ColumnUnknown.class);
      assertThatThrownBy(() -> csv("unitCode,fullName,joinedOn,Họ tên\na,b,c,d\n"))
          .isInstanceOf(FileRefusals.ColumnTwice.class);
      assertThatThrownBy(() -> csv("")).isInstanceOf(FileRefusals.FileEmpty.class);
    }
  }

  @Nested
  class Xlsx {

    @Test
    void givesTextsAndDatesWhateverTheirCellsAre() throws IOException {
      var rows =
          xlsx(
              sheet -> {
                sheet.value(1, 0, "22015-CH01");
                sheet.value(1, 1, "Lê Thị Hòa");
                sheet.value(1, 2, LocalDate.of(2020, 3, 8));
                sheet.style(1, 2).format("dd/MM/yyyy").set();
                sheet.value(3, 0, 22015);
                sheet.value(3, 1, "Trần Thị Hoa");
                sheet.value(3, 2, "08/03/2020");
              });

      assertThat(rows).extracting(RawRow::number).containsExactly(2L, 4L);
      assertThat(rows.get(0).value(Column.JOINED_ON)).isEqualTo("2020-03-08");
      assertThat(rows.get(0).value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(rows.get(1).value(Column.UNIT_CODE)).isEqualTo("22015");
      assertThat(rows.get(1).value(Column.JOINED_ON)).isEqualTo("08/03/2020");
    }

    @Test
    void marksAFormulaInsteadOfBelievingItsLastValue() throws IOException {
      var rows =
          xlsx(
              sheet -> {
                sheet.value(1, 0, "22015");
                sheet.formula(1, 1, "CONCATENATE(\"a\",\"b\")");
                sheet.value(1, 2, "08/03/2020");
              });

      assertThat(rows.getFirst().value(Column.FULL_NAME)).isEqualTo(RawRow.FORMULA);
    }

    @Test
    void marksWhatIsOnlyShownByAMergedArea() throws IOException {
      var rows =
          xlsx(
              sheet -> {
                for (int row = 1; row <= 3; row++) {
                  sheet.value(row, 1, "Lê Thị Hòa");
                  sheet.value(row, 2, "08/03/2020");
                }
                sheet.value(1, 0, "22015");
                sheet.range(1, 0, 2, 0).merge();
                sheet.range(3, 1, 3, 2).merge();
                sheet.range(10, 0, 12, 2).merge();
              });

      assertThat(rows.get(0).value(Column.UNIT_CODE)).isEqualTo("22015");
      assertThat(rows.get(1).value(Column.UNIT_CODE)).isEqualTo(RawRow.MERGED);
      assertThat(rows.get(1).value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(rows.get(2).value(Column.UNIT_CODE)).isEmpty();
      assertThat(rows.get(2).value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(rows.get(2).value(Column.JOINED_ON)).isEqualTo(RawRow.MERGED);
    }

    @Test
    void countsDaysFromWhereTheWorkbookDoes() throws IOException {
      // given a workbook that counts from 1904
      xlsx(
          sheet -> {
            sheet.value(1, 0, "22015");
            sheet.value(1, 1, "Lê Thị Hòa");
            sheet.value(1, 2, 42_436);
          });
      var of1904 =
          rewritten(
              folder.resolve("members.xlsx"),
              "xl/workbook.xml",
              xml -> xml.replace("date1904=\"false\"", "date1904=\"1\""));

      // when
      var rows = new ArrayList<RawRow>();
      RowReader.XLSX.read(of1904, rows::add);

      // then
      assertThat(rows.getFirst().value(Column.JOINED_ON)).isEqualTo("2020-03-08");
    }

    @Test
    void keepsItsColumnsApartWhereTheHeadingHasAGap() throws IOException {
      var file = folder.resolve("gap.xlsx");
      try (OutputStream out = Files.newOutputStream(file);
          var workbook = new Workbook(out, "test", "1.0")) {
        var sheet = workbook.newWorksheet("Hội viên");
        var heading = List.of("Mã đơn vị", "", "Họ và tên", "Ngày vào Hội");
        var values = List.of("22015", "ghi chú", "Lê Thị Hòa", "08/03/2020");
        for (int i = 0; i < heading.size(); i++) {
          sheet.value(0, i, heading.get(i));
          sheet.value(1, i, values.get(i));
        }
      }

      var rows = new ArrayList<RawRow>();
      RowReader.XLSX.read(file, rows::add);

      assertThat(rows.getFirst().value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(rows.getFirst().value(Column.JOINED_ON)).isEqualTo("08/03/2020");
    }

    @Test
    void readsNothingFromOutside() throws IOException {
      // given a sheet that asks for a file of the machine
      xlsx(sheet -> sheet.value(1, 0, "22015"));
      var secret = Files.writeString(folder.resolve("secret"), "top secret");
      var asking =
          rewritten(
              folder.resolve("members.xlsx"),
              "xl/worksheets/sheet1.xml",
              xml ->
                  xml.replace(
                          "<worksheet",
                          "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><worksheet")
                      .replace("<sheetData>", "<sheetData>&e;"));

      // then
      assertThatThrownBy(() -> read(asking)).isInstanceOf(RuleViolation.class);
    }

    private Path rewritten(Path workbook, String entry, UnaryOperator<String> change)
        throws IOException {
      var made = folder.resolve("rewritten.xlsx");
      try (var in = new ZipFile(workbook.toFile());
          var out = new ZipOutputStream(Files.newOutputStream(made))) {
        for (var e : Collections.list(in.entries())) {
          out.putNextEntry(new ZipEntry(e.getName()));
          var bytes = in.getInputStream(e).readAllBytes();
          if (e.getName().equals(entry)) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            bytes = changed.getBytes(StandardCharsets.UTF_8);
          }
          out.write(bytes);
          out.closeEntry();
        }
      }
      return made;
    }

    @Test
    void refusesMacros() throws IOException {
      assertThatThrownBy(() -> read(zip("xl/workbook.xml", 10, "xl/vbaProject.bin", 10)))
          .isInstanceOf(FileRefusals.WorkbookUnsafe.class);
    }

    @Test
    void refusesWhatUnpacksToFarMoreThanItIs() throws IOException {
      var bomb = zip("xl/workbook.xml", 10, "xl/worksheets/sheet1.xml", 600 << 20);

      assertThat(Files.size(bomb)).isLessThan(2 << 20);
      assertThatThrownBy(() -> read(bomb)).isInstanceOf(FileRefusals.FileTooLarge.class);
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
      var text = Files.writeString(folder.resolve("a.xlsx"), "unitCode,fullName,joinedOn");
      assertThatThrownBy(() -> read(text)).isInstanceOf(FileRefusals.WorkbookUnsafe.class);
      assertThatThrownBy(() -> read(zip("word/document.xml", 10, "x", 1)))
          .isInstanceOf(FileRefusals.WorkbookUnsafe.class);
    }

    private void read(Path file) throws IOException {
      RowReader.XLSX.read(file, row -> {});
    }

    private Path zip(String first, int firstSize, String second, int secondSize)
        throws IOException {
      var file = folder.resolve("made.xlsx");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        fill(zip, first, firstSize);
        fill(zip, second, secondSize);
      }
      return file;
    }

    private static void fill(ZipOutputStream zip, String name, int size) throws IOException {
      zip.putNextEntry(new ZipEntry(name));
      var zeros = new byte[1 << 20];
      for (int left = size; left > 0; left -= zeros.length) {
        zip.write(zeros, 0, Math.min(left, zeros.length));
      }
      zip.closeEntry();
    }
  }
}

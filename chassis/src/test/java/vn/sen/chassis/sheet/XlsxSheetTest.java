package vn.sen.chassis.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.chassis.domain.RuleViolation;

/** A workbook has three columns, of which the last one has days. */
class XlsxSheetTest {

  @TempDir Path folder;

  private Path workbook(Consumer<Worksheet> content) throws IOException {
    var file = folder.resolve("rows.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Hội viên");
      sheet.value(0, 0, "Mã đơn vị");
      sheet.value(0, 1, "Họ và tên");
      sheet.value(0, 2, "Ngày vào Hội");
      content.accept(sheet);
    }
    return file;
  }

  private List<SheetRow> rows(Consumer<Worksheet> content) throws IOException {
    return read(workbook(content));
  }

  private static List<SheetRow> read(Path file) throws IOException {
    var rows = new ArrayList<SheetRow>();
    try (var sheet = XlsxSheet.open(file)) {
      sheet.datesIn(Set.of(2));
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void givesTextsAndDatesWhateverTheirCellsAre() throws IOException {
    var rows =
        rows(
            sheet -> {
              sheet.value(1, 0, "22015-CH01");
              sheet.value(1, 1, "Lê Thị Hòa");
              sheet.value(1, 2, LocalDate.of(2020, 3, 8));
              sheet.style(1, 2).format("dd/MM/yyyy").set();
              sheet.value(3, 0, 22015);
              sheet.value(3, 1, 0.1 + 0.2);
              sheet.value(3, 2, "08/03/2020");
              sheet.value(4, 0, 1_996_405_000_000L);
              sheet.value(4, 2, 1979);
            });

    assertThat(rows)
        .containsExactly(
            new SheetRow(2, List.of("22015-CH01", "Lê Thị Hòa", "2020-03-08")),
            new SheetRow(4, List.of("22015", "0.3", "08/03/2020")),
            new SheetRow(5, List.of("1996405000000", "", "1979")));
  }

  @Test
  void marksAFormulaInsteadOfBelievingItsLastValue() throws IOException {
    var rows =
        rows(
            sheet -> {
              sheet.value(1, 0, "22015");
              sheet.formula(1, 1, "CONCATENATE(\"a\",\"b\")");
              sheet.value(1, 2, "08/03/2020");
            });

    assertThat(rows.getFirst().texts()).containsExactly("22015", SheetRow.FORMULA, "08/03/2020");
  }

  @Test
  void marksWhatIsOnlyShownByAMergedArea() throws IOException {
    var rows =
        rows(
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

    assertThat(rows)
        .extracting(SheetRow::texts)
        .containsExactly(
            List.of("22015", "Lê Thị Hòa", "08/03/2020"),
            List.of(SheetRow.MERGED, "Lê Thị Hòa", "08/03/2020"),
            List.of("", "Lê Thị Hòa", SheetRow.MERGED));
  }

  @Test
  void countsDaysFromWhereTheWorkbookDoes() throws IOException {
    // given a workbook that counts from 1904
    var workbook =
        workbook(
            sheet -> {
              sheet.value(1, 0, "22015");
              sheet.value(1, 2, 42_436);
            });
    var of1904 =
        rewritten(
            workbook,
            "xl/workbook.xml",
            xml -> xml.replace("date1904=\"false\"", "date1904=\"1\""));

    // then
    assertThat(read(of1904).getFirst().texts()).containsExactly("22015", "", "2020-03-08");
  }

  @Test
  void hasAHeading() throws IOException {
    try (var sheet = XlsxSheet.open(workbook(_ -> {}))) {
      assertThat(sheet.heading()).containsExactly("Mã đơn vị", "Họ và tên", "Ngày vào Hội");
      assertThat(sheet.next()).isNull();
    }
    var empty = folder.resolve("empty.xlsx");
    try (OutputStream out = Files.newOutputStream(empty);
        var workbook = new Workbook(out, "test", "1.0")) {
      workbook.newWorksheet("Trống");
    }
    assertThatThrownBy(() -> XlsxSheet.open(empty)).isInstanceOf(SheetRefusals.FileEmpty.class);
  }

  @Test
  void readsNothingFromOutside() throws IOException {
    // given a sheet that asks for a file of the machine
    var workbook = workbook(sheet -> sheet.value(1, 0, "22015"));
    var secret = Files.writeString(folder.resolve("secret"), "top secret");
    var asking =
        rewritten(
            workbook,
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
        .isInstanceOf(SheetRefusals.WorkbookUnsafe.class);
  }

  @Test
  void refusesWhatUnpacksToFarMoreThanItIs() throws IOException {
    var bomb = zip("xl/workbook.xml", 10, "xl/worksheets/sheet1.xml", 600 << 20);

    assertThat(Files.size(bomb)).isLessThan(2 << 20);
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(SheetRefusals.FileTooLarge.class);
  }

  @Test
  void refusesWhatUnpacksToMoreThanItsReaderTakes() throws IOException {
    var file = workbook(sheet -> sheet.value(1, 1, "Lê Thị Hòa"));
    long unpacked = 0;
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        unpacked += zip.getInputStream(entry).readAllBytes().length;
      }
    }
    long enough = unpacked;

    assertThatCode(() -> XlsxSheet.open(file, enough).close()).doesNotThrowAnyException();
    assertThatThrownBy(() -> XlsxSheet.open(file, enough - 1))
        .isInstanceOf(SheetRefusals.FileTooLarge.class);
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    var text = Files.writeString(folder.resolve("a.xlsx"), "unitCode,fullName,joinedOn");
    assertThatThrownBy(() -> read(text)).isInstanceOf(SheetRefusals.WorkbookUnsafe.class);
    assertThatThrownBy(() -> read(zip("word/document.xml", 10, "x", 1)))
        .isInstanceOf(SheetRefusals.WorkbookUnsafe.class);
  }

  private Path zip(String first, int firstSize, String second, int secondSize) throws IOException {
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

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
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.sheet.SheetRefusals;

class RowReaderTest {

  private static final String HEADING = "unitCode,fullName,joinedOn\n";

  @TempDir Path folder;

  private List<RawRow> csv(String text, Charset charset) throws IOException {
    var file = Files.write(folder.resolve("members.csv"), text.getBytes(charset));
    var rows = new ArrayList<RawRow>();
    RowReader.CSV.read(file, RowReader.OF_MEMBERS, rows::add);
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
    RowReader.XLSX.read(file, RowReader.OF_MEMBERS, rows::add);
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
              SheetRefusals.FileMalformed.class,
              e -> assertThat(e.arguments()).containsExactly(3L));
    }

    @Test
    void isRefusedWithALineLongerThanAnyMemberNeeds() {
      assertThatThrownBy(() -> csv(HEADING + "a,\"" + "x".repeat(1_000_000) + "\",c\n"))
          .isInstanceOf(SheetRefusals.FileMalformed.class);
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
      assertThatThrownBy(() -> csv("")).isInstanceOf(SheetRefusals.FileEmpty.class);
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
      RowReader.XLSX.read(file, RowReader.OF_MEMBERS, rows::add);

      assertThat(rows.getFirst().value(Column.FULL_NAME)).isEqualTo("Lê Thị Hòa");
      assertThat(rows.getFirst().value(Column.JOINED_ON)).isEqualTo("08/03/2020");
    }
  }
}

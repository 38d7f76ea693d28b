package vn.sen.lending.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.sheet.SpooledFiles;
import vn.sen.lending.loan.Balances;

/** Lines of statements for tests. */
final class LineMother {

  static final LocalDate AS_OF = LocalDate.of(2023, 10, 30);

  static final String HEADING =
      "loan,customer,identity,name,programme,unit,group,principal,disbursedOn,dueOn,ratePercent,"
          + "inTerm,overdue,frozen,interestArrears";

  static final SpooledFiles SPOOL = spool();

  private LineMother() {}

  private static SpooledFiles spool() {
    try {
      return SpooledFiles.named("sen-statements-of-tests");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(String loan, String identity, long inTerm) {
    return
"""
{"loan":"%s","customer":"C-1","identity":"%s","name":"Nguyễn Thị Mô Phỏng","programme":"HN",\
"unit":"22015","group":"T-01","principal":50000000,"disbursedOn":"2022-05-20",\
"dueOn":"2025-05-20","ratePercent":6.6,"inTerm":%d,"overdue":0,"frozen":0,\
"interestArrears":120000}\
"""
        .formatted(loan, identity, inTerm);
  }

  static String csv(String loan, String identity, long inTerm) {
    return String.join(
        ",",
        loan,
        "C-1",
        identity,
        "\"Nguyễn, Thị \"\"Mô Phỏng\"\"\"",
        "HN",
        "22015",
        "",
        "50000000",
        "2022-05-20",
        "2025-05-20",
        "6.60",
        Long.toString(inTerm),
        "0",
        "0",
        "120000");
  }

  static StatementLine line(Balances owed) {
    return line(owed, null);
  }

  static StatementLine line(Balances owed, @Nullable String point) {
    return new StatementLine(
        7,
        "L-1",
        null,
        "hash of 1",
        null,
        "HN",
        "22015",
        null,
        point,
        50_000_000,
        LocalDate.of(2022, 5, 20),
        LocalDate.of(2025, 5, 20),
        660,
        owed);
  }

  /** Reads a whole file. */
  static List<ReadLine> read(FileFormat format, byte[] file) {
    var lines = new ArrayList<ReadLine>();
    try (var source = format.lines(new ByteArrayInputStream(file), SPOOL)) {
      var reader = new LineReader(source, AS_OF, identity -> "hash of " + identity);
      for (var line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  static List<ReadLine> read(FileFormat format, String file) {
    return read(format, file.getBytes(StandardCharsets.UTF_8));
  }
}

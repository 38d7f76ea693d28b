package vn.sen.membership.attendance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.privacy.BodyDigest;
import vn.sen.chassis.sheet.SheetRefusals;
import vn.sen.chassis.sheet.SheetRow;
import vn.sen.chassis.sheet.SpooledFiles;
import vn.sen.membership.attendance.AttendanceList.Line;
import vn.sen.membership.attendance.AttendanceList.Problem;
import vn.sen.membership.member.Recognition;
import vn.sen.membership.member.Recognition.Likeness;
import vn.sen.membership.memberimport.Column;
import vn.sen.membership.memberimport.RawRow;
import vn.sen.membership.memberimport.RowReader;

/** Reads a list and says whom each row means. The file is gone when it is read. */
@Component
class AttendanceMatching {

  /** Workbooks; two thousand rows unpack to less than a tenth of it. */
  static final RowReader XLSX = RowReader.xlsx(20L << 20);

  private static final long MAX_BYTES = 5L << 20;

  private static final List<Column> REQUIRED = List.of(Column.FULL_NAME);

  private final Recognition recognition;
  private final SpooledFiles files;
  private final BodyDigest digests;

  AttendanceMatching(Recognition recognition, SpooledFiles spooledAttendance, BodyDigest digests) {
    this.recognition = recognition;
    this.files = spooledAttendance;
    this.digests = digests;
  }

  /**
   * A file that was read.
   *
   * @param digest tells it from other files
   * @param lines whom its rows mean
   */
  record Matched(String digest, List<Line> lines) {}

  /**
   * Whom the rows of a file mean, among those whom the sender may see.
   *
   * @throws RuleViolation if the file as a whole cannot be taken
   */
  Matched match(InputStream body, RowReader reader, Caller sender) throws IOException {
    var file = files.create();
    try {
      var digest = spool(body, file);
      var rows = new ArrayList<RawRow>();
      reader.read(
          file,
          REQUIRED,
          row -> {
            if (rows.size() == AttendanceList.MAX_ROWS) {
              throw new AttendanceRules.TooManyOnList(AttendanceList.MAX_ROWS);
            }
            rows.add(row);
          });
      if (rows.isEmpty()) {
        throw new SheetRefusals.FileEmpty();
      }
      var known = recognition.among(sender);
      return new Matched(digest, rows.stream().map(row -> line(row, known)).toList());
    } finally {
      Files.delete(file);
    }
  }

  private String spool(InputStream body, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      var content = body.readNBytes((int) MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new SheetRefusals.FileTooLarge(MAX_BYTES >> 20);
      }
      out.write(content);
      return digests.of(content);
    }
  }

  private static Line line(RawRow row, Recognition.Known known) {
    var cells =
        Stream.of(Column.IDENTITY_NUMBER, Column.FULL_NAME, Column.BIRTH_YEAR).map(row::value);
    if (cells.anyMatch(AttendanceMatching::isNotEntered)) {
      return Line.of(row.number(), Problem.NOT_ENTERED);
    }
    var number = textOf(row, Column.IDENTITY_NUMBER);
    var name = textOf(row, Column.FULL_NAME);
    if (number == null && name == null) {
      return Line.of(row.number(), Problem.EMPTY);
    }
    try {
      return found(row.number(), known.meant(new Likeness(number, name, yearOf(row))));
    } catch (RuleViolation | NumberFormatException unreadable) {
      return Line.of(row.number(), Problem.UNREADABLE);
    }
  }

  private static Line found(long row, List<UUID> meant) {
    return switch (meant.size()) {
      case 0 -> Line.of(row, Problem.UNKNOWN);
      case 1 -> new Line(row, meant.getFirst(), null);
      default -> Line.of(row, Problem.AMBIGUOUS);
    };
  }

  private static boolean isNotEntered(String cell) {
    return cell.startsWith(SheetRow.FORMULA) || cell.equals(SheetRow.MERGED);
  }

  private static @Nullable String textOf(RawRow row, Column column) {
    var text = row.value(column).strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Integer yearOf(RawRow row) {
    var text = textOf(row, Column.BIRTH_YEAR);
    return text == null ? null : Integer.valueOf(text);
  }
}

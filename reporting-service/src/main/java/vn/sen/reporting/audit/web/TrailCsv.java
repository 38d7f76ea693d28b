package vn.sen.reporting.audit.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.reporting.audit.Entry;
import vn.sen.reporting.audit.Kind;
import vn.sen.reporting.audit.Traced;

/** The trail as a file for a spreadsheet. */
final class TrailCsv {

  static final String TYPE = "text/csv";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final ZoneId ZONE = BusinessZone.ID;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZONE);

  private TrailCsv() {}

  static void write(Iterator<Traced> entries, HttpServletResponse response) throws IOException {
    response.setContentType(TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"nhat-ky.csv\"");
    var out = response.getWriter();
    out.write(BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(
          "Thời điểm",
          "Loại việc",
          "Nội dung",
          "Người thực hiện",
          "Ứng dụng",
          "Đối tượng",
          "Kết quả",
          "Lý do từ chối",
          "Số lần",
          "Chủ đề",
          "Phân vùng",
          "Vị trí",
          "Mã băm");
      entries.forEachRemaining(traced -> csv.writeRecord(row(traced)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String[] row(Traced traced) {
    var entry = traced.entry();
    Entry.@Nullable Refusal refusal = entry.refusal();
    return new String[] {
      TIME.format(entry.at()),
      vietnamese(entry.kind()),
      entry.what(),
      orEmpty(entry.actor()),
      orEmpty(entry.client()),
      entry.about().stream().map(UUID::toString).collect(Collectors.joining(" ")),
      refusal == null ? "" : Integer.toString(refusal.status()),
      refusal == null ? "" : refusal.reason(),
      refusal == null ? "1" : Integer.toString(refusal.times()),
      traced.partition().topic(),
      Integer.toString(traced.partition().number()),
      Long.toString(entry.offset()),
      entry.hash()
    };
  }

  private static String vietnamese(Kind kind) {
    return switch (kind) {
      case CHANGED -> "Thay đổi";
      case READ -> "Xem";
      case DONE -> "Thực hiện";
      case REFUSED -> "Bị từ chối";
      case STATED -> "Chốt nhật ký";
      case UNREADABLE -> "Không đọc được";
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

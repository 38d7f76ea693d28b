package vn.sen.lending.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import vn.sen.chassis.sheet.SpooledFiles;

/** How the lines of a statement are written. */
enum FileFormat {
  /** One JSON object a line. */
  NDJSON("application/x-ndjson"),
  /** Comma separated, below a line with the names of the fields. */
  CSV("text/csv"),
  /** The first sheet of a workbook, below a row with the names of the fields. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Whether a content type, with or without parameters, says this format. */
  boolean isOf(String contentType) {
    return contentType.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
  }

  /**
   * Reads the lines of a file.
   *
   * @param spool where a workbook lies while it is read
   * @throws vn.sen.chassis.domain.RuleViolation if the file cannot be taken
   */
  LineSource lines(InputStream in, SpooledFiles spool) throws IOException {
    return switch (this) {
      case NDJSON -> new TextLines(in, new JsonLines());
      case CSV -> new TextLines(in, new CsvLines());
      case XLSX -> XlsxLines.spooled(in, spool);
    };
  }

  static Optional<FileFormat> of(String contentType) {
    return List.of(values()).stream().filter(format -> format.isOf(contentType)).findFirst();
  }
}

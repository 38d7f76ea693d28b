package vn.sen.lending.statement;

import java.util.List;
import java.util.Optional;

/** How the lines of a statement are written. */
enum FileFormat {
  /** One JSON object a line. */
  NDJSON("application/x-ndjson"),
  /** Comma separated, below a line with the names of the fields. */
  CSV("text/csv");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Whether a content type, with or without parameters, says this format. */
  boolean isOf(String contentType) {
    return contentType.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
  }

  /** Reads the lines of a new file. */
  LineFormat lines() {
    return switch (this) {
      case NDJSON -> new JsonLines();
      case CSV -> new CsvLines();
    };
  }

  static Optional<FileFormat> of(String contentType) {
    return List.of(values()).stream().filter(format -> format.isOf(contentType)).findFirst();
  }
}

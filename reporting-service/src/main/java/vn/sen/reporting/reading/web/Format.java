package vn.sen.reporting.reading.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** What a report can be had as; each has a name for {@code format=} and a media type. */
public enum Format {
  JSON(MediaType.APPLICATION_JSON),
  CSV(new MediaType("text", "csv")),
  XLSX(new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
  PDF(MediaType.APPLICATION_PDF),
  EVENTS(MediaType.TEXT_EVENT_STREAM);

  private final MediaType mediaType;

  Format(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type. */
  public MediaType mediaType() {
    return mediaType;
  }

  /** The name, also at the end of a file's. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name, if there is one. */
  public static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(format -> format.extension().equals(name)).findFirst();
  }

  static Optional<Format> of(MediaType type) {
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equalsTypeAndSubtype(type))
        .findFirst();
  }
}

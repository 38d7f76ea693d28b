package vn.sen.reporting.province.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Takes the clock out of an Office file: what the libraries write of when it was made. */
final class OfficeFile {

  private static final Pattern MADE =
      Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</)");

  /** Zip files know no earlier time. */
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private OfficeFile() {}

  /**
   * The same file as if it had been made on a day.
   *
   * @throws IOException if it is no zip file
   */
  static byte[] madeOn(LocalDate day, byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream(file.length);
    // by its directory: sizes of streamed entries stand nowhere else
    try (var in = ZipFile.builder().setByteArray(file).get();
        var out = new ZipOutputStream(bytes)) {
      for (var entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        var same = new ZipEntry(entry.getName());
        same.setTimeLocal(FIRST);
        out.putNextEntry(same);
        out.write(madeOn(day, entry.getName(), in.getInputStream(entry).readAllBytes()));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] madeOn(LocalDate day, String name, byte[] part) throws IOException {
    if (name.endsWith(".xlsx")) {
      return madeOn(day, part);
    }
    if (!name.equals("docProps/core.xml")) {
      return part;
    }
    var text = new String(part, StandardCharsets.UTF_8);
    return MADE.matcher(text)
        .replaceAll("$1" + day + "T00:00:00Z$3")
        .getBytes(StandardCharsets.UTF_8);
  }
}

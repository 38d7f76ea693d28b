package vn.sen.chassis.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook before anything else reads it: a workbook is a ZIP archive, and an archive
 * of a few kilobytes can unpack to many gigabytes. The sizes that an archive states are not
 * believed; the bytes are counted.
 */
final class XlsxGuard {

  private static final int MAX_ENTRIES = 1_000;

  private XlsxGuard() {}

  /**
   * @param maxUnpackedBytes what all of it may unpack to
   * @throws SheetRefusals.WorkbookUnsafe for macros, and for what is no workbook
   * @throws SheetRefusals.FileTooLarge if it would unpack to more
   */
  static void check(Path file, long maxUnpackedBytes) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null
          || zip.size() > MAX_ENTRIES
          || zip.stream().anyMatch(XlsxGuard::isMacro)) {
        throw new SheetRefusals.WorkbookUnsafe();
      }
      long left = maxUnpackedBytes;
      for (var entry : Collections.list(zip.entries())) {
        try (var content = zip.getInputStream(entry)) {
          left -= count(content, left);
        }
        if (left < 0) {
          throw new SheetRefusals.FileTooLarge(maxUnpackedBytes >> 20);
        }
      }
    } catch (ZipException e) {
      throw new SheetRefusals.WorkbookUnsafe();
    }
  }

  private static boolean isMacro(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
  }

  /** How many bytes there are; stops where there are more than the limit. */
  private static long count(InputStream content, long limit) throws IOException {
    var buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      bytes += read;
      if (bytes > limit) {
        break;
      }
    }
    return bytes;
  }
}

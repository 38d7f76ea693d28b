package vn.sen.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The journal's files in a folder, in the order they were written. */
final class JournalFiles {
  private static final String PREFIX = "journal-";
  private static final int BUFFER = 1 << 20;

  private JournalFiles() {}

  static Path file(Path folder, long number) {
    return folder.resolve(String.format(Locale.ROOT, "%s%08d", PREFIX, number));
  }

  static List<Long> numbers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .map(name -> Long.parseLong(name.substring(PREFIX.length())))
          .sorted()
          .toList();
    }
  }

  /**
   * Tells every whole change of all files in order. The last file may end within a record: that one
   * was never acknowledged.
   *
   * @return how many changes there were
   * @throws IOException when a file before the last one is not whole
   */
  static long replay(Path folder, Consumer<JournalRecord> changes) throws IOException {
    List<Long> numbers = numbers(folder);
    long told = 0;
    for (long number : numbers) {
      Path file = file(folder, number);
      long whole = 0;
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
        for (JournalRecord change = JournalRecord.read(in);
            change != null;
            change = JournalRecord.read(in)) {
          changes.accept(change);
          whole += change.size();
          told++;
        }
      }
      if (whole < Files.size(file) && number != numbers.getLast()) {
        throw new IOException("The journal is damaged: " + file + " at byte " + whole);
      }
    }
    return told;
  }

  static void deleteBefore(Path folder, long number) throws IOException {
    for (long old : numbers(folder)) {
      if (old < number) {
        Files.delete(file(folder, old));
      }
    }
  }
}

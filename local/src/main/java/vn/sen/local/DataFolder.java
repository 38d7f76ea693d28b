package vn.sen.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of everything the platform keeps. One process holds it at a time; the operating system
 * lets it go when the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** What the platform makes; {@link #forget()} touches nothing else. */
  private enum Part {
    KAFKA,
    MONGODB,
    WORK,
    LOGS,
    SECRETS;

    Path in(Path folder) {
      return folder.resolve(name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes the folder, and makes it where there is none.
   *
   * @throws Refusal when it cannot be used or another process holds it
   */
  static DataFolder open(Path path) {
    FileChannel lock = null;
    try {
      Files.createDirectories(path);
      lock =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isOurs(lock)) {
        var holder = processIn(lock);
        lock.close();
        throw new Refusal(
            "Thư mục dữ liệu " + path + " đang được một Sen khác dùng" + holder + ".",
            "The data folder " + path + " is in use by another Sen" + holder + ".");
      }
      lock.truncate(0);
      lock.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      for (var part : Part.values()) {
        Files.createDirectories(part.in(path));
      }
      return new DataFolder(path, lock);
    } catch (IOException e) {
      throw unusable(path, lock, e);
    }
  }

  /** Of the broker. */
  Path kafka() {
    return Part.KAFKA.in(path);
  }

  /** Of the document store. */
  Path mongodb() {
    return Part.MONGODB.in(path);
  }

  /** Of what a service needs only while it runs. */
  Path work() {
    return Part.WORK.in(path);
  }

  /** Of what only this installation knows. */
  Path secrets() {
    return secretsIn(path);
  }

  /** The same for a process that does not hold the folder. */
  static Path secretsIn(Path folder) {
    return Part.SECRETS.in(folder);
  }

  Path logs() {
    return Part.LOGS.in(path);
  }

  /** From now on everything here counts as made up, until it is forgotten. */
  void markSimulated() throws IOException {
    if (!isSimulated()) {
      Files.createFile(simulated());
    }
  }

  /** Whether a demo has put its data here. */
  boolean isSimulated() {
    return Files.exists(simulated());
  }

  private Path simulated() {
    return work().resolve("simulated");
  }

  /** Deletes what the platform has made in it; a file of somebody else stays. */
  void forget() throws IOException {
    for (var part : Part.values()) {
      delete(part.in(path));
    }
  }

  /** Deletes what is there, whatever its owner thinks of it. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : files) {
      Files.delete(file);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static boolean isOurs(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String processIn(FileChannel lock) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    lock.read(bytes, 0);
    var pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "" : " (pid " + pid + ")";
  }

  private static Refusal unusable(Path path, @Nullable FileChannel lock, IOException cause) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
    var why = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new Refusal(
        "Không dùng được thư mục dữ liệu " + path + " (" + why + ").",
        "The data folder " + path + " cannot be used.",
        cause);
  }
}

package vn.sen.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents on disk: ordered maps in H2's MVStore, and a journal of what changed since they
 * were last saved. A change is acknowledged when it is in the journal, which costs one small write;
 * the maps are saved when the journal has grown, which costs a page for every document changed,
 * once instead of at every write.
 */
final class DocumentStore implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DocumentStore.class);

  static final long JOURNAL_LIMIT = 64L << 20;
  private static final int CACHE_MEGABYTES = 32;

  private final MVStore maps;
  private final @Nullable Path folder;
  private final ExecutorService saver =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("documents-save").factory());
  private final AtomicBoolean saving = new AtomicBoolean();
  private Journal journal = Journal.NONE;

  private DocumentStore(MVStore maps, @Nullable Path folder) {
    this.maps = maps;
    this.folder = folder;
  }

  static DocumentStore inMemory() {
    return new DocumentStore(MVStore.open(null), null);
  }

  /**
   * Opens the documents of a folder and brings them to the state last acknowledged.
   *
   * @param journalLimit bytes of changes after which the maps are saved
   * @throws IllegalStateException when another process has them open
   */
  static DocumentStore open(Path folder, long journalLimit) {
    try {
      Files.createDirectories(folder);
      DocumentStore store = new DocumentStore(openMaps(folder), folder);
      store.recover(folder, journalLimit);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of the document store: " + folder, e);
    }
  }

  static MVMap<Key, byte[]> openMap(MVStore maps, String name) {
    return maps.openMap(
        name,
        new MVMap.Builder<Key, byte[]>().keyType(Key.TYPE).valueType(ByteArrayDataType.INSTANCE));
  }

  MVStore maps() {
    return maps;
  }

  Journal journal() {
    return journal;
  }

  private static MVStore openMaps(Path folder) {
    Path file = folder.resolve("documents.mv");
    try {
      MVStore maps =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .cacheSize(CACHE_MEGABYTES)
              .open();
      maps.setVersionsToKeep(0);
      return maps;
    } catch (MVStoreException e) {
      throw new IllegalStateException(
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? "The document store is open in another process: " + file
              : "The document store cannot be opened: " + file,
          e);
    }
  }

  private void recover(Path from, long journalLimit) throws IOException {
    long changes = JournalFiles.replay(from, this::apply);
    List<Long> former = JournalFiles.numbers(from);
    if (changes > 0) {
      log.info("{} changes taken over from the journal", changes);
      maps.commit();
      maps.sync();
    }
    long number = former.isEmpty() ? 1 : former.getLast() + 1;
    JournalFiles.deleteBefore(from, number);
    journal = new FileJournal(from, number, journalLimit, this::saveSoon);
  }

  private void apply(JournalRecord change) {
    switch (change) {
      case JournalRecord.Put put -> openMap(maps, put.map()).put(put.key(), put.document());
      case JournalRecord.Remove remove -> openMap(maps, remove.map()).remove(remove.key());
      case JournalRecord.Drop drop -> maps.removeMap(drop.map());
    }
  }

  private void saveSoon() {
    if (saving.compareAndSet(false, true)) {
      saver.execute(
          () -> {
            try {
              save();
            } catch (IOException | RuntimeException e) {
              log.error("The documents could not be saved; the journal goes on growing", e);
            } finally {
              saving.set(false);
            }
          });
    }
  }

  /** Saves the maps and forgets the journal up to here. */
  private void save() throws IOException {
    if (folder != null && journal instanceof FileJournal file) {
      long first = file.startNewFile();
      maps.commit();
      maps.sync();
      JournalFiles.deleteBefore(folder, first);
    }
  }

  @Override
  public void close() {
    saver.close();
    try {
      journal.awaitWritten();
      save();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save the documents", e);
    } finally {
      journal.close();
      maps.close();
    }
  }
}

package vn.sen.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal in numbered files. What waits is written in one go by the first thread that needs it,
 * while the next changes gather; so many writers share one write.
 *
 * <p>Being in the file means: kept when the process is killed. It does not mean kept when the power
 * fails, except for what a checkpoint has forced to disk.
 */
final class FileJournal implements Journal {
  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int KEPT_CAPACITY = 4 << 20;

  private final Path folder;
  private final long limit;
  private final Runnable onLimit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition writeEnded = lock.newCondition();

  private ByteBuf waiting = Unpooled.buffer();
  private ByteBuf spare = Unpooled.buffer();
  private long handedOver;
  private long written;
  private boolean writing;
  private long number;
  private RandomAccessFile file;

  /**
   * Starts a new file.
   *
   * @param limit bytes in one file after which {@code onLimit} is called, possibly more than once
   * @param onLimit must not block
   */
  FileJournal(Path folder, long number, long limit, Runnable onLimit) throws IOException {
    this.folder = folder;
    this.number = number;
    this.limit = limit;
    this.onLimit = onLimit;
    this.file = open(number);
  }

  @Override
  public void put(String map, Key key, byte[] document) {
    append(new JournalRecord.Put(map, key, document));
  }

  @Override
  public void remove(String map, Key key) {
    append(new JournalRecord.Remove(map, key));
  }

  @Override
  public void drop(String map) {
    append(new JournalRecord.Drop(map));
  }

  private void append(JournalRecord change) {
    lock.lock();
    try {
      change.writeTo(waiting);
      handedOver++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitWritten() {
    lock.lock();
    try {
      long needed = handedOver;
      while (written < needed) {
        if (writing) {
          writeEnded.awaitUninterruptibly();
        } else {
          writeWaiting();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock, which it gives back while it writes. */
  private void writeWaiting() {
    ByteBuf batch = waiting;
    long upTo = handedOver;
    waiting = spare;
    writing = true;
    IOException failure = null;
    boolean full = false;
    lock.unlock();
    try {
      full = write(batch);
    } catch (IOException e) {
      failure = e;
    } finally {
      lock.lock();
      writing = false;
      writeEnded.signalAll();
    }
    if (failure == null) {
      written = upTo;
      spare = batch.capacity() > KEPT_CAPACITY ? Unpooled.buffer() : batch.clear();
      if (full) {
        onLimit.run();
      }
    } else {
      waiting = Unpooled.buffer().writeBytes(batch).writeBytes(waiting);
      spare = Unpooled.buffer();
      throw new MongoServerError(
          OUT_OF_DISK_SPACE, "OutOfDiskSpace", "Cannot write the journal: " + failure, failure);
    }
  }

  private boolean write(ByteBuf batch) throws IOException {
    long end = file.getFilePointer();
    try {
      file.write(batch.array(), batch.arrayOffset(), batch.readableBytes());
      return file.getFilePointer() >= limit;
    } catch (IOException e) {
      // Half a record must not stand before the next ones.
      file.setLength(end);
      file.seek(end);
      throw e;
    }
  }

  /**
   * Begins a new file. All that the former files tell was made in memory before this returns.
   *
   * @return the number of the new file
   */
  long startNewFile() throws IOException {
    lock.lock();
    try {
      while (writing) {
        writeEnded.awaitUninterruptibly();
      }
      RandomAccessFile former = file;
      file = open(number + 1);
      number++;
      former.close();
      return number;
    } finally {
      lock.unlock();
    }
  }

  private RandomAccessFile open(long fileNumber) throws IOException {
    RandomAccessFile opened =
        new RandomAccessFile(JournalFiles.file(folder, fileNumber).toFile(), "rw");
    opened.setLength(0);
    return opened;
  }

  /** Writes what waits; nothing may be handed over afterwards. */
  @Override
  public void close() {
    awaitWritten();
    lock.lock();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the journal", e);
    } finally {
      lock.unlock();
    }
  }
}

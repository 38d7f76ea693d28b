package vn.sen.membership.memberimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.privacy.BodyDigest;
import vn.sen.chassis.sheet.SheetRefusals;
import vn.sen.chassis.sheet.SpooledFiles;

/**
 * Takes in a file: to the disk first, then row by row into the database. A file that is refused
 * leaves nothing behind.
 */
@Component
class ImportUpload {

  static final int CHUNK_ROWS = 1_000;

  static final long MAX_BYTES = 64L << 20;

  private final ImportStore store;
  private final SpooledFiles files;
  private final BodyDigest digests;
  private final Scope scope;

  ImportUpload(ImportStore store, SpooledFiles spooledImports, BodyDigest digests, Scope scope) {
    this.store = store;
    this.files = spooledImports;
    this.digests = digests;
    this.scope = scope;
  }

  /**
   * Receives a file under the command's id. Sent again under the same idempotency key, the file is
   * recognised.
   *
   * @return the import's id
   * @throws KeyReused if the key was used for another file
   */
  UUID receive(InputStream body, RowReader reader, String name, CommandContext by)
      throws IOException {
    var file = files.create();
    try {
      var digest = spool(body, file);
      var id = by.newId();
      if (!isKnown(id, digest)) {
        take(id, file, reader, name, by, digest);
      }
      return id;
    } finally {
      Files.delete(file);
    }
  }

  private boolean isKnown(UUID id, String digest) {
    var known = store.digest(id);
    if (known.isPresent() && !known.get().equals(digest)) {
      throw new KeyReused();
    }
    return known.isPresent();
  }

  private void take(
      UUID id, Path file, RowReader reader, String name, CommandContext by, String digest)
      throws IOException {
    var attempt = UUID.randomUUID();
    if (!store.receive(id, attempt, name, by.actor(), scope.reach(by.sender()))) {
      requireKnown(id, digest);
      return;
    }
    boolean taken = false;
    try {
      var chunks = new Chunks(id, attempt);
      reader.read(file, RowReader.OF_MEMBERS, chunks::add);
      chunks.flush();
      if (chunks.rows == 0) {
        throw new SheetRefusals.FileEmpty();
      }
      taken = store.received(id, attempt, chunks.rows, chunks.count, digest);
    } finally {
      if (!taken) {
        store.discard(id, attempt);
      }
    }
    if (!taken) {
      requireKnown(id, digest);
    }
  }

  /** Another attempt under the same key was faster; while it lasts, this one has no answer. */
  private void requireKnown(UUID id, String digest) {
    if (!isKnown(id, digest)) {
      throw new FileRefusals.FileBeingReceived();
    }
  }

  private String spool(InputStream body, Path file) throws IOException {
    var sha256 = sha256();
    long size = 0;
    var buffer = new byte[64 * 1024];
    try (var digesting = new DigestInputStream(body, sha256);
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = digesting.read(buffer); read >= 0; read = digesting.read(buffer)) {
        size += read;
        if (size > MAX_BYTES) {
          throw new SheetRefusals.FileTooLarge(MAX_BYTES >> 20);
        }
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw new SheetRefusals.FileEmpty();
    }
    return digests.ofSha256(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("Every JDK has SHA-256", e));
    }
  }

  /** Collects rows and writes them away in chunks. */
  private final class Chunks {
    private final UUID id;
    private final UUID attempt;
    private final List<RawRow> pending = new ArrayList<>(CHUNK_ROWS);
    private long rows;
    private int count;

    Chunks(UUID id, UUID attempt) {
      this.id = id;
      this.attempt = attempt;
    }

    void add(RawRow row) {
      if (++rows > RowReader.MAX_ROWS) {
        throw new FileRefusals.TooManyRows();
      }
      pending.add(row);
      if (pending.size() == CHUNK_ROWS) {
        flush();
      }
    }

    void flush() {
      if (!pending.isEmpty()) {
        store.addChunk(id, attempt, count++, pending);
        pending.clear();
      }
    }
  }
}

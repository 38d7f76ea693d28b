package vn.sen.lending.statement;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.sheet.SpooledFiles;
import vn.sen.lending.statement.StatementChunks.Chunk;
import vn.sen.lending.statement.StatementChunks.Named;
import vn.sen.lending.statement.StatementChunks.Refused;

/**
 * Takes in the lines of an announced statement as they come. A file that is refused, or breaks off,
 * leaves nothing behind.
 */
@Component
class StatementUpload {

  static final int CHUNK_LINES = 1_000;
  static final long MAX_LINES = 1_000_000;

  /** Of the file as it is sent, and unpacked. */
  private static final long MAX_BYTES = 512L << 20;

  private static final long MAX_UNPACKED_BYTES = 1L << 30;

  /** As the gateway lets pass; a workbook is spooled to the disk. */
  private static final long MAX_WORKBOOK_BYTES = 64L << 20;

  /** Each needs some tens of megabytes for a million lines. */
  private static final int AT_ONCE = 4;

  private final StatementFiles files;
  private final StatementChunks chunks;
  private final StatementLoans loans;
  private final SpooledFiles spool;
  private final Semaphore places = new Semaphore(AT_ONCE);

  StatementUpload(
      StatementFiles files,
      StatementChunks chunks,
      StatementLoans loans,
      SpooledFiles spooledStatements) {
    this.files = files;
    this.chunks = chunks;
    this.loans = loans;
    this.spool = spooledStatements;
  }

  /**
   * Receives the lines. Sent again, the same file is recognised.
   *
   * @param packed whether the bytes are packed by gzip
   * @throws FileRefusals.DigestDiffers if it is another file than announced
   * @throws vn.sen.chassis.domain.RuleViolation whatever else is wrong with it as a whole
   */
  void receive(StatementFile file, InputStream body, boolean packed) throws IOException {
    if (!places.tryAcquire()) {
      throw new StatementRefusals.TooManyUploads();
    }
    try {
      var sent = new DigestInputStream(new Bounded(body, mostBytes(file)), sha256());
      var attempt = UUID.randomUUID();
      if (files.receive(file.id(), attempt)) {
        take(file, attempt, sent, packed);
      } else {
        requireAnnounced(file, sent);
        requireReceived(file.id());
      }
    } finally {
      places.release();
    }
  }

  private static long mostBytes(StatementFile file) {
    return file.announcement().format() == FileFormat.XLSX ? MAX_WORKBOOK_BYTES : MAX_BYTES;
  }

  private void take(StatementFile file, UUID attempt, DigestInputStream sent, boolean packed)
      throws IOException {
    boolean taken = false;
    try (var parts = new Parts(file, attempt)) {
      read(file, sent, packed, parts);
      requireAnnounced(file, sent);
      parts.tally.requireTotals(file.announcement().totals());
      parts.finish();
      taken = files.received(file, attempt, parts.tally.lines(), parts.count);
    } catch (RuleViolation refusal) {
      // a client that is still sending would not see the answer
      sent.transferTo(OutputStream.nullOutputStream());
      throw refusal;
    } finally {
      if (!taken) {
        files.discard(file.id(), attempt);
      }
    }
    if (!taken) {
      requireReceived(file.id());
    }
  }

  private void read(StatementFile file, InputStream sent, boolean packed, Parts parts)
      throws IOException {
    try {
      var announced = file.announcement();
      long most = announced.format() == FileFormat.XLSX ? MAX_WORKBOOK_BYTES : MAX_UNPACKED_BYTES;
      var plain = packed ? new Bounded(new GZIPInputStream(sent), most) : sent;
      try (var source = announced.format().lines(plain, spool)) {
        var reader = new LineReader(source, announced.asOf(), loans::borrower);
        for (var line = reader.next(); line != null; line = reader.next()) {
          parts.add(line);
        }
      }
    } catch (ZipException | EOFException e) {
      throw new FileRefusals.FileNotGzip();
    }
  }

  private static void requireAnnounced(StatementFile file, DigestInputStream sent)
      throws IOException {
    sent.transferTo(OutputStream.nullOutputStream());
    var digest = HexFormat.of().formatHex(sent.getMessageDigest().digest());
    if (!digest.equals(file.announcement().sha256())) {
      throw new FileRefusals.DigestDiffers();
    }
  }

  /** Another attempt was faster; while it lasts, this one has no answer. */
  private void requireReceived(UUID id) {
    var state = files.find(id).map(StatementFile::state).orElse(StatementState.ANNOUNCED);
    if (state == StatementState.ANNOUNCED) {
      throw new StatementRefusals.LinesBeingReceived();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Collects lines and writes them away in parts, one while the next is read. */
  private final class Parts implements AutoCloseable {
    private final StatementFile file;
    private final UUID attempt;
    private final LineTally tally = new LineTally();
    private final List<Named> good = new ArrayList<>(CHUNK_LINES);
    private final List<Refused> refused = new ArrayList<>();
    private final WorkAhead<Integer> writing = new WorkAhead<>();
    private int count;

    Parts(StatementFile file, UUID attempt) {
      this.file = file;
      this.attempt = attempt;
    }

    void add(ReadLine line) {
      if (tally.lines() == MAX_LINES) {
        throw new FileRefusals.TooManyLines(MAX_LINES);
      }
      var borrower = line.borrower();
      tally.count(line, borrower == null ? null : loans.household(borrower));
      var number = line.loan();
      var loan = number == null ? null : loans.loan(file.bankId(), number);
      int first = loan == null ? 0 : tally.firstLineOf(loan, line.number());
      switch (line) {
        case ReadLine.Bad bad -> refused.add(new Refused(bad.refusal(), first > 0 ? null : loan));
        case ReadLine.Good(var read) -> {
          if (loan == null) {
            throw new IllegalStateException("A line that can be understood names its loan");
          } else if (first > 0) {
            refused.add(new Refused(twice(line.number(), first), null));
          } else {
            good.add(new Named(read, loan));
          }
        }
      }
      if (good.size() + refused.size() == CHUNK_LINES) {
        flush();
      }
    }

    private static LineRefusal twice(long line, int first) {
      return new LineRefusal(
          line, Field.LOAN.label(), "loan-stands-there-twice", List.of(Integer.toString(first)));
    }

    private void flush() {
      requireWritten();
      int number = count++;
      var chunk = new Chunk(good, refused);
      writing.begin(Executors.callable(() -> chunks.add(attempt, number, chunk), number));
      good.clear();
      refused.clear();
    }

    /** Never more than one is on its way: each upload may hold a few parts in memory, no more. */
    private void requireWritten() {
      if (writing.size() > 0) {
        writing.next();
      }
    }

    void finish() {
      if (!good.isEmpty() || !refused.isEmpty()) {
        flush();
      }
      requireWritten();
    }

    /** Waits: what is discarded afterwards must not be written later. */
    @Override
    public void close() {
      writing.close();
    }
  }

  /** Ends with a refusal where more comes than is allowed. */
  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long bytes;

    Bounded(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > most) {
        throw new FileRefusals.StatementTooLarge(most >> 20);
      }
    }
  }
}

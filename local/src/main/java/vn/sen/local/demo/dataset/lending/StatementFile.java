package vn.sen.local.demo.dataset.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as the file that the partner API takes, made piece by piece so that it never stands
 * whole in memory: NDJSON is compressed, CSV is plain.
 */
public final class StatementFile implements Iterable<byte[]> {

  public static final int LINES_PER_PIECE = 1_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Bank.Format format;
  private final List<StatementLine> lines;

  public StatementFile(Bank.Format format, List<StatementLine> lines) {
    this.format = format;
    this.lines = lines;
  }

  /** A line of NDJSON. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String loan,
      String customer,
      String identity,
      String name,
      String programme,
      String unit,
      @Nullable String group,
      long principal,
      LocalDate disbursedOn,
      LocalDate dueOn,
      BigDecimal ratePercent,
      long inTerm,
      long overdue,
      long frozen,
      long interestArrears) {}

  /** The whole file's length and digest, found by making it once. */
  public record Description(long length, String sha256) {}

  /** How many lines it has. */
  public int lines() {
    return lines.size();
  }

  public Description description() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var length = 0L;
      for (var piece : this) {
        digest.update(piece);
        length += piece.length;
      }
      return new Description(length, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Iterator<byte[]> iterator() {
    return new Pieces();
  }

  private final class Pieces implements Iterator<byte[]> {
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final OutputStream out;
    private int next;
    private boolean ended;

    Pieces() {
      try {
        out = format == Bank.Format.NDJSON ? new GZIPOutputStream(made) : made;
        if (format == Bank.Format.CSV) {
          out.write(header());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public byte[] next() {
      if (ended) {
        throw new NoSuchElementException();
      }
      try {
        var end = Math.min(lines.size(), next + LINES_PER_PIECE);
        for (; next < end; next++) {
          out.write(bytes(lines.get(next)));
        }
        if (next == lines.size()) {
          out.close();
          ended = true;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      var piece = made.toByteArray();
      made.reset();
      return piece;
    }
  }

  private byte[] bytes(StatementLine line) {
    if (format == Bank.Format.CSV) {
      return csv(
          line.loan(),
          line.customer(),
          line.identity(),
          line.name(),
          line.programme(),
          line.unit(),
          line.group() == null ? "" : line.group(),
          Long.toString(line.principal()),
          line.disbursedOn().toString(),
          line.dueOn().toString(),
          line.ratePercent().toPlainString(),
          Long.toString(line.balance().inTerm()),
          Long.toString(line.balance().overdue()),
          Long.toString(line.balance().frozen()),
          Long.toString(line.balance().interestArrears()));
    }
    return (JSON.writeValueAsString(json(line)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Line json(StatementLine line) {
    return new Line(
        line.loan(),
        line.customer(),
        line.identity(),
        line.name(),
        line.programme(),
        line.unit(),
        line.group(),
        line.principal(),
        line.disbursedOn(),
        line.dueOn(),
        line.ratePercent(),
        line.balance().inTerm(),
        line.balance().overdue(),
        line.balance().frozen(),
        line.balance().interestArrears());
  }

  private static byte[] header() {
    return csv(
        "loan",
        "customer",
        "identity",
        "name",
        "programme",
        "unit",
        "group",
        "principal",
        "disbursedOn",
        "dueOn",
        "ratePercent",
        "inTerm",
        "overdue",
        "frozen",
        "interestArrears");
  }

  private static byte[] csv(String... fields) {
    var text = new StringWriter();
    CsvWriter.builder().bufferSize(0).build(text).writeRecord(fields);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}

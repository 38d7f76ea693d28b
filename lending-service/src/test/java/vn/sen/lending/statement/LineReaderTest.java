package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.lending.statement.FileFormat.CSV;
import static vn.sen.lending.statement.FileFormat.NDJSON;
import static vn.sen.lending.statement.LineMother.HEADING;
import static vn.sen.lending.statement.LineMother.csv;
import static vn.sen.lending.statement.LineMother.json;
import static vn.sen.lending.statement.LineMother.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.ReadLine.Bad;
import vn.sen.lending.statement.ReadLine.Good;

class LineReaderTest {

  private static final String IDENTITY = "054180012345";

  @Test
  void aLineOfJsonIsUnderstood() {
    // when
    var lines = read(NDJSON, json("L-1", IDENTITY, 30_000_000) + "\n");
    // then
    assertThat(lines)
        .containsExactly(
            new Good(
                new StatementLine(
                    1,
                    "L-1",
                    "C-1",
                    "hash of " + IDENTITY,
                    "Nguyễn Thị Mô Phỏng",
                    "HN",
                    "22015",
                    "T-01",
                    null,
                    50_000_000,
                    LocalDate.of(2022, 5, 20),
                    LocalDate.of(2025, 5, 20),
                    660,
                    new Balances(30_000_000, 0, 0, 120_000))));
  }

  @Test
  void aLineOfCsvIsUnderstoodWhateverTheOrderOfItsColumns() {
    // when
    var lines = read(CSV, "\uFEFF" + HEADING + "\r\n\r\n" + csv("L-1", IDENTITY, 5) + "\r\n");
    // then
    var line = ((Good) lines.getFirst()).line();
    assertThat(line.number()).isEqualTo(3);
    assertThat(line.name()).isEqualTo("Nguyễn, Thị \"Mô Phỏng\"");
    assertThat(line.group()).isNull();
    assertThat(line.rateBasisPoints()).isEqualTo(660);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"loan\":\"L-1\"             | \"loan\":\"\"                | loan        | value-missing",
        "\"loan\":\"L-1\"             | \"loan\":17                | loan        |"
            + " value-unreadable",
        "\"loan\":\"L-1\",            | ``                         | loan        | value-missing",
        "\"identity\":\"054180012345\" | \"identity\":\"05418001234\" | identity    |"
            + " value-unreadable",
        "\"programme\":\"HN\"         | \"programme\":null         | programme   | value-missing",
        "\"principal\":50000000      | \"principal\":5.5          | principal   | value-unreadable",
        "\"principal\":50000000      | \"principal\":1000000000001 | principal  |"
            + " amount-out-of-range",
        "\"inTerm\":5                | \"inTerm\":-5              | inTerm      | value-unreadable",
        "\"inTerm\":5                | \"inTerm\":99999999999999999999 | inTerm | value-unreadable",
        "\"ratePercent\":6.6         | \"ratePercent\":6.605      | ratePercent | value-unreadable",
        "\"dueOn\":\"2025-05-20\"     | \"dueOn\":\"2025-02-30\"     | dueOn       |"
            + " date-unreadable",
        "\"dueOn\":\"2025-05-20\"     | \"dueOn\":\"2022-05-19\"     | dueOn       |"
            + " due-before-disbursed",
        "\"disbursedOn\":\"2022-05-20\" | \"disbursedOn\":\"2023-10-31\" | disbursedOn |"
            + " disbursed-behind-the-statement",
        "\"overdue\":0               | \"overdue\":0,\"x\":1        | ``          |"
            + " field-not-of-a-line",
        "\"overdue\":0               | \"overdue\":0,\"overdue\":0  | ``          |"
            + " line-unreadable",
        "\"overdue\":0               | \"overdue\":[0]            | overdue     | value-unreadable",
        "}                          | }}                         | ``          | line-unreadable",
        "}                          | ``                         | ``          | line-unreadable",
        "{                          | [{                         | ``          | line-unreadable"
      })
  void aLineThatIsWrongIsRefusedByItsFieldAndTheNextOneIsTaken(
      String right, String wrong, String field, String rule) {
    // given
    var line = json("L-1", IDENTITY, 5);
    assertThat(line).contains(right);
    // when
    var lines = read(NDJSON, line.replace(right, wrong) + "\n" + json("L-2", IDENTITY, 5));
    // then
    assertThat(lines).hasSize(2).last().isInstanceOf(Good.class);
    assertThat(((Bad) lines.getFirst()).refusal()).isEqualTo(new LineRefusal(1, field, rule));
  }

  @Test
  void aRefusedLineCountsAsFarAsItCanBeRead() {
    // when
    var lines = read(NDJSON, json("L-1", IDENTITY, 5).replace("\"HN\"", "\"\""));
    // then
    assertThat(lines)
        .containsExactly(
            new Bad(
                new LineRefusal(1, "programme", "value-missing"),
                "L-1",
                "hash of " + IDENTITY,
                5L));
  }

  @Test
  void aLineTooLongIsRefusedAndNeverHeld() {
    // given a line of 10 MB that nobody could hold at once
    var line = json("L-1", IDENTITY, 5).getBytes(UTF_8);
    var lines =
        new FileLines(new Zeros(10 << 20, ("\n" + json("L-2", IDENTITY, 5)).getBytes(UTF_8)));
    assertThat(line).hasSizeLessThan(FileLines.MAX_LINE_BYTES);
    // then
    assertThat(next(lines)).isEqualTo(new FileLines.Line(1, null));
    assertThat(next(lines)).isEqualTo(new FileLines.Line(2, json("L-2", IDENTITY, 5)));
    assertThat(next(lines)).isNull();
  }

  private static FileLines.@Nullable Line next(FileLines lines) {
    try {
      return lines.next();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"windows-1258, 2", "UTF-16LE, 1", "UTF-16, 1"})
  void anotherEncodingIsRefusedNamingTheLine(String charset, int line) {
    // given a first line that is the same in most of them
    var file = json("L-1", IDENTITY, 5).replace("Nguyễn Thị Mô Phỏng", "Nguyen");
    var bytes = (file + "\n" + json("L-2", IDENTITY, 5)).getBytes(Charset.forName(charset));
    // then
    assertThatThrownBy(() -> read(NDJSON, bytes))
        .isInstanceOfSatisfying(
            FileRefusals.LineNotUtf8.class,
            e -> assertThat(e.arguments()).containsExactly((long) line));
  }

  @ParameterizedTest
  @CsvSource({
    "loan, lone, column-unknown",
    "customer, loan, column-twice",
    "overdue, '', column-missing"
  })
  void aHeadingThatIsNoneIsRefused(String column, String other, String rule) {
    var heading =
        other.isEmpty() ? HEADING.replace("," + column, "") : HEADING.replace(column, other);
    assertThatThrownBy(() -> read(CSV, heading + "\n")).hasMessage(rule);
  }

  @Test
  void aQuoteThatNobodyClosesCostsItsOwnLineOnly() {
    // when
    var file =
        HEADING
            + "\n\""
            + csv("L-1", IDENTITY, 5)
            + "\n"
            + csv("L-2", IDENTITY, 5)
            + ",x\n"
            + csv("L-3", IDENTITY, 5);
    var lines = read(CSV, file);
    // then
    assertThat(lines).hasSize(3);
    assertThat(((Bad) lines.get(0)).refusal()).isEqualTo(new LineRefusal(2, "", "line-unreadable"));
    assertThat(((Bad) lines.get(1)).refusal()).isEqualTo(new LineRefusal(3, "", "line-unreadable"));
    assertThat(lines.getLast().loan()).isEqualTo("L-3");
  }

  @Test
  void nothingPersonalReachesALog() {
    var file = json("L-1", IDENTITY, 5) + "\n" + json("L-1", IDENTITY, 5).replace("\"HN\"", "\"\"");
    assertThat(read(NDJSON, file).toString())
        .doesNotContain("L-1", IDENTITY, "Nguyễn", "C-1", "hash of");
  }

  /** A long line and what comes behind it. */
  private static final class Zeros extends InputStream {
    private final byte[] tail;
    private long left;
    private int next;

    Zeros(long bytes, byte[] tail) {
      this.left = bytes;
      this.tail = tail;
    }

    @Override
    public int read() {
      if (left > 0) {
        left--;
        return '0';
      }
      return next == tail.length ? -1 : tail[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left > 0) {
        int some = (int) Math.min(left, length);
        Arrays.fill(target, offset, offset + some, StandardCharsets.US_ASCII.encode("0").get());
        left -= some;
        return some;
      }
      int read = read();
      if (read < 0) {
        return -1;
      }
      target[offset] = (byte) read;
      return 1;
    }
  }
}

package vn.sen.lending.statement;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.statement.LineFormat.LineUnreadable;

/** Reads a statement's lines one after the other and checks each by itself. */
final class LineReader {

  /** 1,000 billion đồng: no loan is larger, and a million of them still add up in 64 bits. */
  private static final long MAX_AMOUNT = 1_000_000_000_000L;

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}");
  private static final Pattern IDENTITY = Pattern.compile("\\d{12}|\\d{9}");
  private static final Pattern RATE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2}0*)?");
  private static final Pattern CODE = Pattern.compile("\\P{Cntrl}{1,40}");
  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

  private final LineSource source;
  private final LocalDate asOf;
  private final UnaryOperator<String> borrowerHash;

  /**
   * @param asOf the statement's day
   * @param borrowerHash stands for an identity number
   */
  LineReader(LineSource source, LocalDate asOf, UnaryOperator<String> borrowerHash) {
    this.source = source;
    this.asOf = asOf;
    this.borrowerHash = borrowerHash;
  }

  /**
   * The next line that is neither empty nor the heading; null behind the last one.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if the whole file cannot be taken
   */
  @Nullable ReadLine next() throws IOException {
    return switch (source.next()) {
      case null -> null;
      case LineSource.Unreadable(var number, var field, var rule) ->
          new ReadLine.Bad(new LineRefusal(number, field, rule), null, null, null);
      case LineSource.Fields line -> new Parsed(line).read();
    };
  }

  /** One line: what control totals count is read first, as far as it can be. */
  private final class Parsed {
    private final long number;
    private final Map<Field, String> texts;
    private final Map<Field, String> faults;

    Parsed(LineSource.Fields line) {
      this.number = line.number();
      this.texts = line.texts();
      this.faults = line.faults();
    }

    ReadLine read() {
      try {
        return new ReadLine.Good(line());
      } catch (LineUnreadable e) {
        return new ReadLine.Bad(
            new LineRefusal(number, e.field(), e.rule()),
            orNull(() -> code(Field.LOAN)),
            orNull(this::borrower),
            orNull(() -> owed().outstanding()));
      }
    }

    private StatementLine line() throws LineUnreadable {
      var disbursedOn = date(Field.DISBURSED_ON);
      var dueOn = date(Field.DUE_ON);
      if (disbursedOn.isAfter(asOf)) {
        throw new LineUnreadable(Field.DISBURSED_ON.label(), "disbursed-behind-the-statement");
      }
      if (dueOn.isBefore(disbursedOn)) {
        throw new LineUnreadable(Field.DUE_ON.label(), "due-before-disbursed");
      }
      return new StatementLine(
          number,
          code(Field.LOAN),
          optional(Field.CUSTOMER, CODE),
          borrower(),
          optional(Field.NAME, NAME),
          code(Field.PROGRAMME),
          code(Field.UNIT),
          optional(Field.GROUP, CODE),
          optional(Field.POINT, CODE),
          amount(Field.PRINCIPAL),
          disbursedOn,
          dueOn,
          rate(),
          owed());
    }

    private Balances owed() throws LineUnreadable {
      return new Balances(
          amount(Field.IN_TERM),
          amount(Field.OVERDUE),
          amount(Field.FROZEN),
          amount(Field.INTEREST_ARREARS));
    }

    private String borrower() throws LineUnreadable {
      return borrowerHash.apply(
          matching(Field.IDENTITY, required(Field.IDENTITY).replace(" ", ""), IDENTITY));
    }

    private String code(Field field) throws LineUnreadable {
      return matching(field, required(field), CODE);
    }

    private @Nullable String optional(Field field, Pattern pattern) throws LineUnreadable {
      var text = text(field);
      return text == null || text.isBlank() ? null : matching(field, plain(text), pattern);
    }

    private long amount(Field field) throws LineUnreadable {
      var text = matching(field, required(field), AMOUNT);
      long amount = Long.parseLong(text);
      if (amount > MAX_AMOUNT) {
        throw new LineUnreadable(field.label(), "amount-out-of-range");
      }
      return amount;
    }

    private int rate() throws LineUnreadable {
      var text = matching(Field.RATE_PERCENT, required(Field.RATE_PERCENT), RATE);
      return new BigDecimal(text).movePointRight(2).intValueExact();
    }

    private LocalDate date(Field field) throws LineUnreadable {
      try {
        return DateOutOfRange.checked(field.label(), LocalDate.parse(required(field)));
      } catch (DateTimeParseException | DateOutOfRange e) {
        throw new LineUnreadable(field.label(), "date-unreadable");
      }
    }

    private String required(Field field) throws LineUnreadable {
      var text = text(field);
      if (text == null || text.isBlank()) {
        throw new LineUnreadable(field.label(), "value-missing");
      }
      return plain(text);
    }

    private @Nullable String text(Field field) throws LineUnreadable {
      var fault = faults.get(field);
      if (fault != null) {
        throw new LineUnreadable(field.label(), fault);
      }
      return texts.get(field);
    }

    private static String matching(Field field, String text, Pattern pattern)
        throws LineUnreadable {
      if (!pattern.matcher(text).matches()) {
        throw new LineUnreadable(field.label(), "value-unreadable");
      }
      return text;
    }

    private static String plain(String text) {
      return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
  }

  private interface Reading<T> {
    T read() throws LineUnreadable;
  }

  private static <T> @Nullable T orNull(Reading<T> reading) {
    try {
      return reading.read();
    } catch (LineUnreadable e) {
      return null;
    }
  }
}

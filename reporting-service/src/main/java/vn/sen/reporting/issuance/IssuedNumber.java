package vn.sen.reporting.issuance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an issued report: {@code 54/2026/BC-HPN/0001}. Numbers of one unit and year run
 * from 1 without a gap.
 *
 * @param unit the code of the unit the report is about
 * @param year in which it was issued, in the province
 * @param serial from 1
 */
public record IssuedNumber(String unit, int year, int serial) {

  /** Báo cáo, Hội Phụ nữ: a report of the Women's Union. */
  private static final String KIND = "BC-HPN";

  private static final Pattern TEXT =
      Pattern.compile("([^/\\s]{1,40})/(\\d{4})/" + KIND + "/(\\d{4,9})");

  public IssuedNumber {
    if (serial < 1) {
      throw new IllegalArgumentException("Numbers begin with 1");
    }
  }

  /** Reads a number as it stands on a report; empty if it is none. */
  public static Optional<IssuedNumber> parse(String text) {
    var read = TEXT.matcher(text.strip());
    return read.matches() && Integer.parseInt(read.group(3)) > 0
        ? Optional.of(
            new IssuedNumber(
                read.group(1), Integer.parseInt(read.group(2)), Integer.parseInt(read.group(3))))
        : Optional.empty();
  }

  @JsonCreator
  static IssuedNumber of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("No number of a report"));
  }

  /** What is counted by itself: the unit and the year. */
  public String series() {
    return unit + "/" + year;
  }

  @JsonValue
  @Override
  public String toString() {
    return "%s/%d/%s/%04d".formatted(unit, year, KIND, serial);
  }
}

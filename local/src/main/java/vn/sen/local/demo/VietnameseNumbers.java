package vn.sen.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as Vietnamese readers write them: 161.102, 72,6 %, 31/12/2023. */
final class VietnameseNumbers {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private VietnameseNumbers() {}

  static String whole(long number) {
    return format("#,##0", BigDecimal.valueOf(number));
  }

  /** With its sign, also a plus; zero has none. */
  static String signed(long number) {
    return (number > 0 ? "+" : "") + whole(number);
  }

  /** Rounded half up, without zeros at the end of its decimals; a dash where there is none. */
  static String number(@Nullable BigDecimal number, int decimals) {
    return number == null
        ? "–"
        : format(
            decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals),
            number.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** The same with its sign, also a plus; zero has none. */
  static String signed(BigDecimal number, int decimals) {
    var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : "") + number(rounded, decimals);
  }

  /** One decimal, rounded half up. */
  static String percent(BigDecimal percent) {
    return format("#,##0.0", percent.setScale(1, RoundingMode.HALF_UP)) + " %";
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String seconds(Duration time) {
    return format("0.0", BigDecimal.valueOf(time.toMillis(), 3)) + " s";
  }

  private static String format(String pattern, BigDecimal number) {
    // not the JDK's locale data: another provider may be chosen on the command line
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return new DecimalFormat(pattern, symbols).format(number);
  }
}

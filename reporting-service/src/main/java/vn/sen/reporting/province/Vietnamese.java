package vn.sen.reporting.province;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.province.ReportDefinition.Shown;

/** Numbers and dates as Vietnamese readers write them: 161.102; 72,6; 30/10/2023. */
public final class Vietnamese {

  /** Where there is no number. */
  public static final String NOTHING = "–";

  private static final String WHOLE = "#,##0";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private Vietnamese() {}

  /** A number as people read it, without its unit. */
  public static String number(@Nullable BigDecimal value, Shown shown) {
    return value == null ? NOTHING : number(value.movePointLeft(shown.power()), shown.decimals());
  }

  /** A number rounded half up; zeros at the end of its decimals are not written. */
  public static String number(BigDecimal value, int decimals) {
    // not the JDK's locale data: another provider may be chosen on the command line
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    var format =
        new DecimalFormat(decimals == 0 ? WHOLE : WHOLE + "." + "#".repeat(decimals), symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }
}

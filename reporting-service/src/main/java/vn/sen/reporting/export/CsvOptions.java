package vn.sen.reporting.export;

/**
 * How a CSV file is written, for programs that expect it in their own way.
 *
 * @param bom whether it begins with a byte order mark: Excel takes a file without one for an old
 *     encoding and shows wrong accents
 * @param separator between fields; Excel in Vietnamese expects a semicolon
 * @param decimal before the decimals of a number; in Vietnamese a comma
 */
public record CsvOptions(boolean bom, char separator, char decimal) {

  /** As RFC 4180 has it. */
  public static final CsvOptions PLAIN = new CsvOptions(false, ',', '.');
}

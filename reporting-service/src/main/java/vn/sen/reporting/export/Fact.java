package vn.sen.reporting.export;

/**
 * Something that is true of a whole report: whose it is, of which day, up to where the log is in
 * it.
 *
 * @param path where it stands in the report, such as {@code asOf}
 */
public record Fact(String path, Cell value) {}

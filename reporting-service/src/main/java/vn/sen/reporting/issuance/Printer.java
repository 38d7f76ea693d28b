package vn.sen.reporting.issuance;

import java.util.List;

/** Prints a report when it is issued; what it prints is kept beside the canonical JSON. */
public interface Printer {

  /**
   * A file for people.
   *
   * @param format how the API names it: pdf, docx, xlsx
   */
  record Print(String format, String mediaType, byte[] bytes) {}

  /**
   * Prints a report.
   *
   * @param figures the report's own record
   * @return empty if this printer does not print such reports
   */
  List<Print> print(ReportDocument document, Object figures);
}

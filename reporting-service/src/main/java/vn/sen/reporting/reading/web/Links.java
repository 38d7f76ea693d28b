package vn.sen.reporting.reading.web;

import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/**
 * Where more about a report's figures is told.
 *
 * @param indicators what they mean: the report's part of the indicator dictionary
 */
public record Links(String indicators) {

  private static final String REPORTS = "/api/reporting/";

  /** Of the report that a request asks for. */
  public static Links of(WebRequest request) {
    var path = ((ServletWebRequest) request).getRequest().getRequestURI();
    return new Links(REPORTS + "indicators?report=" + report(path));
  }

  /** The id in the dictionary of the report at a path. */
  static String report(String path) {
    return path.substring(REPORTS.length()).replace('/', '-');
  }
}

package vn.sen.reporting.reading.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report with where it comes from.
 *
 * @param stale whether the wait for what the reader has written was given up
 * @param links to what belongs to it, by what they lead to; URI templates (RFC 6570) where the
 *     reader is to choose. {@code explanation}: what each of its figures is made of
 */
public record ReportAnswer<T>(
    @JsonUnwrapped T report,
    Position position,
    State freshness,
    boolean stale,
    Map<String, String> links) {

  public ReportAnswer {
    links = new TreeMap<>(links);
  }
}

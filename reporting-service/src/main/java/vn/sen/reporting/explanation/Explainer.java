package vn.sen.reporting.explanation;

import java.util.Map;

/**
 * Explains the figures in one part of a report: in its total, in a row, or in an entry of what it
 * is divided into.
 *
 * @param <T> what the figures are made of
 */
public interface Explainer<T> extends Source<T> {

  /** The report, or so much of it that the part is in it. */
  Object report();

  /** What the part is limited to beside its row, by the names in the report's JSON. */
  Map<String, String> limits();
}

package vn.sen.reporting.explanation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains the figures in one part of a report: in its total, in a row, or in an entry of what it
 * is divided into. All questions throw a RuleViolation that names a parameter.
 *
 * @param <T> what the figures are made of
 */
public interface Explainer<T> {

  /** The report, or so much of it that the part is in it. */
  Object report();

  /** What the part is limited to beside its row, by the names in the report's JSON. */
  Map<String, String> limits();

  /**
   * A page of what a figure is made of.
   *
   * @param figure by its path in the report's JSON
   * @param after where the page before ended, or null
   * @throws FigureUnknown if there is no such figure here
   */
  Explained<T> explain(String figure, @Nullable After after, int limit);

  /**
   * Where the events behind a part of a figure are.
   *
   * @throws PartUnknown if the figure has no such part here
   */
  Trail<?> trail(String figure, String part);
}

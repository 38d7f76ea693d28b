package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the steps of something that is told in several measures. Not thread-safe.
 *
 * @param <M> the measures: stocks, that stand until they change, or flows, that add up
 */
public final class MeasureSteps<M extends Enum<M>> {

  private final List<SortedMap<Long, Long>> steps = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param measures which there are
   */
  public MeasureSteps(Class<M> measures) {
    for (int i = 0; i < measures.getEnumConstants().length; i++) {
      steps.add(new TreeMap<>());
    }
  }

  /** Adds a step, in whatever order; steps that add up to nothing go. */
  public void add(M measure, LocalDate date, long delta) {
    steps.get(measure.ordinal()).merge(date.toEpochDay(), delta, MeasureSteps::sum);
  }

  private static @Nullable Long sum(Long one, Long other) {
    return one + other == 0 ? null : one + other;
  }

  /** What the steps come to, for all dates. */
  public MeasureTotals<M> totals() {
    return new MeasureTotals<>(steps.stream().map(RunningTotal::of).toArray(RunningTotal[]::new));
  }
}

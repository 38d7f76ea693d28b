package vn.sen.reporting.reading.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.reading.Origin;

/**
 * Leads from the figures that a report takes from other reports to what they are made of. The links
 * stand beside the report: one that is issued must not depend on addresses.
 */
public final class FigureLinks {

  private final StringBuilder asked = new StringBuilder();
  private final Map<String, String> byName = new LinkedHashMap<>();

  /**
   * @param unit whose figures they are
   * @param knownAt the day at whose end they were known so; null for now
   */
  public FigureLinks(String unit, @Nullable LocalDate knownAt) {
    asked("unit", unit);
    asked("knownAt", knownAt);
  }

  /** With what else every other report is asked for; null for nothing. */
  public FigureLinks asked(String parameter, @Nullable Object value) {
    if (value != null) {
      asked.append(asked.isEmpty() ? '?' : '&');
      asked.append(Links.parameter(parameter, value.toString()));
    }
    return this;
  }

  /**
   * Adds a figure.
   *
   * @param name it has in its report
   */
  public void add(String name, Origin origin, LocalDate asOf, LocalDate hierarchy) {
    byName.put(name, Links.to(origin, asked + "&asOf=" + asOf + "&hierarchy=" + hierarchy));
  }

  /** All of them, in the order in which they were added. */
  Map<String, String> byName() {
    return Collections.unmodifiableMap(byName);
  }
}

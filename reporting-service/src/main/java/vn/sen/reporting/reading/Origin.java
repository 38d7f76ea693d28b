package vn.sen.reporting.reading;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands that is shown by another report than its own, which counts nothing itself.
 *
 * @param report where it is asked for, below all reports: {@code training/coverage}
 * @param figure its path in that report's JSON; null where it is no figure there, but the whole
 *     report shows what it is made of
 * @param of what that report is asked for, beside unit, day and map
 */
public record Origin(String report, @Nullable String figure, Map<String, String> of) {

  public Origin {
    of = Collections.unmodifiableMap(new TreeMap<>(of));
  }
}

package vn.sen.reporting.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A report of which can be said what changed. */
public enum ChangedReport {
  MEMBERSHIP,
  LENDING,
  TRAINING,
  GROUPS,
  VOICES;

  /** The report of a name in a path, or empty. */
  public static Optional<ChangedReport> of(String name) {
    return Arrays.stream(values())
        .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}

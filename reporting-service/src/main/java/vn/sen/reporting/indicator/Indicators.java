package vn.sen.reporting.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The dictionary. Immutable. */
public final class Indicators {

  /** What a figure is given for is written in capitals. */
  private static final Pattern PART = Pattern.compile("([^.]+\\.[^.]+)\\.[A-Z0-9_]+");

  private final String version;
  private final Map<String, DictionaryPart> reports = new LinkedHashMap<>();
  private final Map<String, Indicator> byId = new LinkedHashMap<>();

  /**
   * @param version tells dictionaries apart
   * @throws IllegalStateException if an id is there twice
   */
  Indicators(String version, List<DictionaryPart> reports, List<Indicator> indicators) {
    this.version = version;
    reports.forEach(report -> this.reports.put(report.id(), report));
    for (var indicator : indicators) {
      if (byId.put(indicator.id(), indicator) != null) {
        throw new IllegalStateException("Two indicators " + indicator.id());
      }
    }
  }

  /** The dictionary of this release. It is the same each time. */
  public static Indicators ofThisRelease() {
    return Loaded.DICTIONARY;
  }

  /** Read when somebody first asks, so that nothing waits for it at the start. */
  private static final class Loaded {
    private static final Indicators DICTIONARY = Sheets.read();
  }

  /** Tells dictionaries apart. */
  public String version() {
    return version;
  }

  public List<DictionaryPart> reports() {
    return List.copyOf(reports.values());
  }

  /** All, report by report. */
  public List<Indicator> all() {
    return List.copyOf(byId.values());
  }

  /**
   * The indicators of a report.
   *
   * @throws ReportNotInDictionary if there is none of this id
   */
  public List<Indicator> of(String report) {
    return all().stream().filter(one -> one.report().equals(report(report).id())).toList();
  }

  /**
   * A report.
   *
   * @throws ReportNotInDictionary if there is none of this id
   */
  public DictionaryPart report(String id) {
    var report = reports.get(id);
    if (report == null) {
      throw new ReportNotInDictionary(
          id, reports.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return report;
  }

  /**
   * An indicator.
   *
   * @param id also with a part of it behind: {@code membership.women.ALL_WOMEN}
   * @throws IndicatorNotInDictionary if there is none of this id
   */
  public Indicator indicator(String id) {
    var part = PART.matcher(id);
    var indicator = byId.get(part.matches() ? part.group(1) : id);
    if (indicator == null) {
      throw new IndicatorNotInDictionary(id);
    }
    return indicator;
  }
}

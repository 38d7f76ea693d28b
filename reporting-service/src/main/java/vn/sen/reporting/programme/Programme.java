package vn.sen.reporting.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.programme.ProgrammeRow.Lasting;
import vn.sen.reporting.reading.Facts;

/**
 * A programme of the Union as it is known. Immutable.
 *
 * @param code empty while only other news of it is here
 * @param lasting its days, or null
 * @param indicators by code
 */
record Programme(
    String code,
    Facts<String> names,
    @Nullable Lasting lasting,
    Map<String, Indicator> indicators) {

  static final Programme NOTHING = new Programme("", Facts.none(), null, Map.of());

  /**
   * An indicator.
   *
   * @param unit in what it is measured, for people to read
   * @param definitions by the day from which they hold
   * @param retiredOn the first day without it, or null
   */
  record Indicator(
      int decimals, String unit, Facts<Definition> definitions, @Nullable LocalDate retiredOn) {

    static final Indicator NOTHING = new Indicator(0, "", Facts.none(), null);

    /** Whether its numbers under a rule are shares of something, which do not add up. */
    boolean isRatio(ResultRule rule) {
      return rule.measure() == ResultMeasure.CADRE_COVERAGE || unit.contains("%");
    }

    boolean holdsOn(LocalDate day) {
      return retiredOn == null || day.isBefore(retiredOn);
    }
  }

  /** Name and rule of an indicator. */
  record Definition(String name, ResultRule rule) {}

  Programme coded(String known) {
    return new Programme(known, names, lasting, indicators);
  }

  Programme named(Facts.Fact<String> name) {
    return new Programme(code, names.plus(name), lasting, indicators);
  }

  /** With its days; of several the ones told last count. */
  Programme lasting(Lasting told) {
    var last = lasting == null || told.sequence() > lasting.sequence() ? told : lasting;
    return new Programme(code, names, last, indicators);
  }

  Programme indicator(String which, UnaryOperator<Indicator> change) {
    var more = new HashMap<>(indicators);
    more.put(which, change.apply(indicators.getOrDefault(which, Indicator.NOTHING)));
    return new Programme(code, names, lasting, Map.copyOf(more));
  }

  /** Whether it is there on some day of a year up to a date. */
  boolean isIn(LocalDate firstOfYear, LocalDate asOf) {
    var days = lasting;
    return days != null
        && !days.from().isAfter(asOf)
        && (days.until() == null || !days.until().isBefore(firstOfYear));
  }
}

package vn.sen.reporting.warning.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.warning.Rule;
import vn.sen.reporting.warning.Terms;

/**
 * What may be set for early warning.
 *
 * @param at from then on each day's figures are compared with the rules, in the province's time
 * @param settle so long after its start an instance does not begin with that
 * @param rules those that hold until somebody sets others
 */
@ConfigurationProperties("sen.reporting.warnings")
record WarningProperties(
    @DefaultValue("02:00") LocalTime at,
    @DefaultValue("1m") Duration settle,
    @DefaultValue List<DefaultRule> rules) {

  /**
   * A version of a rule.
   *
   * @param code of the rule
   * @param from the first day
   * @param threshold in percent
   */
  record DefaultRule(
      String code,
      LocalDate from,
      WatchedFigure figure,
      UnitLevel level,
      WarningSide side,
      BigDecimal threshold,
      int horizonMonths,
      int windowMonths,
      String source) {

    Terms terms() {
      return new Terms(
          from,
          true,
          figure,
          level,
          side,
          hundredths(threshold),
          horizonMonths,
          windowMonths,
          source);
    }
  }

  static long hundredths(BigDecimal percent) {
    return percent.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
  }

  /** The rules with their versions in order. */
  List<Rule> defaults() {
    var byCode = new LinkedHashMap<String, List<Terms>>();
    rules.stream()
        .sorted(Comparator.comparing(DefaultRule::from))
        .forEach(
            rule -> byCode.computeIfAbsent(rule.code(), _ -> new ArrayList<>()).add(rule.terms()));
    return byCode.entrySet().stream()
        .map(rule -> new Rule(rule.getKey(), rule.getValue()))
        .toList();
  }
}

package vn.sen.reporting.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sen.events.reporting.WarningRuleEvent.WarningRuleSet;
import vn.sen.events.reporting.WarningSide;

class RuleTest {

  private static final Terms FIRST = TermsMother.gathering();
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  private static Terms from(LocalDate day, long threshold) {
    var terms = TermsMother.rule(WarningSide.BELOW, threshold, 6, 6);
    return new Terms(
        day,
        true,
        terms.figure(),
        terms.level(),
        terms.side(),
        terms.threshold(),
        terms.horizonMonths(),
        terms.windowMonths(),
        terms.source());
  }

  @Test
  void saysOnEachDayWhatWasInForceThen() {
    var rule = new Rule("gathering-rate", List.of(FIRST)).set(from(NEW_YEAR, 6_500)).state();
    assertThat(rule.on(NEW_YEAR.minusDays(1))).contains(FIRST);
    assertThat(rule.on(NEW_YEAR).orElseThrow().threshold()).isEqualTo(6_500);
    assertThat(rule.on(TermsMother.START.minusDays(1))).isEmpty();
  }

  @Test
  void isCorrectedFromTheSameDayOn() {
    var rule =
        new Rule("gathering-rate", List.of(FIRST))
            .set(from(NEW_YEAR, 6_500))
            .state()
            .set(from(NEW_YEAR, 6_200))
            .state();
    assertThat(rule.versions()).hasSize(2);
    assertThat(rule.on(NEW_YEAR).orElseThrow().threshold()).isEqualTo(6_200);
  }

  @Test
  void endsOnADay() {
    var rule = new Rule("gathering-rate", List.of(FIRST));
    var ended = rule.set(TermsMother.ended(FIRST, NEW_YEAR)).state();
    assertThat(ended.on(NEW_YEAR)).isEmpty();
    assertThat(ended.on(NEW_YEAR.minusDays(1))).contains(FIRST);
  }

  @Test
  void tellsWhatWasLaidDownAndNothingTwice() {
    var set = new Rule("gathering-rate", List.of()).set(FIRST);
    var told = (WarningRuleSet) set.events().getFirst();
    assertThat(told.code()).isEqualTo("gathering-rate");
    assertThat(told.threshold()).isEqualTo(6_000);
    assertThat(told.effectiveDate()).isEqualTo(TermsMother.START);
    assertThat(set.state().set(FIRST).events()).isEmpty();
  }
}

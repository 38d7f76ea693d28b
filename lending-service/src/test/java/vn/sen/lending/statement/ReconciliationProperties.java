package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;

class ReconciliationProperties {

  enum What {
    EQUAL,
    OPENED,
    DIFFERENT,
    REFUSED,
    MISSING
  }

  /** A loan as the statement states and the platform knows it. */
  record Case(What what, DifferenceCause cause, long stated, long known) {}

  @Property
  void everyDongBetweenTheTotalsIsExplained(@ForAll("cases") List<Case> cases) {
    // given
    var counts = Counts.NONE;
    var refusedKnown = new Counts.Sum(0, 0);
    long stated = 0;
    long known = 0;
    for (var one : cases) {
      switch (one.what()) {
        case EQUAL -> counts = counts.equal(one.stated());
        case OPENED -> counts = counts.opened(one.stated());
        case DIFFERENT -> counts = counts.different(one.cause(), one.stated(), one.known());
        case REFUSED -> {
          counts = counts.refusal();
          refusedKnown = refusedKnown.plus(new Counts.Sum(1, one.known()));
        }
        case MISSING -> counts = counts.missing(one.known());
      }
      boolean same = one.what() == What.EQUAL || one.what() == What.OPENED;
      stated += one.what() == What.MISSING ? 0 : one.stated();
      known += same ? one.stated() : one.known();
    }
    // when
    var result =
        Reconciliation.of(new ControlTotals(cases.size(), 0, stated), counts, refusedKnown, 0);
    // then
    assertThat(result.computed().outstanding()).isEqualTo(known);
    long refused =
        cases.stream()
            .filter(one -> one.what() == What.REFUSED)
            .mapToLong(one -> one.stated() - one.known())
            .sum();
    assertThat(result.refusedAmount()).isEqualTo(refused);
  }

  @Example
  void aDongThatNothingExplainsIsNeverReported() {
    assertThatThrownBy(
            () ->
                new Reconciliation(
                    new ControlTotals(1, 1, 10), new ControlTotals(1, 1, 9), 1, 0, 0, 0, List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Provide
  Arbitrary<List<Case>> cases() {
    var amounts = Arbitraries.longs().between(0, 1_000_000_000_000L);
    return Combinators.combine(
            Arbitraries.of(What.class), Arbitraries.of(DifferenceCause.class), amounts, amounts)
        .as(Case::new)
        .list()
        .ofMaxSize(40);
  }
}

package vn.sen.local.demo.dataset.lending;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sen.local.demo.dataset.lending.LendingTargets.Overlap;

/** Whatever the scale and the seed: counting comes to the targets. */
class LendingProperties {

  private static final long MILLION = 1_000_000;

  @Property(tries = 60)
  void every_data_set_meets_its_targets(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int halvesOfPerMille) {
    var targets = LendingMother.PUBLISHED.scaled(halvesOfPerMille / 2_000.0);
    var data = LendingData.generate(seed, LendingMother.FACTS, targets);

    assertThat(data.position(null).households())
        .isEqualTo(targets.households().stream().mapToInt(Overlap::households).sum());
    var sum = 0L;
    for (var bank : targets.banks()) {
      var money =
          bank.amounts().stream().mapToLong(a -> a.million() * a.households()).sum() * MILLION;
      assertThat(data.position(bank).outstanding()).isEqualTo(money);
      assertThat(data.position(bank).households()).isEqualTo(bank.households());
      sum += money;
    }
    assertThat(data.position(null).outstanding()).isEqualTo(sum);
  }

  @Property(tries = 60)
  void opening_and_updates_make_the_position_and_every_step_is_allowed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int halvesOfPerMille) {
    var data =
        LendingData.generate(
            seed, LendingMother.FACTS, LendingMother.PUBLISHED.scaled(halvesOfPerMille / 2_000.0));

    for (var loan : data.loans()) {
      assertThat(Ledger.afterAll(loan)).isEqualTo(loan.position());
      assertThat(loan.updates())
          .allMatch(u -> u.on().isAfter(data.targets().openingDate()))
          .allMatch(u -> !u.on().isAfter(data.targets().statementDate()));
    }
  }
}

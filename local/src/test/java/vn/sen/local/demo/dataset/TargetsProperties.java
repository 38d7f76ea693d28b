package vn.sen.local.demo.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the targets and the seed: counting comes to the targets. */
class TargetsProperties {

  @Property(tries = 60)
  void every_data_set_meets_its_targets(@ForAll long seed, @ForAll("targets") Targets targets) {
    var dataset = Dataset.generate(seed, DatasetMother.FACTS, targets);

    assertThat(dataset.membersOn(targets.openingDate())).hasSize(targets.opening());
    assertThat(dataset.membersOn(targets.reportDate())).hasSize(targets.members());
    var now = dataset.headcount(targets.reportDate(), targets.reportDate());
    assertThat(now.remainder()).isZero();
    for (var commune : dataset.communes()) {
      assertThat(now.communes().get(commune.key())).isEqualTo(commune.members());
    }
    assertThat(dataset.communes().stream().filter(Commune::low).mapToInt(Commune::members).sum())
        .isEqualTo(targets.low().members());
    assertThat(dataset.communes().stream().mapToInt(Commune::women).sum())
        .isEqualTo(targets.low().women() + targets.other().women());
    assertThat(dataset.communes().stream().mapToInt(Commune::womenPresent).sum())
        .isEqualTo(targets.low().womenPresent() + targets.other().womenPresent());
  }

  @Property(tries = 40)
  void no_map_loses_anybody(
      @ForAll long seed,
      @ForAll("targets") Targets targets,
      @ForAll @IntRange(max = 3_000) int day) {
    var dataset = Dataset.generate(seed, DatasetMother.FACTS, targets);
    var hierarchy = LocalDate.of(2019, 1, 1).plusDays(day);

    assertThat(dataset.headcount(targets.reportDate(), hierarchy).total())
        .isEqualTo(targets.members());
  }

  @Property
  void parts_are_whole_and_add_up_within_one_of_their_share(
      @ForAll @IntRange(max = 1_000_000) int total, @ForAll("weights") double[] weights) {
    var parts = LargestRemainder.split(total, weights);

    var sum = Arrays.stream(weights).sum();
    assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
    for (var i = 0; i < parts.length; i++) {
      assertThat(Math.abs(parts[i] - total * weights[i] / sum)).isLessThanOrEqualTo(1.000001);
    }
  }

  @Provide
  Arbitrary<double[]> weights() {
    return Arbitraries.doubles()
        .between(0.1, 20_000)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  @Provide
  Arbitrary<Targets> targets() {
    var flow = Arbitraries.integers().between(0, 60);
    return Combinators.combine(
            Arbitraries.integers().between(400, 3_000),
            flow.list().ofSize(9),
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 300),
            Arbitraries.integers().between(2, 4))
        .as(
            (opening, f, lowCommunes, lowMembers, branches) ->
                new Targets(
                    LocalDate.of(2022, 12, 31),
                    LocalDate.of(2023, 12, 31),
                    opening,
                    f.get(0),
                    f.get(1),
                    f.get(2),
                    f.get(3),
                    f.get(4),
                    f.get(5),
                    f.get(6),
                    f.get(7) / 2,
                    f.get(8) / 2,
                    lowCommunes == 0
                        ? new Targets.Low(0, 0, 0, 0)
                        : new Targets.Low(
                            lowCommunes, lowMembers / 3, lowMembers, lowMembers * 9 / 10),
                    new Targets.Other(opening * 2, opening * 2 - 50),
                    branches,
                    branches + 2));
  }
}

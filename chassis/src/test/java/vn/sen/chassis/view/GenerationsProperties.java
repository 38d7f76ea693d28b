package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.domain.RuleViolation;

/** Whatever operators ask for in whatever order, what the instances agree on makes sense. */
class GenerationsProperties {

  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  enum Step {
    BEGIN,
    SWAP,
    ROLL_BACK,
    DISCARD,
    ROWS_GONE
  }

  @Property
  void one_serves_one_is_beside_it_at_most_and_no_number_comes_again(
      @ForAll @Size(max = 40) List<Step> steps) {
    var agreed = Generations.first("bowls", 1);
    Set<Integer> begun = new HashSet<>(Set.of(1));
    for (var step : steps) {
      var before = agreed;
      try {
        agreed = take(step, agreed);
      } catch (RuleViolation refused) {
        // then nothing has changed
        assertThat(refused.status()).isEqualTo(409);
        continue;
      }
      if (step == Step.BEGIN) {
        assertThat(begun.add(agreed.last())).as("a number of its own").isTrue();
        assertThat(agreed.serving()).isEqualTo(before.serving());
      }
      assertThat(agreed.folded()).doesNotHaveDuplicates().noneMatch(agreed.leaving()::contains);
      var open = agreed.rebuilds().stream().filter(rebuild -> !rebuild.isOver()).toList();
      assertThat(open).hasSize(agreed.beside() == null ? 0 : 1);
      for (var rebuild : open) {
        boolean served = rebuild.state() == Rebuild.State.SERVING;
        assertThat(agreed.serving()).isEqualTo(served ? rebuild.to() : rebuild.from());
        assertThat(agreed.beside()).isEqualTo(served ? rebuild.from() : rebuild.to());
      }
    }
  }

  private static Generations take(Step step, Generations agreed) {
    var command = UUID.randomUUID();
    if (step == Step.BEGIN) {
      return agreed.begin(command, 1, "somebody", "to be sure", "", NOW);
    }
    if (step == Step.ROWS_GONE) {
      return agreed.leaving().isEmpty() ? agreed : agreed.gone(agreed.leaving().getFirst());
    }
    if (agreed.rebuilds().isEmpty()) {
      return agreed;
    }
    var last = agreed.rebuilds().getFirst();
    return switch (step) {
      case SWAP -> agreed.swap(last, command, NOW);
      case ROLL_BACK -> agreed.rollBack(last, command, NOW);
      default -> agreed.discard(last, command, NOW);
    };
  }
}

package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LoanIdsProperties {

  @Property(tries = 50)
  void itRemembersTheFirstNumberOfEachId(
      @ForAll @IntRange(max = 5_000) int size, @ForAll long seed) {
    // given ids of which many come again, and some share their lower half
    var random = new Random(seed);
    var ids = new LoanIds();
    Map<UUID, Integer> expected = new HashMap<>();
    for (int number = 1; number <= size; number++) {
      var id = new UUID(random.nextInt(3), random.nextInt(2_000));
      // when
      int before = ids.putIfAbsent(id, number);
      var first = expected.putIfAbsent(id, number);
      // then
      assertThat(before).isEqualTo(first == null ? 0 : first);
    }
    assertThat(ids.size()).isEqualTo(expected.size());
    expected.forEach((id, number) -> assertThat(ids.get(id)).isEqualTo(number));
    assertThat(ids.get(new UUID(7, 7))).isZero();
  }
}

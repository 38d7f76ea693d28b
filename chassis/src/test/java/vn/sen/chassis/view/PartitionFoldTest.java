package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fold makes of a store that is not where the fold was. */
class PartitionFoldTest {

  private static final Bead.Bowls VIEW = Bead.Bowls.of("test.bead.events.v1", 1);

  private final Map<Integer, Long> shown = new HashMap<>();
  private final PartitionFold<Integer> fold =
      new PartitionFold<>(VIEW, new EventTypes(VIEW.catalog(), VIEW.wants()), "test.bowls");

  private static StoredPartition<Integer> stored(long position, List<StoredRow<Integer>> rows) {
    return new StoredPartition<>(position, 0, rows, Map.of(), List.of());
  }

  private static StoredRow<Integer> row(int bowl, long watermark, long value) {
    return new StoredRow<>(bowl, watermark, value);
  }

  private boolean publish() {
    return fold.publish((row, delta) -> shown.merge(row, delta, Long::sum));
  }

  @Test
  void rowsThatAreAheadAreShownOnceTheReplayHasPassedThem() {
    // when a checkpoint was cut off behind its rows
    fold.load(stored(5, List.of(row(0, 9, 3))));
    // then
    assertThat(fold.evenFrom()).isEqualTo(10);
    assertThat(publish()).isFalse();
    assertThat(shown).isEmpty();
  }

  @Test
  void rowsThatAreGoneThoughThePositionIsNotAreNoFigures() {
    // given
    fold.load(stored(5, List.of(row(0, 4, 3), row(1, 2, 1))));
    publish();
    // when
    assertThatThrownBy(() -> fold.load(stored(5, List.of(row(1, 2, 1)))))
        .isInstanceOf(StaleOwnerException.class)
        .hasMessageContaining("1 rows are no longer stored");
    // then
    assertThat(shown).isEqualTo(Map.of(0, 3L, 1, 1L));
  }

  @Test
  void whereThePositionIsGoneTooAllBeginsAnew() {
    // given
    fold.load(stored(5, List.of(row(0, 4, 3))));
    // when
    fold.load(stored(0, List.of()));
    // then
    assertThat(fold.position()).isZero();
    assertThat(fold.evenFrom()).isZero();
  }

  @Test
  void rowsOfAnotherIncarnationAreNotMissed() {
    // given
    fold.load(stored(5, List.of(row(0, 4, 3))));
    publish();
    // when
    fold.beginAnew();
    fold.load(stored(2, List.of(row(1, 1, 7))));
    // then
    assertThat(publish()).isTrue();
    assertThat(shown).isEqualTo(Map.of(0, 0L, 1, 7L));
  }
}

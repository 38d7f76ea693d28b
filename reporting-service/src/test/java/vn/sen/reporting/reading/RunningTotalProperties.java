package vn.sen.reporting.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RunningTotalProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);

  /** So many đồng from a day on. */
  record Step(int day, int delta) {}

  @Property
  void step_by_step_is_the_same_as_all_at_once(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 69) Integer> seeds) {
    // given
    var steps = seeds.stream().map(seed -> new Step(seed / 7, seed % 7 - 3)).toList();
    var summed = new TreeMap<Long, Long>();
    var total = RunningTotal.NOTHING;
    // when
    for (var step : steps) {
      var date = START.plusDays(step.day());
      total = total.plus(date, step.delta());
      summed.merge(date.toEpochDay(), (long) step.delta(), Long::sum);
    }
    // then
    summed.values().removeIf(delta -> delta == 0);
    var atOnce = RunningTotal.of(summed);
    for (int day = -1; day < 11; day++) {
      assertThat(total.upTo(START.plusDays(day))).isEqualTo(atOnce.upTo(START.plusDays(day)));
    }
    var told = new TreeMap<Long, Long>();
    total.tell(LocalDate.MAX, told::put);
    assertThat(told).as("a step that was taken back leaves no trace").isEqualTo(summed);
  }

  @Property
  void a_version_changes_with_everything_of_its_date_or_before(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> days) {
    var versions = DatedVersions.NONE;
    for (int day : days) {
      var before = versions;
      versions = versions.changed(START.plusDays(day));
      for (int asked = 0; asked < 10; asked++) {
        var date = START.plusDays(asked);
        if (asked >= day) {
          assertThat(versions.upTo(date)).isNotEqualTo(before.upTo(date));
        } else {
          assertThat(versions.upTo(date)).isEqualTo(before.upTo(date));
        }
      }
    }
  }
}

package vn.sen.reporting.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DatedVersionsProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);

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

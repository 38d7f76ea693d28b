package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;

class SplitTest {

  private static final LocalDate MERGED = LocalDate.parse("2024-11-01");
  private static final LocalDate DIVIDED = LocalDate.parse("2025-07-01");

  @Test
  void what_went_whole_into_a_unit_that_was_divided_later_is_left_open_by_that_split() {
    // given
    var org = new OrgMother();
    var province = org.province("54");
    var ward = org.commune("22018", province);
    var branch = org.branch("22018-1", ward);
    var merger = org.redrawing(MERGED);
    var whole = merger.merge("22015", UnitLevel.COMMUNE, province, ward);
    merger.done();
    var division = org.redrawing(DIVIDED);
    var north = division.create("22045", UnitLevel.COMMUNE, province);
    var south = division.create("22060", UnitLevel.COMMUNE, province);
    division.split(whole, north, south);
    division.done();
    var later = org.unit("22045-9", UnitLevel.BRANCH, north, DIVIDED.plusDays(9));
    // then
    var map = org.map();
    assertThat(map.splits()).hasSize(1);
    var split = map.splits().getFirst();
    assertThat(split.unit()).isEqualTo(whole);
    assertThat(split.successors()).containsExactlyInAnyOrder(north, south);
    assertThat(split.territory(map)).contains(ward, branch, whole).doesNotContain(later, north);
    assertThat(split.leavesOpen(map, branch, List.of())).isTrue();
    assertThat(split.leavesOpen(map, later, List.of())).isFalse();
    assertThat(split.followedBy(map, branch, List.of(south))).contains(south);
    assertThat(map.splitsInto(south, branch, List.of())).containsExactly(split);
    assertThat(map.splitsInto(whole, branch, List.of())).isEmpty();
    assertThat(Split.following(List.of(whole, north), south, List.of(split)))
        .containsExactly(whole, south);
  }

  @Property(tries = 300)
  void what_a_split_leaves_open_follows_whom_it_is_given_to_and_the_last_word_counts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new OrgWorld(seed, 2, redrawings);
    var map = world.org.map();
    var random = new Random(seed);
    for (var split : map.splits()) {
      for (var people : world.people) {
        if (!split.leavesOpen(map, people.leaf(), people.via())) {
          continue;
        }
        assertThat(split.concerns(map, people.leaf(), people.via())).isTrue();
        assertThat(split.followedBy(map, people.leaf(), people.via())).isEmpty();
        List<UUID> via = people.via();
        for (int i = 0; i < 3; i++) {
          var any = split.successors().stream().sorted().toList();
          var to = any.get(random.nextInt(any.size()));
          via = Split.following(via, to, List.of(split));
          assertThat(split.followedBy(map, people.leaf(), via)).contains(to);
          assertThat(split.leavesOpen(map, people.leaf(), via)).isFalse();
        }
        assertThat(via).hasSize(people.via().size() + 1);
      }
    }
  }
}

package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sen.chassis.org.OrgWorld.People;
import vn.sen.events.membership.UnitLevel;

class OrgMapPropertyTest {

  @Property(tries = 300)
  void everybody_is_in_one_place_below_the_only_province_on_every_map(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new OrgWorld(seed, 1, redrawings);
    var map = world.org.map();
    for (var day : world.days) {
      var province = map.unitsAt(day, UnitLevel.PROVINCE).getFirst().id();
      for (var people : world.people) {
        var placement = map.place(people.leaf(), people.via(), day);
        assertThat(placement.path()).endsWith(province).doesNotHaveDuplicates();
        assertThat(placement.remainder()).isEqualTo(placement.ambiguous() != null);
        assertIsPathOf(map, placement.path(), day);
      }
    }
  }

  @Property(tries = 300)
  void totals_are_equal_under_every_map_at_every_level(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new OrgWorld(seed, provinces, redrawings);
    var map = world.org.map();
    long all = world.people.stream().mapToLong(People::number).sum();
    for (var day : world.days) {
      long nowhere = count(world, p -> map.place(p.leaf(), p.via(), day).path().isEmpty());
      long inProvinces =
          map.unitsAt(day, UnitLevel.PROVINCE).stream()
              .mapToLong(p -> total(world, map, p.id(), day))
              .sum();
      assertThat(inProvinces + nowhere).isEqualTo(all);
      map.units().stream()
          .filter(unit -> unit.existsOn(day))
          .forEach(unit -> assertChildrenAndRestAddUp(world, map, unit.id(), day));
    }
  }

  @Property(tries = 200)
  void order_and_duplicates_do_not_matter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int redrawings) {
    // given
    var world = new OrgWorld(seed, 2, redrawings);
    var expected = world.org.map();
    var facts = new ArrayList<>(world.org.facts());
    facts.addAll(world.org.facts().subList(0, facts.size() / 2));
    Collections.shuffle(facts, new Random(seed));

    // when
    var org = new OrgFacts();
    facts.forEach(f -> org.apply(f.subject(), f.sequence(), f.event()));

    // then
    assertThat(org.waiting()).isZero();
    var map = org.map();
    assertThat(map.version()).isEqualTo(expected.version());
    assertThat(map.units()).containsExactlyInAnyOrderElementsOf(expected.units());
    for (var day : world.days) {
      for (var people : world.people) {
        assertThat(map.place(people.leaf(), people.via(), day))
            .isEqualTo(expected.place(people.leaf(), people.via(), day));
      }
    }
  }

  private static void assertIsPathOf(OrgMap map, List<UUID> path, LocalDate day) {
    assertThat(path).allMatch(unit -> map.existsOn(unit, day));
    for (int i = 0; i + 1 < path.size(); i++) {
      assertThat(map.parentOn(path.get(i), day)).map(OrgUnit::id).contains(path.get(i + 1));
    }
  }

  private static void assertChildrenAndRestAddUp(
      OrgWorld world, OrgMap map, UUID unit, LocalDate day) {
    long children =
        map.childrenOf(unit, day).stream().mapToLong(c -> total(world, map, c.id(), day)).sum();
    long rest =
        count(
            world,
            p -> map.place(p.leaf(), p.via(), day).lowest().filter(unit::equals).isPresent());
    assertThat(children + rest).isEqualTo(total(world, map, unit, day));
  }

  private static long total(OrgWorld world, OrgMap map, UUID unit, LocalDate day) {
    return count(world, p -> map.place(p.leaf(), p.via(), day).isWithin(unit));
  }

  private static long count(OrgWorld world, Predicate<People> which) {
    return world.people.stream().filter(which).mapToLong(People::number).sum();
  }
}

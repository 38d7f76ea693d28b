package vn.sen.reporting.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sen.reporting.RandomMaps;

/** Community groups founded and closed at any time, counted under the map of any other time. */
class GroupsOnAnyMapProperties {

  private static CommunityGroupWorld world(RandomMaps maps) {
    var world = new CommunityGroupWorld();
    for (int i = 0; i < 12; i++) {
      var on = maps.anyDate();
      var leaf = maps.anyLeaf(on);
      var group = world.found(CommunityGroupWorld.TEAM, leaf.unit(), on);
      group.join(on, UUID.randomUUID(), UUID.randomUUID());
      if (maps.chance(3)) {
        group.close(on.plusDays(maps.number(500)));
      }
      if (maps.chance(2)) {
        maps.openSplit(leaf).ifPresent(split -> group.assign(maps.anySuccessor(split), split.on()));
      }
    }
    return world;
  }

  private static List<CommunityGroupReport> reports(
      CommunityGroupReports.Reading reading, RandomMaps maps, LocalDate asOf, LocalDate hierarchy) {
    return maps.provincesOn(hierarchy).stream()
        .map(
            p ->
                reading.report(
                    new CommunityGroupQuery(
                        p.id().toString(),
                        asOf,
                        hierarchy,
                        null,
                        asOf.minusDays(100),
                        null,
                        null,
                        Set.of())))
        .toList();
  }

  @Property(tries = 150)
  void a_group_counts_once_under_every_map(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var maps = new RandomMaps(seed, provinces, redrawings);
    var world = world(maps);
    var map = maps.map();
    var reading = new CommunityGroupReports(world.figures(), () -> map).read();
    var asOf = maps.anyDate();
    long living = world.groups().stream().filter(g -> g.livesOn(asOf)).count();

    for (var hierarchy : maps.days()) {
      var reports = reports(reading, maps, asOf, hierarchy);
      assertThat(
              reports.stream().mapToLong(r -> r.total().groups()).sum()
                  + reports.getFirst().unplaced())
          .isEqualTo(living);
      for (var report : reports) {
        assertThat(report.rows().stream().mapToLong(r -> r.counts().groups()).sum())
            .isEqualTo(report.total().groups());
        assertThat(report.rows().stream().mapToLong(r -> r.counts().members()).sum())
            .isEqualTo(report.total().members());
      }
    }
  }
}

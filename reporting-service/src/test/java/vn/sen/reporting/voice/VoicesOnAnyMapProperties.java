package vn.sen.reporting.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.RandomMaps;

/** Voices raised and routed at any time, counted under the map of any other time. */
class VoicesOnAnyMapProperties {

  private static VoiceWorld world(RandomMaps maps) {
    var world = new VoiceWorld();
    for (int i = 0; i < 12; i++) {
      var on = maps.anyDate();
      var voice = world.raise(maps.anyLeaf(on).unit(), VoiceKind.NEED, "DATDAI", on);
      if (maps.chance(2)) {
        var later = on.plusDays(maps.number(300));
        voice.route(maps.anyLeaf(later).unit(), later);
      }
    }
    return world;
  }

  private static List<VoiceReport> reports(
      VoiceReports.Reading reading,
      RandomMaps maps,
      Side side,
      LocalDate asOf,
      LocalDate hierarchy) {
    var from = maps.days().getFirst();
    return maps.provincesOn(hierarchy).stream()
        .map(
            p ->
                reading.report(
                    new VoiceQuery(
                        p.id().toString(),
                        side,
                        asOf,
                        hierarchy,
                        null,
                        from,
                        null,
                        null,
                        null,
                        Set.of())))
        .toList();
  }

  @Property(tries = 150)
  void a_voice_counts_once_under_every_map(
      @ForAll long seed,
      @ForAll Side side,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var maps = new RandomMaps(seed, provinces, redrawings);
    var world = world(maps);
    var map = maps.map();
    var reading = new VoiceReports(world.figures(), () -> map).read();
    var asOf = maps.anyDate();
    long raised = world.voices().stream().filter(v -> !v.raisedOn.isAfter(asOf)).count();

    for (var hierarchy : maps.days()) {
      var reports = reports(reading, maps, side, asOf, hierarchy);
      assertThat(
              reports.stream().mapToLong(r -> r.total().raised()).sum()
                  + reports.getFirst().unplaced())
          .isEqualTo(raised);
      for (var report : reports) {
        assertThat(report.rows().stream().mapToLong(r -> r.counts().raised()).sum())
            .isEqualTo(report.total().raised());
        assertThat(report.rows().stream().mapToLong(r -> r.counts().open()).sum())
            .isEqualTo(report.total().open());
      }
    }
  }
}

package vn.sen.reporting.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.Dimension;
import vn.sen.reporting.lending.LendingFigures;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.lending.LendingWorld.Told;
import vn.sen.reporting.membership.SmallProvince;

/** A report comes out of the same events the same, in whatever order partitions are read. */
class RemakingProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(PROVINCE.branchA1, PROVINCE.branchA2, PROVINCE.branchB1, PROVINCE.branchB2);
  private static final List<UUID> HOUSEHOLDS = Stream.generate(UUID::randomUUID).limit(5).toList();

  @Property(tries = 100)
  void the_bytes_do_not_depend_on_the_order_of_partitions(
      @ForAll @Size(max = 25) List<@IntRange(max = 5_000) Integer> loans,
      @ForAll @IntRange(max = 10_000) int order) {
    // given
    var world = new LendingWorld();
    var banks = List.of(world.vbsp, world.agribank, world.lpbank);
    for (int seed : loans) {
      var place =
          world.place(banks.get(seed % 3), UNITS.get(seed / 3 % 4), HOUSEHOLDS.get(seed / 12 % 5));
      world
          .lend(place, 100 + seed % 900, START.plusDays(seed % 300))
          .repay(seed % 90, START.plusDays(seed % 350 + 10));
    }
    // then
    assertThat(bytes(interleaved(world.told(), order))).isEqualTo(bytes(world.told()));
  }

  /** Events of one aggregate stay in their order, as those of a partition do. */
  private static List<Told> interleaved(List<Told> told, int seed) {
    Map<UUID, Deque<Told>> queues = new LinkedHashMap<>();
    told.forEach(t -> queues.computeIfAbsent(t.aggregate(), _ -> new ArrayDeque<>()).add(t));
    var random = new Random(seed);
    var open = new ArrayList<>(queues.values());
    var mixed = new ArrayList<Told>();
    while (!open.isEmpty()) {
      var queue = open.get(random.nextInt(open.size()));
      mixed.add(queue.poll());
      if (queue.isEmpty()) {
        open.remove(queue);
      }
    }
    return mixed;
  }

  private static byte[] bytes(List<Told> told) {
    var figures = new LendingFigures();
    LendingWorld.fold(figures, told);
    var map = PROVINCE.facts().map();
    var report =
        new LendingReports(figures, () -> map)
            .read()
            .report(
                new LendingQuery(
                    "54",
                    START.plusDays(364),
                    START,
                    UnitLevel.COMMUNE,
                    START,
                    Selection.ALL,
                    Set.of(Dimension.values())));
    return CanonicalJson.bytes(CanonicalJson.tree(report));
  }
}

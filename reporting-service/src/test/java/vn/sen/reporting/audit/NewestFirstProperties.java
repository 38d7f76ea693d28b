package vn.sen.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class NewestFirstProperties {

  private static final Question EVERYTHING = new Question(null, null, null, null, null);

  /** Which partition gets it, after how many others its block ends, and when it was. */
  record Happening(int partition, boolean endsBlock, int second) {}

  @Property
  void pages_together_are_all_entries_in_order_and_each_once(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 1_000) Integer> seeds,
      @ForAll @IntRange(min = 1, max = 7) int page) {
    // given records of three partitions, some published twice
    var blocks = blocks(seeds.stream().map(NewestFirstProperties::happening).toList());
    var expected =
        blocks.stream()
            .flatMap(b -> b.entries().stream())
            .map(e -> new Place(e.at(), e.id()))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();

    // when read page by page
    var read = new ArrayList<Place>();
    @Nullable Place last = null;
    do {
      var entries = new NewestFirst(blocks.iterator(), EVERYTHING, last);
      last = null;
      for (int i = 0; i < page && entries.hasNext(); i++) {
        last = entries.next().place();
        read.add(last);
      }
    } while (last != null);

    // then
    assertThat(read).isEqualTo(expected);
  }

  private static Happening happening(int seed) {
    return new Happening(seed % 3, seed % 4 == 0, seed % 11);
  }

  private static List<Block> blocks(List<Happening> happenings) {
    Map<Integer, List<LogRecord>> open = new HashMap<>();
    Map<Integer, Long> next = new HashMap<>();
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < happenings.size(); i++) {
      var happening = happenings.get(i);
      // the same second and partition is the same event again
      var about = new UUID(happening.partition(), happening.second());
      var at = TrailMother.NOON.plusSeconds(happening.second());
      var records = open.computeIfAbsent(happening.partition(), _ -> new ArrayList<>());
      records.add(TrailMother.record(i, TrailMother.event(about, 1, at, TrailMother.CHAIR)));
      if (happening.endsBlock() || i == happenings.size() - 1) {
        blocks.add(block(happening.partition(), next, records));
        records.clear();
      }
    }
    open.forEach(
        (partition, records) -> {
          if (!records.isEmpty()) {
            blocks.add(block(partition, next, records));
          }
        });
    blocks.sort(Comparator.comparing(Block::newest).reversed());
    return blocks;
  }

  private static Block block(int partition, Map<Integer, Long> next, List<LogRecord> records) {
    var of = new LogPartition("members", "id", partition);
    var block = Block.of(of, next.getOrDefault(partition, 0L), Chain.BEGIN, records);
    next.put(partition, block.next());
    return block;
  }
}

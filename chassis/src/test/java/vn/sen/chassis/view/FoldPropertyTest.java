package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.sen.chassis.view.CheckpointStore.Pending;

/** Whatever happens to the log and to the instances, the figures are those of a clean run. */
class FoldPropertyTest {

  private static final int ALL = 10_000;
  private static final Bead.Bowls VIEW = Bead.Bowls.of("test.bead.events.v1", 1);

  /** What one instance does before the next thing happens to it. */
  record Turn(
      int instance, int records, boolean checkpoint, int crashAfterWrites, boolean restart) {}

  /** A log with duplicates and events that come too early. */
  record History(List<ConsumerRecord<byte[], byte[]>> log, Map<Integer, Long> figures) {}

  private static final class Instance {
    private final CrashingStore store;
    private PartitionFold<Integer> fold;
    private final Map<Integer, Long> seen = new TreeMap<>();
    private long seenUpTo = -1;

    Instance(CrashingStore store) {
      this.store = store;
      this.fold = load(store);
    }

    void restart() {
      seen.clear();
      seenUpTo = -1;
      fold = load(store);
      publish();
    }

    private void publish() {
      if (fold.publish((row, delta) -> seen.merge(row, delta, Long::sum))) {
        seenUpTo = fold.committed();
      }
    }

    void fold(List<ConsumerRecord<byte[], byte[]>> log, int records) {
      int from = (int) fold.position();
      log.subList(from, Math.min(log.size(), from + records)).forEach(fold::apply);
    }

    void checkpoint() {
      try {
        if (fold.hasPending()) {
          new Checkpoints<>(store)
              .write(
                  List.of(new Pending<>(BeadMother.PARTITION, fold)),
                  pending -> pending.forEach(p -> p.fold().durable()));
        }
      } catch (CrashingStore.Crash | StaleOwnerException e) {
        store.crashAfter(Long.MAX_VALUE);
        fold.load(store.load(BeadMother.PARTITION, true));
      }
      if (!fold.hasPending()) {
        publish();
      }
    }

    private static PartitionFold<Integer> load(CrashingStore store) {
      var fold =
          new PartitionFold<>(VIEW, new EventTypes(VIEW.catalog(), VIEW.wants()), "test.bowls");
      fold.load(store.load(BeadMother.PARTITION, true));
      return fold;
    }
  }

  @Property(tries = 2_000)
  void crashesBetweenAnyTwoWritesAndLateOwnersChangeNothing(
      @ForAll("histories") History history,
      @ForAll @Size(max = 40) List<@From("turns") Turn> turns) {
    // given two instances that both believe the partition is theirs
    var store = new CrashingStore();
    var instances = List.of(new Instance(store), new Instance(store));
    // when they fold in turns, with checkpoints that crash after any write
    for (var turn : turns) {
      var instance = instances.get(turn.instance());
      if (turn.restart()) {
        instance.restart();
      }
      instance.fold(history.log(), turn.records());
      if (turn.checkpoint()) {
        store.crashAfter(turn.crashAfterWrites());
        instance.checkpoint();
        store.crashAfter(Long.MAX_VALUE);
      }
    }
    finish(history, instances.getFirst());
    // then the store and the readers have the figures of a clean run, and nothing waits
    assertThat(store.figures()).isEqualTo(history.figures());
    assertThat(instances.getFirst().seen).isEqualTo(history.figures());
    assertThat(store.parked()).isZero();
  }

  @Property(tries = 300)
  void offsetsResetToTheBeginningChangeNothing(
      @ForAll("histories") History history, @ForAll @IntRange(max = 60) int folded) {
    // given a view that is somewhere in the log
    var store = new CrashingStore();
    var instance = new Instance(store);
    instance.fold(history.log(), folded);
    instance.checkpoint();
    // when its offsets are lost
    store.forgetPosition();
    instance.restart();
    finish(history, instance);
    // then everything is read again and counts no more than once
    assertThat(store.figures()).isEqualTo(history.figures());
    assertThat(store.parked()).isZero();
  }

  @Property(tries = 500)
  void readersSeeOnePointOfTheLogAndNeverAnEarlierOneAgain(
      @ForAll("histories") History history,
      @ForAll @Size(max = 20) List<@From("turns") Turn> turns) {
    // given an instance
    var store = new CrashingStore();
    var instance = new Instance(store);
    long before = 0;
    for (var turn : turns) {
      // when it folds and its checkpoint crashes anywhere
      instance.fold(history.log(), turn.records());
      store.crashAfter(turn.crashAfterWrites());
      instance.checkpoint();
      store.crashAfter(Long.MAX_VALUE);
      if (turn.restart()) {
        instance.restart();
      }
      // then readers are shown nothing, or exactly what the log says up to some point
      if (instance.seenUpTo >= 0) {
        assertThat(instance.seen).isEqualTo(cleanRun(history.log(), instance.seenUpTo));
        assertThat(instance.seenUpTo).isGreaterThanOrEqualTo(before);
        before = instance.seenUpTo;
      }
    }
  }

  private static Map<Integer, Long> cleanRun(List<ConsumerRecord<byte[], byte[]>> log, long to) {
    var instance = new Instance(new CrashingStore());
    instance.fold(log, (int) to);
    instance.checkpoint();
    return instance.seen;
  }

  private static void finish(History history, Instance instance) {
    // a late owner finds out at its first checkpoint, and again if the other one wrote meanwhile
    for (int i = 0; i < 3; i++) {
      instance.fold(history.log(), ALL);
      instance.checkpoint();
    }
    assertThat(instance.fold.committed()).isEqualTo(history.log().size());
    // what a crash left in the park goes with the next checkpoint; a reload shows what would wait
    instance.restart();
    instance.store.removeReleased(List.of(new Pending<>(BeadMother.PARTITION, instance.fold)));
  }

  @Provide
  Arbitrary<Turn> turns() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(true, true, false),
            Arbitraries.integers().between(0, 25),
            Arbitraries.of(false, false, false, true))
        .as(Turn::new);
  }

  @Provide
  Arbitrary<History> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 8),
            Arbitraries.integers().between(0, 6),
            Arbitraries.longs())
        .as(FoldPropertyTest::history);
  }

  private static History history(int aggregates, int events, int disorder, long seed) {
    var random = new Random(seed);
    var figures = new TreeMap<Integer, Long>();
    record Message(UUID aggregate, long sequence, Bead event) {}
    List<Message> messages = new ArrayList<>();
    for (int sequence = 1; sequence <= events; sequence++) {
      for (int a = 0; a < aggregates; a++) {
        Bead event =
            random.nextInt(5) == 0
                ? new Bead.Polished()
                : BeadMother.put(1 + random.nextInt(9), random.nextInt(5), random.nextInt(5));
        if (event instanceof Bead.Put put) {
          put.bowls().forEach(bowl -> figures.merge(bowl, (long) put.beads(), Long::sum));
        }
        messages.add(new Message(BeadMother.aggregate(a), sequence, event));
      }
    }
    // duplicates, then events that change places
    for (int i = 0; i < disorder; i++) {
      messages.add(
          random.nextInt(messages.size() + 1), messages.get(random.nextInt(messages.size())));
    }
    for (int i = 0; i < disorder; i++) {
      int from = random.nextInt(messages.size());
      Collections.swap(messages, from, Math.min(messages.size() - 1, from + random.nextInt(12)));
    }
    List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    for (var message : messages) {
      log.add(
          BeadMother.record(log.size(), message.aggregate(), message.sequence(), message.event()));
    }
    return new History(log, figures);
  }
}

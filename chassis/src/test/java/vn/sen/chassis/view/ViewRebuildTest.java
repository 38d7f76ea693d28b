package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.BeadWorld.Rebuildable;
import vn.sen.chassis.view.BeadWorld.Seen;
import vn.sen.chassis.view.Rebuild.State;

/**
 * A view folded afresh beside the one in service, on a real broker and store. Every record of this
 * world puts one bead, so that a figure tells how many records made it.
 */
class ViewRebuildTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final BeadWorld world = new BeadWorld();
  private final Random random = new Random(7);
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() throws Exception {
    over.set(true);
    world.close();
  }

  private void put(int records) {
    for (int i = 0; i < records; i++) {
      world.sendLater(UUID.randomUUID(), 1, BeadMother.put(1, random.nextInt(20)));
    }
    world.flush();
  }

  private Rebuildable started(int records) {
    var instance = world.startRebuildable(world.view);
    await().atMost(SOON).until(() -> instance.seen().records() >= records);
    return instance;
  }

  private static Rebuild begin(Rebuildable instance) {
    return instance.engine().rebuild(UUID.randomUUID(), "somebody", "to be sure", "");
  }

  private static void awaitCaughtUp(Rebuildable instance) {
    await()
        .atMost(SOON)
        .until(
            () ->
                instance
                    .beside()
                    .map(g -> g.position().reaches(instance.engine().position()))
                    .orElse(false));
  }

  private static UUID command() {
    return UUID.randomUUID();
  }

  /** Rows as a fault would leave them: nothing in the log accounts for these beads. */
  private void plant(long beads) {
    var rows = world.database().getCollection("bowls_rows");
    var row = rows.find().first();
    rows.updateOne(Filters.eq("_id", row.getString("_id")), Updates.inc("v", beads));
  }

  /** Reads all the time, as one reader, until it is over. */
  private Callable<List<Seen>> reading(Rebuildable instance) {
    return () -> {
      var readings = new ArrayList<Seen>();
      while (!over.get()) {
        var seen = instance.seen();
        if (readings.isEmpty() || !readings.getLast().equals(seen)) {
          readings.add(seen);
        }
      }
      return readings;
    };
  }

  private static void neverGoBack(List<Seen> readings) {
    for (int i = 1; i < readings.size(); i++) {
      assertThat(readings.get(i).position().reaches(readings.get(i - 1).position()))
          .as(readings.get(i - 1) + " then " + readings.get(i))
          .isTrue();
    }
  }

  @Test
  void readersSeeOneGenerationAtOnePositionAndNeverGoBack() throws Exception {
    // given a view with a wrong row, and readers who read all the time while events flow in
    put(2_000);
    var before = started(2_000);
    before.engine().stop();
    plant(1_000);
    var instance = started(2_000);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor();
        var readers = Executors.newFixedThreadPool(2)) {
      var sender = pool.submit(this::putUntilItIsOver);
      List<Future<List<Seen>>> read =
          List.of(readers.submit(reading(instance)), readers.submit(reading(instance)));
      // when it is rebuilt, swapped in, rolled back, swapped in again, and the old one discarded
      var id = begin(instance).id();
      awaitCaughtUp(instance);
      assertThat(instance.engine().swap(id, command()).state()).isEqualTo(State.SERVING);
      awaitMark(instance, "g2");
      assertThat(instance.engine().rollBack(id, command()).state()).isEqualTo(State.ROLLED_BACK);
      awaitMark(instance, "");
      instance.engine().swap(id, command());
      awaitMark(instance, "g2");
      assertThat(instance.engine().discard(id, command()).state()).isEqualTo(State.FINISHED);
      await().atMost(SOON).until(() -> instance.engine().generations().size() == 1);
      over.set(true);
      sender.get();
      // then every reading is of one generation at one position, and none is older than the last
      for (var future : read) {
        var readings = future.get();
        neverGoBack(readings);
        assertThat(readings)
            .allSatisfy(
                seen ->
                    assertThat(seen.beads())
                        .isEqualTo(
                            seen.records() + (seen.position().generation().isEmpty() ? 1_000 : 0)));
        assertThat(readings.stream().map(s -> s.position().generation()).distinct())
            .contains("", "g2");
      }
    }
  }

  private Void putUntilItIsOver() {
    while (!over.get()) {
      put(50);
    }
    return null;
  }

  private static void awaitMark(Rebuildable instance, String mark) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(instance.seen().position().generation()).isEqualTo(mark));
  }

  @Test
  void aReaderSeesHerOwnWriteAcrossTheSwap() throws Exception {
    // given a view that is about to be swapped
    put(100);
    var instance = started(100);
    var id = begin(instance).id();
    awaitCaughtUp(instance);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      // when somebody writes and reads while that happens
      var swapped = pool.submit(() -> instance.engine().swap(id, command()));
      for (int i = 0; i < 50; i++) {
        var aggregate = UUID.randomUUID();
        world.send(aggregate, 1, BeadMother.put(1, 1_000 + i));
        // then she sees it each time
        assertThat(instance.engine().awaitVersion(aggregate, 1, SOON)).isTrue();
        assertThat(instance.seen().bowls()).containsEntry(1_000 + i, 1L);
      }
      swapped.get();
    }
  }

  @Test
  void isNotSwappedInBeforeItHasCaughtUpNorRolledBackBeforeItServes() {
    // given a rebuild by rules that no instance has
    put(10);
    var instance = started(10);
    var id = UUID.randomUUID();
    new GenerationTable(world.database())
        .change(world.view, g -> g.begin(id, 7, "somebody", "", "", Instant.now()));
    await().atMost(SOON).until(() -> instance.beside().isPresent());
    // then it stays beside the one in service
    assertThatThrownBy(() -> instance.engine().swap(id, command()))
        .isInstanceOf(RebuildNotCaughtUp.class);
    assertThatThrownBy(() -> instance.engine().rollBack(id, command()))
        .isInstanceOf(RebuildStateUnfit.class);
    assertThatThrownBy(() -> begin(instance)).isInstanceOf(RebuildUnderWay.class);
    assertThat(instance.seen().position().generation()).isEmpty();
  }

  @Test
  void goesOnAfterACrashInItsMiddleAndIsWhatTheLogMakesOfIt() throws Exception {
    // given a rebuild whose only instance stops somewhere in it
    put(20_000);
    var first = started(20_000);
    var id = begin(first).id();
    await().atMost(SOON).until(() -> first.beside().map(g -> g.read() > 0).orElse(false));
    first.engine().stop();
    // when another one starts
    put(500);
    var second = started(20_500);
    awaitCaughtUp(second);
    second.engine().swap(id, command());
    awaitMark(second, "g2");
    // then its figures are those of the log
    var replay = new LogReplay(new LogReader(world.bootstrap(), "test.log"), world.service);
    var check = second.engine().check(replay, _ -> {});
    assertThat(check.differences()).isEmpty();
    assertThat(check.rows()).isPositive();
    assertThat(second.seen().beads()).isEqualTo(20_500);
  }

  @Test
  void isSwappedOnEveryInstanceAndCarriedOutOnceOnly() throws Exception {
    // given two instances and readers at both while events flow in
    put(2_000);
    var one = started(2_000);
    var two = started(2_000);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor();
        var readers = Executors.newFixedThreadPool(2)) {
      var sender = pool.submit(this::putUntilItIsOver);
      var read = List.of(readers.submit(reading(one)), readers.submit(reading(two)));
      // when it is rebuilt by one and swapped by the other, twice with the same command
      var id = begin(one).id();
      await().atMost(SOON).until(() -> two.beside().isPresent());
      awaitCaughtUp(one);
      awaitCaughtUp(two);
      var command = command();
      var swapped = two.engine().swap(id, command);
      assertThat(two.engine().swap(id, command)).isEqualTo(swapped);
      assertThatThrownBy(() -> one.engine().swap(id, command()))
          .isInstanceOf(RebuildStateUnfit.class);
      // then readers of both see it, and nobody went back
      awaitMark(one, "g2");
      awaitMark(two, "g2");
      over.set(true);
      sender.get();
      for (var future : read) {
        neverGoBack(future.get());
        assertThat(future.get())
            .allSatisfy(seen -> assertThat(seen.beads()).isEqualTo(seen.records()));
      }
    }
  }

  @Test
  void newRulesAreFoldedBesideTheOldOnesWhichTheirOwnInstancesFoldOn() throws Exception {
    // given an instance of the old rules in service
    put(500);
    var old = started(500);
    // when one of new rules starts beside it
    var next = world.startRebuildable(world.view.by(3));
    await().atMost(SOON).until(() -> next.seen().records() == 500);
    // then it shows the old figures, which grow on, until its own are swapped in
    put(100);
    await().atMost(SOON).until(() -> next.seen().records() == 600);
    assertThat(next.seen().beads()).isEqualTo(600);
    assertThat(next.engine().rebuilds().getFirst().by()).isEqualTo("bowls");
    assertThat(next.engine().rebuilds().getFirst().reason()).isEqualTo("rules 1 → 3");
    awaitCaughtUp(next);
    var id = next.engine().rebuilds().getFirst().id();
    next.engine().swap(id, command());
    awaitMark(next, "g2");
    awaitMark(old, "g2");
    assertThat(next.seen().beads()).isEqualTo(3 * 600);
    // when the old instance has left and events come
    old.engine().stop();
    put(10);
    await().atMost(SOON).until(() -> next.seen().beads() == 3 * 610);
    // then nobody misses what nobody folds, and nobody goes back to it
    var health = new ViewsHealth(List.of(next.engine()), Duration.ofMinutes(1)).health();
    assertThat(health.getDetails()).containsOnlyKeys("bowls");
    assertThatThrownBy(() -> next.engine().rollBack(id, command()))
        .isInstanceOf(RebuildNotCaughtUp.class);
    // and where the old rules are deployed again, they are folded on and readers may
    var again = world.startRebuildable(world.view);
    await().atMost(SOON).until(() -> again.seen().records() == 610);
    awaitCaughtUp(again);
    again.engine().rollBack(id, command());
    awaitMark(again, "");
    assertThat(again.seen().beads()).isEqualTo(610);
  }

  @Test
  void whatIsDiscardedLeavesNothingBehind() {
    // given a rebuild
    put(100);
    var instance = started(100);
    var id = begin(instance).id();
    awaitCaughtUp(instance);
    // when it is discarded
    assertThat(instance.engine().discard(id, command()).state()).isEqualTo(State.DISCARDED);
    // then its rows go, and the next one is another generation
    await()
        .atMost(SOON)
        .until(
            () ->
                world.database().listCollectionNames().into(new ArrayList<>()).stream()
                    .noneMatch(name -> name.startsWith("bowls_g2")));
    assertThat(begin(instance).to().number()).isEqualTo(3);
    assertThat(instance.seen().beads()).isEqualTo(100);
  }
}

package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.deadletter.DeadLetterLog;
import vn.sen.chassis.deadletter.DeadLetterLog.Letter;
import vn.sen.chassis.deadletter.DeadLetterReplay;
import vn.sen.chassis.deadletter.DeadLetterReplay.Choice;
import vn.sen.chassis.view.BeadWorld.Figures;

/** A view held against the log, and its dead letters, on a real broker and store. */
class ViewCheckTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final BeadWorld world = new BeadWorld();
  private final LogReplay replay =
      new LogReplay(new LogReader(world.bootstrap(), "test.log"), world.service);
  private final DeadLetterLog letters = new DeadLetterLog(world.bootstrap());

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  @Test
  void isEqualToTheLogWhileEventsFlowIn() throws Exception {
    // given a view that counts all the time
    var instance = world.start();
    var over = new AtomicBoolean();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var sender =
          pool.submit(
              () -> {
                while (!over.get()) {
                  world.send(UUID.randomUUID(), 1, BeadMother.put(1, 0, 1));
                }
                return null;
              });
      await().atMost(SOON).until(() -> instance.bowls().getOrDefault(0, 0L) > 100);
      // when it is held against the log
      var read = new AtomicLong();
      var check = instance.engine().check(replay, read::set);
      over.set(true);
      sender.get();
      // then nothing differs, up to a position in the middle
      assertThat(check.differences()).isEmpty();
      assertThat(check.rows()).isPositive();
      assertThat(read.get()).isGreaterThan(100);
    }
  }

  @Test
  void findsRowsThatTheLogDoesNotAccountFor() {
    // given a row that was changed, one that was added and one that was deleted in the store
    var instance = world.start();
    var bead = UUID.randomUUID();
    world.send(bead, 1, BeadMother.put(5, 0, 1));
    await().atMost(SOON).until(() -> instance.bowls().equals(Map.of(0, 5L, 1, 5L)));
    var rows = world.database().getCollection("bowls_rows");
    var changed = rows.find(Filters.regex("_id", "/0$")).first();
    rows.updateOne(Filters.eq("_id", changed.get("_id")), Updates.set("v", 6L));
    rows.deleteOne(Filters.regex("_id", "/1$"));
    changed.put("_id", changed.getString("_id").replaceAll("/0$", "/2"));
    changed.put("v", 9L);
    rows.insertOne(changed);
    // when it is held against the log
    var check = instance.engine().check(replay, _ -> {});
    // then each is named, with what readers still see
    assertThat(check.different()).isEqualTo(3);
    assertThat(check.differences())
        .extracting(d -> List.of(d.row(), d.expected(), String.valueOf(d.stored()), d.shown()))
        .containsExactlyInAnyOrder(
            List.of("0", 5L, "6", 5L), List.of("1", 5L, "null", 5L), List.of("2", 0L, "9", 0L));
  }

  private Letter onlyLetter() {
    return letters.list(place -> place.group().equals(world.group), null, 10).getFirst();
  }

  private ConsumerRecord<byte[], byte[]> record(Letter letter) {
    return letters.find(letter.place()).orElseThrow().record();
  }

  @Test
  void whatAnOperatorGivesUpIsPassedByTheViewAndByTheLogFoldedAfresh() {
    // given an event that nobody can count, and one that waits behind it
    var instance = world.start();
    var cursed = UUID.randomUUID();
    world.send(cursed, 1, new Bead.Cursed());
    world.send(cursed, 2, BeadMother.put(3, 0));
    await().atMost(SOON).until(() -> instance.status().parked() == 1);
    var waiting = instance.engine().parked(null, 10).getFirst();
    assertThat(waiting.aggregate()).isEqualTo(cursed);
    assertThat(waiting.missing()).isEqualTo(1);
    assertThat(waiting.waiting()).containsExactly(2L);
    assertThat(instance.engine().parked(waiting, 10)).isEmpty();
    // when it is given up
    var letter = onlyLetter();
    assertThat(letter.aggregate()).isEqualTo(cursed);
    assertThat(letter.sequence()).isEqualTo(1);
    assertThat(letter.reason()).contains("cursed");
    new DeadLetterReplay(world.bootstrap())
        .deliver(world.topic, world.group, record(letter), Choice.GIVE_UP);
    // then what waited counts
    await().atMost(SOON).until(() -> instance.bowls().equals(Map.of(0, 3L)));
    assertThat(instance.engine().parked(null, 10)).isEmpty();
    // and the log gives the same
    assertThat(instance.engine().check(replay, _ -> {}).differences()).isEmpty();
    var afresh = new Figures();
    replay.fold(world.view, instance.engine().position(), afresh);
    assertThat(afresh.bowls()).isEqualTo(Map.of(0, 3L));
  }

  @Test
  void whatFailsAgainIsALetterAgainAndAnotherGroupsIsLeftAlone() {
    // given a dead letter
    var instance = world.start();
    var cursed = UUID.randomUUID();
    world.send(cursed, 1, new Bead.Cursed());
    await().atMost(SOON).until(() -> instance.status().deadLetters() == 1);
    var letter = onlyLetter();
    var operator = new DeadLetterReplay(world.bootstrap());
    // when it is delivered again in vain
    operator.deliver(world.topic, world.group, record(letter), Choice.AGAIN);
    // then it is there once more, marked
    await().atMost(SOON).until(() -> instance.status().deadLetters() == 2);
    var all = letters.list(place -> place.group().equals(world.group), null, 10);
    assertThat(all).extracting(Letter::again).containsExactly(false, true);
    assertThat(letters.list(place -> place.group().equals(world.group), letter.place(), 10))
        .extracting(Letter::place)
        .containsExactly(all.getLast().place());
    assertThat(letters.find(all.getLast().place())).isPresent();
    // when it is given up for another group
    operator.deliver(world.topic, "other.view", record(letter), Choice.GIVE_UP);
    world.send(cursed, 2, BeadMother.put(1, 0));
    // then this one still waits
    await().atMost(SOON).until(() -> instance.status().parked() == 1);
    assertThat(instance.bowls()).isEmpty();
    assertThat(instance.status().deadLetters()).isEqualTo(2);
  }
}

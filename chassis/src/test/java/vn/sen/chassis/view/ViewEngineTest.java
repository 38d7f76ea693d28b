package vn.sen.chassis.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.embedded.EmbeddedMongo;

/** The engine on a real broker and store. */
class ViewEngineTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  private BeadWorld world = new BeadWorld();

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  @Nested
  class Counting {

    @Test
    void showsAnEventWithinTensOfMilliseconds() throws Exception {
      // given an instance that is caught up
      var instance = world.start();
      var first = id();
      world.send(first, 1, BeadMother.put(1, 0));
      await().atMost(SOON).until(() -> instance.engine().awaitVersion(first, 1, SOON));
      // when events come one by one
      long sum = 0;
      for (int i = 2; i <= 101; i++) {
        world.send(first, i, BeadMother.put(1, 0));
        long sent = System.nanoTime();
        assertThat(instance.engine().awaitVersion(first, i, SOON)).isTrue();
        sum += System.nanoTime() - sent;
      }
      // then each is seen soon
      assertThat(instance.bowls()).isEqualTo(Map.of(0, 101L));
      assertThat(Duration.ofNanos(sum / 100)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void countsOnAfterARestart() {
      // given an instance that has counted and stopped
      var aggregate = id();
      world.send(aggregate, 1, BeadMother.put(2, 0, 1));
      var before = world.start();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(before.bowls()).isEqualTo(Map.of(0, 2L, 1, 2L)));
      before.engine().stop();
      // when it starts again, after more events and a duplicate
      world.send(aggregate, 1, BeadMother.put(2, 0, 1));
      world.send(aggregate, 2, BeadMother.put(3, 1));
      var after = world.start();
      // then nothing is lost and nothing doubled
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(after.bowls()).isEqualTo(Map.of(0, 2L, 1, 5L)));
    }

    @Test
    void waitsForTheMissingPredecessorAlsoOverARestart() {
      // given an event that came before its predecessor, and a restart
      var aggregate = id();
      var before = world.start();
      world.send(aggregate, 2, BeadMother.put(5, 0));
      await().atMost(SOON).until(() -> before.status().parked() == 1 && before.status().lag() == 0);
      before.engine().stop();
      var after = world.start();
      await().atMost(SOON).until(() -> after.status().parked() == 1);
      // when the predecessor comes
      world.send(aggregate, 1, BeadMother.put(1, 0));
      // then both count
      await().atMost(SOON).untilAsserted(() -> assertThat(after.bowls()).isEqualTo(Map.of(0, 6L)));
      await().atMost(SOON).until(() -> after.status().parked() == 0);
    }

    @Test
    void doesNotWaitForEverForAVersionThatNeverComes() throws Exception {
      var instance = world.start();
      assertThat(instance.engine().awaitVersion(id(), 1, Duration.ofMillis(200))).isFalse();
    }
  }

  @Nested
  class DeadLetters {

    /** What a producer takes by default. */
    private static final int MAX_REQUEST = 1 << 20;

    @Test
    void takeWhatCannotBeReadAndThePartitionGoesOn() {
      // given
      var instance = world.start();
      var good = id();
      // when records come that nobody can read
      world.send(
          new ProducerRecord<>(world.topic, 0, null, "no uuid".getBytes(StandardCharsets.UTF_8)));
      var broken = BeadMother.message(world.topic, good, 1, BeadMother.put(1, 0));
      world.send(
          new ProducerRecord<>(
              world.topic, null, broken.key(), new byte[] {'{'}, broken.headers()));
      // and the same event again, whole
      world.send(good, 1, BeadMother.put(7, 0));
      // then the good one counts and the others say where they were and why
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 7L)));
      await().atMost(SOON).until(() -> instance.status().deadLetters() == 2);
      var letters = world.deadLetters();
      assertThat(letters).hasSize(2);
      assertThat(letters)
          .allSatisfy(
              letter -> {
                assertThat(header(letter, "sen_dlt_topic")).isEqualTo(world.topic);
                assertThat(header(letter, "sen_dlt_partition")).matches("[0-2]");
                assertThat(header(letter, "sen_dlt_offset")).matches("[01]");
                assertThat(header(letter, "sen_dlt_reason")).isNotBlank();
              });
    }

    @Test
    void takeARecordAsLargeAsTheTopicAllows() {
      // given
      var instance = world.start();
      var noise = new byte[MAX_REQUEST - 100];
      new Random(7).nextBytes(noise);
      // when
      world.send(new ProducerRecord<>(world.topic, 0, null, noise));
      world.send(id(), 1, BeadMother.put(7, 0));
      // then
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 7L)));
      await().atMost(SOON).until(() -> instance.status().deadLetters() == 1);
      assertThat(world.deadLetters().getFirst().value()).isEqualTo(noise);
    }

    @Test
    void keepAnUnknownTypeUntilAnUpgradeAndOnlyItsAggregateWaits() {
      // given an aggregate with an event of an unknown type in its middle
      var waiting = id();
      var other = id();
      var before = world.start();
      world.send(waiting, 1, BeadMother.put(1, 0));
      world.send(waiting, 2, new Bead.Melted());
      world.send(waiting, 3, BeadMother.put(10, 0));
      world.send(waiting, 4, new Bead.Polished());
      world.send(other, 1, BeadMother.put(100, 0));
      // then it goes to the dead letters, what follows is parked, others count
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(before.bowls()).isEqualTo(Map.of(0, 101L)));
      await().atMost(SOON).until(() -> before.status().parked() == 2);
      var letter = world.deadLetters().getFirst();
      assertThat(header(letter, "sen_dlt_reason")).contains("test.bead.melted.v2");
      before.engine().stop();
      // when an upgrade knows the type and the letter is sent to its topic again
      var after = world.start(world.view.upgraded());
      world.send(
          new ProducerRecord<>(world.topic, null, letter.key(), letter.value(), letter.headers()));
      // then all count
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(after.bowls()).isEqualTo(Map.of(-1, 1L, 0, 111L)));
      await().atMost(SOON).until(() -> after.status().parked() == 0);
    }

    @Test
    void takeWhatTheViewCannotCount() {
      // given
      var instance = world.start();
      var cursed = id();
      // when folding an event fails
      world.send(cursed, 1, new Bead.Cursed());
      world.send(cursed, 2, BeadMother.put(1, 0));
      world.send(id(), 1, BeadMother.put(2, 0));
      // then only its aggregate waits
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 2L)));
      await().atMost(SOON).until(() -> instance.status().parked() == 1);
      assertThat(header(world.deadLetters().getFirst(), "sen_dlt_reason")).contains("cursed");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
      return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
  }

  @Nested
  class Topics {

    @Test
    void createdAnewAreRecognisedAndNotFolded() {
      // given a view that has counted
      var aggregate = id();
      world.send(aggregate, 1, BeadMother.put(1, 0));
      var instance = world.start();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 1L)));
      // when the topic is deleted and created anew, with other events at the same offsets
      world.deleteTopic();
      await().atMost(SOON).until(() -> !instance.status().problems().isEmpty());
      world.createTopic();
      for (int i = 0; i < 30; i++) {
        world.send(id(), 1, BeadMother.put(1_000, 0));
      }
      // then it is reported, and the figures stay
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(String.join("", instance.status().problems()))
                      .contains("created anew"));
      assertThat(instance.status().complete()).isFalse();
      // and a restart does not forget it
      instance.engine().stop();
      var after = world.start();
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(String.join("", after.status().problems())).contains("created anew"));
      await().atMost(SOON).untilAsserted(() -> assertThat(after.bowls()).isEqualTo(Map.of(0, 1L)));
    }
  }

  @Nested
  class Instances {

    @Test
    void shareThePartitionsAndEachAnswersForAll() throws Exception {
      // given two instances under a stream of events
      var one = world.start();
      var two = world.start();
      var random = new Random(7);
      var expected = new TreeMap<Integer, Long>();
      for (int i = 0; i < 3_000; i++) {
        put(random, expected);
      }
      world.flush();
      await().atMost(SOON).untilAsserted(() -> assertThat(one.bowls()).isEqualTo(expected));
      await().atMost(SOON).untilAsserted(() -> assertThat(two.bowls()).isEqualTo(expected));
      // when a third joins and the first leaves in the middle of more events
      for (int i = 0; i < 3_000; i++) {
        put(random, expected);
      }
      var three = world.start();
      for (int i = 0; i < 3_000; i++) {
        put(random, expected);
      }
      one.engine().stop();
      for (int i = 0; i < 3_000; i++) {
        put(random, expected);
      }
      world.flush();
      // then the others have the same figures
      await().atMost(SOON).untilAsserted(() -> assertThat(two.bowls()).isEqualTo(expected));
      await().atMost(SOON).untilAsserted(() -> assertThat(three.bowls()).isEqualTo(expected));
      // and a reader sees her own write at either of them, whoever folds it
      var aggregate = id();
      world.send(aggregate, 1, BeadMother.put(1, 99));
      assertThat(two.engine().awaitVersion(aggregate, 1, SOON)).isTrue();
      assertThat(two.bowls()).containsEntry(99, 1L);
      assertThat(three.engine().awaitVersion(aggregate, 1, SOON)).isTrue();
      assertThat(three.bowls()).containsEntry(99, 1L);
    }

    private void put(Random random, Map<Integer, Long> expected) {
      int bowl = random.nextInt(20);
      world.sendLater(id(), 1, BeadMother.put(1, bowl));
      expected.merge(bowl, 1L, Long::sum);
    }
  }

  @Nested
  class Store {

    @Test
    void withoutPositionsIsFilledAgainForWhoeverJoinsThoughNoEventComes() {
      // given an instance that has folded all there is
      for (int i = 0; i < 30; i++) {
        world.send(id(), 1, BeadMother.put(1, i % 7));
      }
      var one = world.start();
      await().atMost(SOON).until(() -> one.beads() == 30);
      // when somebody deletes the positions, and another instance joins
      world.database().getCollection("bowls_positions").deleteMany(new Document());
      var two = world.start();
      // then it shows as much
      await().atMost(SOON).until(() -> two.beads() == 30 && two.status().complete());
      assertThat(one.hasShownFewerThanBefore()).isFalse();
    }

    @Test
    void fromWhichRowsAloneAreGoneIsNotShown() {
      // given
      for (int i = 0; i < 30; i++) {
        world.send(id(), 1, BeadMother.put(1, i % 7));
      }
      var instance = world.start();
      await().atMost(SOON).until(() -> instance.beads() == 30);
      // when somebody deletes rows, and an event makes the view notice
      world.database().getCollection("bowls_rows").deleteMany(new Document());
      world.send(id(), 1, BeadMother.put(1, 0));
      await().atMost(SOON).until(() -> instance.status().failures() > 1);
      // then readers keep what they see
      assertThat(instance.beads()).isEqualTo(30);
      assertThat(instance.hasShownFewerThanBefore()).isFalse();
    }

    /** Positions alone, as if offsets were reset, and all that a view has stored. */
    @ParameterizedTest
    @ValueSource(
        strings = {"bowls_positions", "bowls_positions,bowls_rows,bowls_sequences,bowls_parked"})
    void fromWhichSomebodyHasDeletedIsFilledAgainAndReadersKeepWhatTheySee(String deleted)
        throws Exception {
      // given two instances that show as much
      for (int i = 0; i < 300; i++) {
        world.sendLater(id(), 1, BeadMother.put(1, i % 7));
      }
      world.flush();
      var instances = List.of(world.start(), world.start());
      await().atMost(SOON).until(() -> instances.stream().allMatch(i -> i.beads() == 300));
      // when somebody deletes what is stored, and events come
      for (var name : deleted.split(",")) {
        world.database().getCollection(name).deleteMany(new Document());
      }
      for (int i = 0; i < 30; i++) {
        world.send(id(), 1, BeadMother.put(1, i % 7));
      }
      // then all readers see everything, and none was ever shown less
      for (var instance : instances) {
        await().atMost(SOON).until(() -> instance.beads() == 330);
        assertThat(instance.hasShownFewerThanBefore()).isFalse();
      }
      // and who reads her own write waits for it
      var aggregate = id();
      world.send(aggregate, 1, BeadMother.put(1, 99));
      for (var instance : instances) {
        assertThat(instance.engine().awaitVersion(aggregate, 1, SOON)).isTrue();
        assertThat(instance.bowls()).containsEntry(99, 1L);
      }
      // and so does an instance that starts with what is stored now
      instances.forEach(instance -> instance.engine().stop());
      var after = world.start();
      await().atMost(SOON).until(() -> after.beads() == 331);
    }

    @Test
    void awayForAWhileLosesNothing(@TempDir Path folder) throws Exception {
      // given a view whose store goes away
      world.close();
      var store = EmbeddedMongo.start(folder, 0);
      int port = Integer.parseInt(store.connectionString().replaceAll(".*:", ""));
      try (var client =
          MongoClients.create(store.connectionString() + "/?serverSelectionTimeoutMS=500")) {
        world = new BeadWorld(client.getDatabase("test"));
        var instance = world.start();
        var aggregate = id();
        world.send(aggregate, 1, BeadMother.put(1, 0));
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 1L)));
        store.close();
        world.send(aggregate, 2, BeadMother.put(1, 0));
        await().atMost(SOON).until(() -> instance.status().failures() > 1);
        // then readers still see what was durable
        assertThat(instance.bowls()).isEqualTo(Map.of(0, 1L));
        // when it is there again
        store = EmbeddedMongo.start(folder, port);
        // then the event counts
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(instance.bowls()).isEqualTo(Map.of(0, 2L)));
        instance.engine().stop();
      } finally {
        store.close();
      }
    }
  }
}

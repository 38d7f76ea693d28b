package vn.sen.chassis.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.chassis.consume.LampService.freshDatabase;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.embedded.EmbeddedMongo;

/** Stores, instances and partitions that come and go while events are handled. */
class EventConsumerFaultIT {

  private static final List<UUID> LAMPS =
      IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();

  private final LampLog log = new LampLog();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_store_that_is_away_is_waited_for_and_nothing_is_lost_or_doubled(@TempDir Path folder) {
    // given
    log.createTopic(4);
    var database = freshDatabase();
    var store = EmbeddedMongo.start(folder, 0);
    int port = URI.create(store.connectionString()).getPort();
    try (var service = LampService.start(log, store.connectionString(), database)) {
      publish(1, 5);
      eventually().untilAsserted(() -> assertDone(service, 5));

      // when
      store.close();
      publish(6, 10);
      log.flush();
      var back = EmbeddedMongo.start(folder, port);
      publish(11, 12);

      // then
      try (back) {
        eventually().untilAsserted(() -> assertDone(service, 12));
        assertThat(log.deadLetters()).isEmpty();
        service.close();
      }
    }
  }

  @Test
  void an_instance_that_ends_in_the_middle_is_continued_by_the_next() {
    // given
    log.createTopic(4);
    var database = freshDatabase();
    publish(1, 30);
    publish(20, 31); // some twice
    try (var first = LampService.start(log, database)) {
      eventually().until(() -> !first.done(LAMPS.getFirst()).isEmpty());
    }

    // when
    try (var second = LampService.start(log, database)) {
      publish(32, 33);

      // then
      eventually().untilAsserted(() -> assertDone(second, 33));
      assertThat(log.deadLetters()).isEmpty();
    }
  }

  @Test
  void instances_that_join_and_leave_hand_partitions_over() {
    // given
    log.createTopic(4);
    var database = freshDatabase();
    try (var first = LampService.start(log, database)) {
      publish(1, 10);
      eventually().until(() -> !first.done(LAMPS.getFirst()).isEmpty());

      // when
      try (var _ = LampService.start(log, database)) {
        publish(11, 30);
        eventually().until(() -> first.done(LAMPS.getFirst()).size() > 10);
      }
      publish(31, 32);

      // then
      eventually().untilAsserted(() -> assertDone(first, 32));
      assertThat(log.deadLetters()).isEmpty();
    }
  }

  @Test
  void what_is_parked_outlives_the_instance() {
    // given
    log.createTopic(4);
    var database = freshDatabase();
    var lamp = LAMPS.getFirst();
    try (var first = LampService.start(log, database)) {
      log.lit(lamp, 1);
      log.lit(lamp, 3);
      eventually().until(() -> first.parkedSize() == 1);
    }

    // when
    try (var second = LampService.start(log, database)) {
      log.lit(lamp, 2);

      // then
      eventually().untilAsserted(() -> assertThat(second.done(lamp)).containsExactly(1L, 2L, 3L));
    }
  }

  @Test
  void a_topic_that_does_not_exist_yet_is_waited_for() {
    // given
    try (var service = LampService.start(log, freshDatabase())) {

      // when
      log.createTopic(4);
      publish(1, 1);

      // then
      eventually().untilAsserted(() -> assertDone(service, 1));
    }
  }

  private void publish(long from, long to) {
    for (long s = from; s <= to; s++) {
      for (var lamp : LAMPS) {
        log.lit(lamp, s);
      }
    }
  }

  private static void assertDone(LampService service, long last) {
    var all = LongStream.rangeClosed(1, last).boxed().toList();
    assertThat(LAMPS).allSatisfy(lamp -> assertThat(service.done(lamp)).isEqualTo(all));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}

package vn.sen.chassis.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.BeadWorld.Figures;

/** What the log alone gives, on a real broker. */
class LogReplayTest {

  private final BeadWorld world = new BeadWorld();
  private final LogReader log = new LogReader(world.bootstrap(), "test.log");
  private final LogReplay replay = new LogReplay(log, world.service);

  @AfterEach
  void close() throws Exception {
    world.close();
  }

  private Map<Integer, Long> foldedUpTo(ViewPosition position) {
    var figures = new Figures();
    replay.fold(world.view, position, figures);
    return figures.bowls();
  }

  @Test
  void foldsWhatTheLogHeldAtAPosition() {
    // given a position in the middle of the log, in which an event came twice and one too early
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(other, 2, BeadMother.put(5, 1));
    var middle = log.ends(world.view.topics());
    world.send(other, 1, BeadMother.put(1, 1));
    var end = log.ends(world.view.topics());
    // when it is folded up to there, and up to the end
    // then each event counts once, and only in its turn
    assertThat(foldedUpTo(middle)).isEqualTo(Map.of(0, 2L));
    assertThat(foldedUpTo(end)).isEqualTo(Map.of(0, 2L, 1, 6L));
  }

  @Test
  void tellsWhichEventsAreCountedSinceAPosition() {
    // given, before a position, an event, and one that waits for its predecessor
    var one = UUID.randomUUID();
    var waiting = UUID.randomUUID();
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(waiting, 2, BeadMother.put(5, 1));
    var since = log.ends(world.view.topics());
    // and behind it a repetition, the predecessor, and news
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(waiting, 1, BeadMother.put(1, 1));
    world.send(one, 2, BeadMother.put(3, 0));
    var until = log.ends(world.view.topics());
    // when it is asked what was counted
    List<String> counted = new ArrayList<>();
    replay.tell(
        world.view,
        since,
        until,
        (_, meta, behind) ->
            counted.add((behind ? "since " : "before ") + meta.aggregate() + meta.sequence()));
    // then each event is told once, and what had waited as counted since
    assertThat(counted)
        .containsExactlyInAnyOrder(
            "before " + one + 1,
            "since " + waiting + 1,
            "since " + waiting + 2,
            "since " + one + 2);
  }

  @Test
  void knowsWhereTheLogEndedAtAnInstant() throws Exception {
    // given events before and after an instant of the broker's clock
    var bead = UUID.randomUUID();
    world.send(bead, 1, BeadMother.put(1, 0));
    var first = appendedAt(log.ends(world.view.topics()));
    world.send(bead, 2, BeadMother.put(1, 0));
    // when it is asked for the position before the instant, at it, and long after it
    var before = log.before(first, world.view.topics());
    var after = log.before(Instant.now().plusSeconds(3600), world.view.topics());
    // then what was appended at the instant is not before it
    assertThat(foldedUpTo(before)).isEmpty();
    assertThat(foldedUpTo(after)).isEqualTo(Map.of(0, 2L));
  }

  private Instant appendedAt(ViewPosition until) {
    List<Long> times = new ArrayList<>();
    log.read(until, record -> times.add(record.timestamp()));
    return Instant.ofEpochMilli(times.getFirst());
  }

  @Test
  void readsWhatLiesBetweenTwoPositions() {
    // given two positions
    var bead = UUID.randomUUID();
    world.send(bead, 1, BeadMother.put(1, 0));
    var from = log.ends(world.view.topics());
    world.send(bead, 2, BeadMother.put(1, 0));
    world.send(bead, 3, BeadMother.put(1, 0));
    var until = log.ends(world.view.topics());
    // when what lies between them is read
    List<Long> offsets = new ArrayList<>();
    log.read(from, until, record -> offsets.add(record.offset()));
    // then it is just that
    assertThat(offsets).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void tellsWhichEventsCountedAndWhatTheyAdded() {
    // given an event that came twice, and in the same partition one that had to wait for the one
    // before it
    var one = UUID.randomUUID();
    var other =
        Stream.generate(UUID::randomUUID)
            .filter(id -> partition(id) == partition(one))
            .findFirst()
            .orElseThrow();
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(one, 1, BeadMother.put(2, 0));
    world.send(other, 2, BeadMother.put(5, 1));
    world.send(other, 1, BeadMother.put(1, 1));
    var end = log.ends(world.view.topics());
    // when all are traced, and then those of one aggregate alone
    // then each is told once, by the record it is in
    assertThat(traced(end, null)).isEqualTo(List.of("0: 2", "3: 1", "2: 5"));
    assertThat(traced(end, other)).isEqualTo(List.of("3: 1", "2: 5"));
  }

  private static int partition(UUID key) {
    return Utils.toPositive(Utils.murmur2(key.toString().getBytes(UTF_8))) % BeadWorld.PARTITIONS;
  }

  private List<String> traced(ViewPosition until, @Nullable UUID only) {
    List<String> told = new ArrayList<>();
    replay.trace(
        world.view,
        until,
        record -> only == null || new String(record.key(), UTF_8).equals(only.toString()),
        counted ->
            counted
                .additions()
                .forEach(added -> told.add(counted.record().offset() + ": " + added.delta())));
    return told;
  }

  @Test
  void refusesAPositionOfAnotherTopicOfTheSameName() {
    // given a position of a topic that was created anew since
    world.send(UUID.randomUUID(), 1, BeadMother.put(1, 0));
    var position = log.ends(world.view.topics());
    world.deleteTopic();
    world.createTopic();
    // when it is folded up to there
    // then it says that this log is gone
    assertThatThrownBy(() -> foldedUpTo(position))
        .isInstanceOf(LogGone.class)
        .hasMessageContaining(world.topic);
  }
}

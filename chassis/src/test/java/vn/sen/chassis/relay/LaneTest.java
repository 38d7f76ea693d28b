package vn.sen.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.store.Note;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;

class LaneTest {

  private static final UUID AGGREGATE = new UUID(1, 2);

  /**
   * Whatever offers come in which order, each with everything pending at its time, and whatever
   * sends fail: every event is sent, and the first acknowledgements are in version order.
   */
  @Property(tries = 300)
  void sendsInVersionOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 12) Integer> offers,
      @ForAll @Size(24) List<Boolean> failures) {
    // given
    var lane = new Lane(null, AGGREGATE);
    var acknowledged = new ArrayList<Long>();
    int step = 0;

    // when
    for (int upTo : offers) {
      lane.add(events(upTo));
      for (var event = lane.next(); event != null; event = lane.next()) {
        if (step < failures.size() && failures.get(step++)) {
          lane.failed();
        } else {
          acknowledged.add(event.record().sequence());
          lane.acknowledged();
        }
      }
    }

    // then
    long highest = offers.stream().mapToInt(i -> i).max().orElseThrow();
    assertThat(acknowledged).isEqualTo(LongStream.rangeClosed(1, highest).boxed().toList());
  }

  @Example
  void hasOneEventInFlight() {
    var lane = new Lane(null, AGGREGATE);
    lane.add(events(2));

    assertThat(lane.next()).isNotNull();
    assertThat(lane.next()).isNull();
    lane.acknowledged();
    assertThat(lane.next()).isNotNull();
  }

  @Example
  void forgetsWhatWaitsWhenAnotherRelayTakesOverButNotWhatIsInFlight() {
    var lane = new Lane(null, AGGREGATE);
    lane.add(events(3));
    lane.next();

    assertThat(lane.abandon()).isEqualTo(2);

    lane.acknowledged();
    assertThat(lane.next()).isNull();
    assertThat(lane.add(events(3))).isEqualTo(2);
  }

  private static List<PendingEvent> events(long upTo) {
    return LongStream.rangeClosed(1, upTo)
        .mapToObj(
            sequence ->
                new PendingEvent(
                    new EventRecord(
                        EventRecord.idOf(AGGREGATE, sequence),
                        "/sen/test",
                        AGGREGATE,
                        "test.note.line-added.v1",
                        Instant.EPOCH,
                        sequence,
                        Note.DAY,
                        Cause.UNKNOWN,
                        new byte[0])))
        .toList();
  }
}

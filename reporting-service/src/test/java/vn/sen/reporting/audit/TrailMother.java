package vn.sen.reporting.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;

/** Records and blocks of the trail. */
public final class TrailMother {

  public static final LogPartition MEMBERS = new LogPartition("members", "jW4sjBZ6Qn2", 2);
  public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
  public static final String CHAIR = "0197a2b0-0000-7000-8000-000000000002";

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private TrailMother() {}

  /** An event of an aggregate, recorded by somebody. */
  public static EventRecord event(UUID about, long sequence, Instant at, String actor) {
    var event = new OrgUnitClosed(DAY);
    return new EventRecord(
        EventRecord.idOf(about, sequence),
        MembershipEvents.SOURCE,
        about,
        MembershipEvents.CATALOG.nameOf(event),
        at,
        sequence,
        DAY,
        new Cause(actor, "sen-console", null),
        MembershipEvents.CATALOG.encode(event));
  }

  static LogRecord record(long offset, EventRecord event) {
    var headers = new ArrayList<LogRecord.Header>();
    var sent = event.toProducerRecord("any");
    sent.headers().forEach(h -> headers.add(new LogRecord.Header(h.key(), h.value())));
    return new LogRecord(offset, event.time().toEpochMilli(), sent.key(), headers, sent.value());
  }

  static LogRecord record(long offset) {
    return record(offset, event(new UUID(7, offset), 1, NOON.plusSeconds(offset), CHAIR));
  }

  static List<LogRecord> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(TrailMother::record).toList();
  }

  /** A record that nobody of ours has written. */
  static LogRecord noise(long offset) {
    return new LogRecord(offset, NOON.toEpochMilli(), null, List.of(), "noise".getBytes(UTF_8));
  }
}

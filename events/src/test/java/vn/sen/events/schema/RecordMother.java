package vn.sen.events.schema;

import java.time.Instant;
import java.util.UUID;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;

/** Envelopes around events. */
final class RecordMother {

  static final UUID SUBJECT = UUID.fromString("0197a2b0-8e3c-7b5e-9d5a-3f1c2b4a5d6e");
  static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  static final String ACTOR = "0197a2b0-8e3c-7b5e-9d5a-3f1c2b4a5d6f";

  private RecordMother() {}

  static EventRecord record(PublishedLanguage.Context context, DomainEvent event) {
    return new EventRecord(
        EventRecord.idOf(SUBJECT, 3),
        context.source(),
        SUBJECT,
        context.catalog().nameOf(event),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        3,
        event.effectiveDate(),
        new Cause(ACTOR, "sen-console", TRACE),
        context.catalog().encode(event));
  }
}

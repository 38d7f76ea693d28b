package vn.sen.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.audit.AuditEvent;
import vn.sen.events.audit.AuditEvent.AttemptRefused;
import vn.sen.events.audit.AuditEvents;

class EntryTest {

  private static final UUID ENTRY = UUID.randomUUID();
  private static final UUID PERSON = UUID.randomUUID();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Entry entry(AuditEvent event) {
    var record =
        new EventRecord(
            EventRecord.idOf(ENTRY, 1),
            AuditEvents.sourceOf("membership"),
            ENTRY,
            AuditEvents.CATALOG.nameOf(event),
            TrailMother.NOON,
            1,
            DAY,
            new Cause(TrailMother.CHAIR, "sen-console", null),
            AuditEvents.CATALOG.encode(event));
    return Entry.of(TrailMother.record(0, record), Chain.BEGIN);
  }

  @Test
  void a_command_is_told_by_its_event() {
    var record = TrailMother.event(PERSON, 3, TrailMother.NOON, TrailMother.CHAIR);

    var entry = Entry.of(TrailMother.record(0, record), Chain.BEGIN);

    assertThat(entry)
        .returns(Kind.CHANGED, Entry::kind)
        .returns("membership.orgunit.closed.v1", Entry::what)
        .returns(TrailMother.CHAIR, Entry::actor)
        .returns("sen-console", Entry::client)
        .returns(List.of(PERSON), Entry::about)
        .returns(TrailMother.NOON, Entry::at);
  }

  @Test
  void a_refused_attempt_says_why_and_how_often() {
    var since = Instant.parse("2026-03-02T04:59:00.123456Z");

    var entry =
        entry(
            new AttemptRefused(DAY, "GET /x/{id}", 403, "out-of-scope", List.of(PERSON), 7, since));

    assertThat(entry.kind()).isEqualTo(Kind.REFUSED);
    assertThat(entry.about()).containsExactly(PERSON);
    assertThat(entry.refusal())
        .isEqualTo(
            new Entry.Refusal(403, "out-of-scope", 7, Instant.parse("2026-03-02T04:59:00.123Z")));
  }

  @Test
  void what_nobody_of_ours_has_written_is_an_entry_too() {
    assertThat(Entry.of(TrailMother.noise(5), Chain.BEGIN))
        .returns(Kind.UNREADABLE, Entry::kind)
        .returns(TrailMother.NOON, Entry::at);
  }

  @Test
  void an_import_acts_for_whom_it_names() {
    var record = TrailMother.event(PERSON, 1, TrailMother.NOON, "import:" + TrailMother.CHAIR);

    var entry = Entry.of(TrailMother.record(0, record), Chain.BEGIN);

    assertThat(entry.isBy(TrailMother.CHAIR)).isTrue();
    assertThat(entry.isBy("import:" + TrailMother.CHAIR)).isTrue();
    assertThat(entry.isBy("import")).isFalse();
  }
}

package vn.sen.membership.voice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceRaisedBy;

/** Voices to read. */
@RestController
@RequestMapping(VoiceController.PATH)
class VoiceQueries {

  private static final int MAX_PAGE = 500;

  private final VoiceHandler handler;
  private final VoiceList list;
  private final AggregateStore<Voice> store;
  private final VoiceTerms terms;
  private final Clock clock;

  VoiceQueries(
      VoiceHandler handler,
      VoiceList list,
      AggregateStore<Voice> store,
      VoiceTerms terms,
      Clock clock) {
    this.handler = handler;
    this.list = list;
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A voice in a list, without who raised it and without a word of what was said.
   *
   * @param dueOn the last day for the present, or last, answer
   * @param overdue whether the answer should have come before today
   */
  record VoiceLine(
      UUID id,
      long version,
      Voice.VoiceState state,
      UUID unitId,
      UUID ownerId,
      VoiceRaisedBy by,
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      LocalDate dueOn,
      boolean overdue) {

    static VoiceLine of(Stored<Voice> stored, LocalDate today) {
      var voice = stored.state();
      var matter = voice.matter();
      var dueOn = voice.last().dueOn();
      return new VoiceLine(
          stored.id(),
          stored.version(),
          voice.state(),
          matter.unitId(),
          voice.owner(),
          matter.by(),
          matter.kind(),
          matter.subject(),
          matter.raisedOn(),
          dueOn,
          voice instanceof Voice.Open && dueOn.isBefore(today));
    }
  }

  /** A voice; who only audits sees when it went where, and not a word of it. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<VoiceView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = handler.get(id, reader);
    var voice = stored.state();
    var bundle = voice.bundle();
    var similar =
        bundle == null
            ? List.<UUID>of()
            : list.bundled(reader, bundle).stream().filter(other -> !other.equals(id)).toList();
    var whole = VoiceView.of(id, stored.version(), voice, similar);
    var view =
        handler.isVisible(reader.acting(Set.of(Role.VIEWER)), voice) ? whole : whole.masked();
    record.shows(Stream.concat(Stream.of(id), Stream.ofNullable(view.memberId())).toList());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view);
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    handler.get(id, reader);
    record.shows(id);
    return Page.of(store.history(id), null);
  }

  /**
   * Voices that have come to a unit of the reader's; what is due first comes first.
   *
   * @param unitId the unit, or one above the unit, that has to answer
   * @param overdue only those whose answer should have come before today
   */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<VoiceLine>> list(
      @RequestParam @Nullable UUID unitId,
      @RequestParam Voice.@Nullable VoiceState state,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam @Nullable VoiceKind kind,
      @RequestParam @Nullable String subject,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var criteria = new VoiceList.Criteria(unitId, state, overdue, kind, subject);
    var found = list.find(reader, criteria, limit, cursor);
    record.shows(found.voices().stream().map(Stored::id).toList());
    var today = LocalDate.now(clock);
    return Page.of(
        found.voices().stream().map(voice -> VoiceLine.of(voice, today)).toList(), found.next());
  }

  /** The subject areas by which voices are sorted. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/subjects")
  List<VoiceTerms.Subject> subjects() {
    return terms.subjects();
  }
}

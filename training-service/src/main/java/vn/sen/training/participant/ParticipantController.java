package vn.sen.training.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.training.ParticipantCategory;

/** Participants whom only training knows, over HTTP. */
@RestController
@RequestMapping(ParticipantController.PATH)
class ParticipantController {

  static final String PATH = "/api/training/participants";

  private static final String TEXT = "\\P{Cntrl}*";

  private final Participants participants;
  private final Scope scope;
  private final Clock clock;

  ParticipantController(Participants participants, Scope scope, Clock clock) {
    this.participants = participants;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * Somebody whom the membership service does not know.
   *
   * @param unitId where she or he lives
   * @param category neither {@code MEMBER} nor {@code CADRE}: they are known
   */
  record NewParticipant(
      @NotBlank @Size(max = 100) @Pattern(regexp = TEXT) String name,
      @NotNull UUID unitId,
      @NotNull ParticipantCategory category) {}

  /** The name as it should be. */
  record NameCorrection(@NotBlank @Size(max = 100) @Pattern(regexp = TEXT) String name) {}

  /**
   * A participant.
   *
   * @param name absent once it was erased
   */
  record ParticipantView(
      UUID id,
      long version,
      @Nullable String name,
      UUID unitId,
      ParticipantCategory category,
      @Nullable LocalDate erasedOn) {

    static ParticipantView of(Stored<Participant> stored) {
      var participant = stored.state();
      return new ParticipantView(
          stored.id(),
          stored.version(),
          participant.name(),
          participant.unitId(),
          participant.category(),
          participant.erasedOn());
    }
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewParticipant body, CommandContext by) {
    var today = LocalDate.now(clock);
    scope.require(by.sender(), body.unitId(), today, "/unitId");
    var decision = Participant.register(plain(body.name()), body.unitId(), body.category(), today);
    return CommandAnswers.created(participants.register(by, decision), PATH);
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/correction")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody NameCorrection body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        participants.change(
            id,
            by,
            participant -> inScope(by.sender(), participant).correct(plain(body.name()), today)));
  }

  /** The name is erased at the person's request; what she or he attended still counts. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/erasure")
  ResponseEntity<Done> erase(@PathVariable UUID id, CommandContext by) {
    return CommandAnswers.changed(
        participants.erase(
            id, by, LocalDate.now(clock), participant -> inScope(by.sender(), participant)));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<ParticipantView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = participants.get(id);
    inScope(reader, stored.state());
    record.shows(id);
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(ParticipantView.of(stored));
  }

  /** Participants of a unit and of what is below it today; of all that the reader may see. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<ParticipantView>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found = participants.list(scope.seenBy(reader, unitId), Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Stored::id).toList());
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(ParticipantView::of).toList(), next);
  }

  private Participant inScope(Caller caller, Participant participant) {
    scope.require(caller, participant.unitId(), LocalDate.now(clock), "");
    return participant;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}

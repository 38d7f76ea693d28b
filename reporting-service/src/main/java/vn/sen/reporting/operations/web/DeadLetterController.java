package vn.sen.reporting.operations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.deadletter.DeadLetterLog;
import vn.sen.chassis.deadletter.DeadLetterLog.Letter;
import vn.sen.chassis.deadletter.DeadLetterLog.Place;
import vn.sen.chassis.deadletter.DeadLetterLog.Whole;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.reporting.operations.DeadLettersAway;
import vn.sen.reporting.operations.LetterDecision;
import vn.sen.reporting.operations.LetterDecision.Choice;
import vn.sen.reporting.operations.store.LetterDecisions;

/** What consumers of any service could not count or handle, and what is done about it. */
@RestController
@RequestMapping(DeadLetterController.PATH)
class DeadLetterController {

  static final String PATH = "/api/reporting/dead-letters";

  private static final int MAX_PAGE = 200;

  /** So many later letters at most are looked through for one that came back. */
  private static final int LOOKED_THROUGH = 1_000;

  private final DeadLetterLog log;
  private final LetterDecisions decisions;
  private final Scope scope;

  DeadLetterController(DeadLetterLog log, LetterDecisions decisions, Scope scope) {
    this.log = log;
    this.decisions = decisions;
    this.scope = scope;
  }

  /** Why it is delivered again; may be left out. */
  record Replaying(@Nullable @Size(max = 500) String reason) {}

  /** Why it is taken as done. */
  record Discarding(@NotBlank @Size(max = 500) String reason) {}

  @Operation(
      summary = "Sự kiện không xử lý được",
      description =
          "Dead letters of all services by topic and group, in the order they came; without their"
              + " data.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping
  ResponseEntity<Page<LetterView>> list(
      @Parameter(description = "Only of this topic") @RequestParam(required = false)
          @Nullable String topic,
      @Parameter(description = "Only of this consumer group") @RequestParam(required = false)
          @Nullable String group,
      @Parameter(description = "From the page before") @RequestParam(required = false)
          @Nullable String cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      Caller caller) {
    scope.requireTop(caller);
    var after = cursor == null || cursor.isEmpty() ? null : place(cursor, CursorInvalid::new);
    var found =
        asking(
            () ->
                log.list(
                    place ->
                        (topic == null || topic.equals(place.topic()))
                            && (group == null || group.equals(place.group())),
                    after,
                    limit + 1));
    var page = found.subList(0, Math.min(limit, found.size()));
    var decided = decisions.of(page);
    return Page.of(
        page.stream().map(letter -> view(letter, decided)).toList(),
        found.size() > limit ? LetterView.id(page.getLast()) : null);
  }

  private static LetterView view(Letter letter, Map<UUID, LetterDecision> decided) {
    return LetterView.of(letter, decided.get(LetterDecisions.id(letter)));
  }

  @Operation(
      summary = "Một sự kiện không xử lý được",
      description =
          "A dead letter with its data, and where it came back to if it was delivered again in"
              + " vain.")
  @Needs(Role.ADMINISTRATOR)
  @GetMapping("/{id}")
  LetterView.WithData show(@PathVariable String id, Caller caller, OnRecord record) {
    scope.requireTop(caller);
    var whole = find(id);
    var letter = whole.letter();
    var decision = decisions.of(List.of(letter)).get(LetterDecisions.id(letter));
    var view = LetterView.WithData.of(whole, decision, decision == null ? null : cameBack(letter));
    record.shows(letter.aggregate() == null ? LetterDecisions.id(letter) : letter.aggregate());
    return view;
  }

  private @Nullable String cameBack(Letter letter) {
    if (letter.aggregate() == null) {
      return null;
    }
    var place = letter.place();
    return asking(() -> log.list(p -> p.letters().equals(place.letters()), place, LOOKED_THROUGH))
        .stream()
        .filter(Letter::again)
        .filter(later -> Objects.equals(later.aggregate(), letter.aggregate()))
        .filter(later -> Objects.equals(later.sequence(), letter.sequence()))
        .map(LetterView::id)
        .findFirst()
        .orElse(null);
  }

  @Operation(
      summary = "Chuyển lại sự kiện",
      description =
          "Delivers the letter to its group once more, after what stopped it was repaired. Where it"
              + " fails again, it is among the letters again, marked.")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/replay")
  LetterView replay(
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable Replaying body,
      CommandContext by,
      OnRecord record) {
    return decide(id, Choice.REPLAYED, body == null ? null : body.reason(), by, record);
  }

  @Operation(
      summary = "Bỏ qua sự kiện",
      description = "Takes the event as done without it, so that what waits behind it goes on.")
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/discard")
  LetterView discard(
      @PathVariable String id,
      @Valid @RequestBody Discarding body,
      CommandContext by,
      OnRecord record) {
    return decide(id, Choice.DISCARDED, body.reason(), by, record);
  }

  private LetterView decide(
      String id, Choice choice, @Nullable String reason, CommandContext by, OnRecord record) {
    scope.requireTop(by.sender());
    var whole = find(id);
    record.does(LetterDecisions.id(whole.letter()));
    return LetterView.of(whole.letter(), decisions.decide(whole, choice, reason, by));
  }

  private Whole find(String id) {
    var place = place(id, () -> new NotFound(id));
    return asking(() -> log.find(place)).orElseThrow(() -> new NotFound(id));
  }

  private static Place place(String id, Supplier<RuntimeException> none) {
    try {
      var parts = Cursor.parse(id, 2);
      return new Place(parts.getFirst(), Long.parseLong(parts.getLast()));
    } catch (NumberFormatException | CursorInvalid e) {
      throw none.get();
    }
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new DeadLettersAway(e);
    }
  }
}

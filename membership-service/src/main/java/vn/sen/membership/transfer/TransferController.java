package vn.sen.membership.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.membership.member.MemberMoves;
import vn.sen.membership.member.Particulars;

/** Requests of a unit for a member whose record lies in another one. */
@RestController
@RequestMapping(TransferController.PATH)
class TransferController {

  static final String PATH = "/api/membership/transfer-requests";

  private static final int MAX_PAGE = 500;

  private final TransferHandler handler;
  private final TransferList list;
  private final AggregateStore<TransferRequest> store;

  TransferController(
      TransferHandler handler, TransferList list, AggregateStore<TransferRequest> store) {
    this.handler = handler;
    this.list = list;
    this.store = store;
  }

  /**
   * What the paper says that she brought along.
   *
   * @param unitId the commune, or the unit below it, that issued it
   */
  record Paper(
      @NotBlank @Size(max = Particulars.MAX_NAME) String fullName,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @NotNull UUID unitId) {
    MemberMoves.Paper said() {
      return new MemberMoves.Paper(fullName, birthDate, birthYear, unitId);
    }
  }

  /**
   * @param on the day from which she belongs to the receiving unit
   * @param identityNumber who she is; or else
   * @param paper what her paper says
   */
  record NewRequest(
      @NotNull UUID toUnitId,
      @NotNull LocalDate on,
      @Nullable @Size(max = 20) String identityNumber,
      @Nullable @Valid Paper paper) {
    TransferHandler.Person person() {
      return new TransferHandler.Person(identityNumber, paper == null ? null : paper.said());
    }
  }

  /**
   * @param state WAITING: she is a member elsewhere. NOBODY_FOUND: no other unit has a record of
   *     her
   */
  record Answered(UUID id, long version, TransferRequest.State state) {}

  /**
   * @param memberId who is meant, where several may be
   */
  record Confirmation(@Nullable UUID memberId) {}

  record Refusal(@NotBlank @Size(max = 500) String reason) {}

  /** Asks for somebody. All the unit learns is whether she is a member elsewhere. */
  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Answered> ask(@Valid @RequestBody NewRequest body, CommandContext by) {
    var committed = handler.ask(body.toUnitId(), body.on(), body.person(), by);
    var state = store.get(committed.id()).state().state();
    return CommandAnswers.created(
        committed, PATH, new Answered(committed.id(), committed.version(), state));
  }

  /** Lets the member go; she is moved a moment later. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/confirmation")
  ResponseEntity<CommandAnswers.Done> confirm(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Confirmation body,
      CommandContext by) {
    return CommandAnswers.changed(handler.confirm(id, body == null ? null : body.memberId(), by));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/refusal")
  ResponseEntity<CommandAnswers.Done> refuse(
      @PathVariable UUID id, @Valid @RequestBody Refusal body, CommandContext by) {
    return CommandAnswers.changed(handler.refuse(id, body.reason().strip(), by));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<TransferView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = handler.get(id, reader);
    var view = view(stored, reader);
    record.shows(view.records());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view);
  }

  private TransferView view(Stored<TransferRequest> stored, Caller reader) {
    var request = stored.state();
    return TransferView.of(
        stored.id(), stored.version(), request, handler.decides(reader, request));
  }

  /** The requests of the reader's units and to them, the latest first. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<TransferView>> list(
      @RequestParam @Nullable List<TransferRequest.State> state,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    var found = list.find(reader, state == null ? List.of() : state, limit, cursor);
    var views = found.requests().stream().map(stored -> view(stored, reader)).toList();
    record.shows(views.stream().flatMap(view -> view.records().stream()).toList());
    return Page.of(views, found.next());
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    handler.get(id, reader);
    record.shows(id);
    return Page.of(store.history(id), null);
  }
}

package vn.sen.membership.memberimport;

import com.mongodb.client.model.Filters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.membership.approval.OpenProposal;

/** Withdrawals of imports that were carried out by mistake. */
@RestController
@RequestMapping(WithdrawalController.PATH)
class WithdrawalController implements OpenProposal.Source {

  static final String PATH = "/api/membership/import-withdrawals";

  private final AggregateStore<Withdrawal> store;
  private final ImportStore imports;
  private final WithdrawalProgress progress;
  private final JobRunner runner;
  private final Scope scope;
  private final Clock clock;

  WithdrawalController(
      AggregateStore<Withdrawal> store,
      ImportStore imports,
      WithdrawalProgress progress,
      JobRunner importWithdrawals,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.imports = imports;
    this.progress = progress;
    this.runner = importWithdrawals;
    this.scope = scope;
    this.clock = clock;
  }

  record NewWithdrawal(
      @NotNull UUID importId, @NotBlank @Size(max = Withdrawal.MAX_REASON) String reason) {}

  /**
   * @param withdrawn members that do not count any more, so far
   * @param kept members that were left because something else has happened to them, so far
   * @param consistency the token with which reports show all of it; null before the end
   */
  record View(
      UUID id,
      long version,
      Withdrawal.State state,
      UUID importId,
      String reason,
      String author,
      @Nullable String approver,
      long withdrawn,
      long kept,
      @Nullable String consistency) {}

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> propose(@Valid @RequestBody NewWithdrawal body, CommandContext by) {
    var found = imported(body.importId());
    scope.requireAll(by.sender(), found.reach());
    return CommandAnswers.created(
        store.create(
            by.newId(),
            by,
            () ->
                Withdrawal.propose(found.id(), found.state(), body.reason(), by.actor(), today())),
        PATH);
  }

  /** Begins to withdraw the members; see the answer to GET for how far it is. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/approval")
  ResponseEntity<Done> approve(@PathVariable UUID id, CommandContext by) {
    var done = decide(id, by, withdrawal -> withdrawal.approve(by.actor(), today()));
    runner.wake();
    return done;
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/rejection")
  ResponseEntity<Done> reject(@PathVariable UUID id, CommandContext by) {
    return decide(id, by, withdrawal -> withdrawal.reject(by.actor(), today()));
  }

  private ResponseEntity<Done> decide(
      UUID id, CommandContext by, Function<Withdrawal, Decision<Withdrawal>> decide) {
    inReach(id, by.sender());
    return CommandAnswers.changed(store.change(id, by, decide));
  }

  @Needs({Role.OFFICER, Role.APPROVER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(@PathVariable UUID id, Caller reader) {
    var stored = inReach(id, reader);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  /** The withdrawals of imports in the reader's reach. */
  @Needs({Role.OFFICER, Role.APPROVER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<View>> list(Caller reader) {
    var found = store.documents().find().map(store::stored).into(new ArrayList<>());
    return Page.of(
        found.stream()
            .filter(w -> scope.coversAll(reader, imported(w.state()).reach()))
            .map(this::view)
            .toList(),
        null);
  }

  @Override
  public List<OpenProposal> openTo(Caller reader) {
    var proposed =
        Filters.eq("ix." + WithdrawalConfiguration.STATE, Withdrawal.State.PROPOSED.name());
    return store.documents().find(proposed).map(store::stored).into(new ArrayList<>()).stream()
        .filter(w -> scope.coversAll(reader, imported(w.state()).reach()))
        .map(
            w ->
                new OpenProposal(
                    OpenProposal.Kind.IMPORT_WITHDRAWAL,
                    w.id(),
                    w.version(),
                    w.state().author(),
                    PATH + "/" + w.id()))
        .toList();
  }

  /** The members that were left, as far as it has come. */
  @Needs({Role.OFFICER, Role.APPROVER, Role.AUDITOR})
  @GetMapping("/{id}/kept")
  ResponseEntity<Page<UUID>> kept(
      @PathVariable UUID id,
      @RequestParam @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    inReach(id, reader);
    var part = progress.left(id, row(cursor));
    record.shows(part.members());
    var next = part.members().isEmpty() ? null : Cursor.of(Long.toString(part.firstRow()));
    return Page.of(part.members(), next);
  }

  private static long row(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 1);
    try {
      return parts.isEmpty() ? 0 : Long.parseLong(parts.getFirst());
    } catch (NumberFormatException e) {
      throw new CursorInvalid();
    }
  }

  /** Who proposed, approved or rejected it, and when. */
  @Needs({Role.OFFICER, Role.APPROVER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id, Caller reader) {
    inReach(id, reader);
    return Page.of(store.history(id), null);
  }

  private View view(Stored<Withdrawal> stored) {
    var withdrawal = stored.state();
    var approval = withdrawal.approved();
    var position = progress.of(stored.id());
    return new View(
        stored.id(),
        stored.version(),
        withdrawal.state(),
        withdrawal.wanted().importId(),
        withdrawal.wanted().reason(),
        withdrawal.author(),
        approval == null ? null : approval.approver(),
        position.withdrawn(),
        position.kept(),
        withdrawal instanceof Withdrawal.Done done
            ? "import:" + stored.id() + "@" + done.withdrawn()
            : null);
  }

  private Stored<Withdrawal> inReach(UUID id, Caller caller) {
    var stored = store.get(id);
    scope.requireAll(caller, imported(stored.state()).reach());
    return stored;
  }

  private MemberImport imported(Withdrawal withdrawal) {
    return imported(withdrawal.wanted().importId());
  }

  private MemberImport imported(UUID id) {
    return imports.find(id).orElseThrow(() -> new NotFound(id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

package vn.sen.lending.loan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.LoanReview;
import vn.sen.lending.territory.Territory;

/** Loans as the Union's officers see them, and what the Union itself does about them. */
@RestController
@RequestMapping(LoanController.PATH)
class LoanController {

  static final String PATH = "/api/lending/loans";

  private static final int DEFAULT_PAGE = 50;
  private static final int MAX_PAGE = 500;

  private final Loans loans;
  private final LoanQueries queries;
  private final Freezing freezing;
  private final Territory territory;
  private final Scope scope;
  private final Clock clock;

  LoanController(
      Loans loans,
      LoanQueries queries,
      Freezing freezing,
      Territory territory,
      Scope scope,
      Clock clock) {
    this.loans = loans;
    this.queries = queries;
    this.freezing = freezing;
    this.territory = territory;
    this.scope = scope;
    this.clock = clock;
  }

  /** How a loan stands. */
  enum State {
    /** The bank has not lent yet on the day asked for. */
    NOT_YET,
    RUNNING,
    SETTLED,
    WRITTEN_OFF
  }

  /**
   * A loan on a day.
   *
   * @param number the bank's, its last four characters
   * @param point the bank's code of the transaction point, which is no commune's; null where it has
   *     told none
   * @param principal what was lent, in đồng
   * @param balances what is owed on the day
   * @param checksDue the checks of its use that the Union owes, by last day
   */
  record View(
      UUID id,
      long version,
      String number,
      LoanPlace place,
      @Nullable String point,
      State state,
      long principal,
      LocalDate disbursedOn,
      int rateBasisPoints,
      Balances balances,
      List<Review> reviews,
      List<Loan.UseCheck> useChecks,
      List<CheckView> checksDue) {}

  /** Something that somebody should look at. */
  record Review(LoanReview reason, LocalDate since) {}

  /**
   * What to look for.
   *
   * @param unitId with everything below it on today's map; null for all that the reader may see
   * @param forReview only loans that somebody should look at
   * @param owed only loans of which something is owed today
   */
  record Search(
      @Nullable UUID unitId,
      @Nullable UUID bankId,
      @Nullable UUID householdId,
      @Nullable Boolean forReview,
      @Nullable Boolean owed,
      @Nullable @Min(1) @Max(MAX_PAGE) Integer limit,
      @Nullable @Size(max = 1000) String cursor) {}

  /**
   * @param asAgreed whether the money is used for what it was lent for
   */
  record NewUseCheck(@NotNull LocalDate on, @NotNull Boolean asAgreed) {}

  record Assignment(@NotNull UUID successorId) {}

  /** A loan at the end of a day; today where none is given. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate at,
      Caller reader,
      OnRecord record) {
    var stored = loans.get(id);
    inScope(reader, stored.state());
    record.shows(id);
    var day = at == null ? LocalDate.now(clock) : DateOutOfRange.checked("?at", at);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored, day));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @PostMapping("/search")
  Page<View> search(@Valid @RequestBody Search body, Caller reader, OnRecord record) {
    var criteria =
        new LoanQueries.Criteria(
            territory.seenBy(reader, body.unitId()),
            body.bankId(),
            body.householdId(),
            Boolean.TRUE.equals(body.forReview()),
            Boolean.TRUE.equals(body.owed()));
    var limit = body.limit() == null ? DEFAULT_PAGE : body.limit();
    var found = queries.list(criteria, Cursor.parseId(body.cursor()), limit + 1);
    var page = found.stream().limit(limit).toList();
    record.shows(page.stream().map(Stored::id).toList());
    var today = LocalDate.now(clock);
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return new Page<>(page.stream().map(loan -> view(loan, today)).toList(), next);
  }

  /** How the loan is used was checked at the household. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/use-checks")
  ResponseEntity<Done> checkUse(
      @PathVariable UUID id, @Valid @RequestBody NewUseCheck body, CommandContext by) {
    var today = LocalDate.now(clock);
    var on = DateOutOfRange.checked("/on", body.on());
    return CommandAnswers.changed(
        loans.change(
            id,
            by,
            loan -> inScope(by.sender(), loan).useChecked(on, body.asAgreed(), freezing, today)));
  }

  /** The loan's unit was split: the loan follows one of the successors. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignment")
  ResponseEntity<Done> assign(
      @PathVariable UUID id, @Valid @RequestBody Assignment body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        loans.change(
            id,
            by,
            loan -> {
              var to = body.successorId();
              var place = loan.place(freezing);
              var splits = territory.splitsInto(to, place);
              scope.requireAssigning(by.sender(), place.unitId(), place.via(), splits, to);
              return loan.assign(to, splits, freezing, today);
            }));
  }

  /** Somebody has looked at what the loan was marked for. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/review")
  ResponseEntity<Done> reviewed(@PathVariable UUID id, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        loans.change(id, by, loan -> inScope(by.sender(), loan).reviewed(today)));
  }

  private Loan inScope(Caller caller, Loan loan) {
    var place = loan.place(freezing);
    scope.require(caller, place.unitId(), place.via(), LocalDate.now(clock), "");
    return loan;
  }

  private View view(Stored<Loan> stored, LocalDate day) {
    var loan = stored.state();
    var standing = loan.on(day, freezing);
    var contract = loan.contract();
    return new View(
        stored.id(),
        stored.version(),
        masked(contract.number()),
        loan.placeOn(day, freezing),
        loan.pointOn(day).orElse(null),
        state(standing),
        contract.principal(),
        contract.disbursedOn(),
        contract.rateBasisPoints(),
        standing.balances(),
        loan.openReviews().stream().map(r -> new Review(r.reason(), r.since())).toList(),
        loan.useChecks(),
        loan.checksDue(freezing).stream().map(check -> CheckView.of(check, day)).toList());
  }

  private static State state(Standing standing) {
    return switch (standing) {
      case Standing.Agreed _ -> State.NOT_YET;
      case Standing.Running _ -> State.RUNNING;
      case Standing.Settled _ -> State.SETTLED;
      case Standing.WrittenOff _ -> State.WRITTEN_OFF;
    };
  }

  /** The last four characters of a bank's number. */
  static String masked(String number) {
    return "…" + number.substring(Math.max(0, number.length() - 4));
  }
}

package vn.sen.lending.duty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.lending.agreement.Agreements;
import vn.sen.lending.bank.KnownBanks;
import vn.sen.lending.programme.Programmes;
import vn.sen.lending.territory.Territory;

/** Entrustment fees received, over HTTP; what was expected, the reports tell. */
@RestController
@RequestMapping(FeeController.PATH)
class FeeController {

  static final String PATH = "/api/lending/entrustment-fees";

  /** No fee of a month is larger, in đồng. */
  private static final long MOST = 1_000_000_000_000L;

  private final Fees fees;
  private final KnownBanks banks;
  private final Agreements agreements;
  private final Programmes programmes;
  private final Territory territory;
  private final Scope scope;
  private final Clock clock;

  FeeController(
      Fees fees,
      KnownBanks banks,
      Agreements agreements,
      Programmes programmes,
      Territory territory,
      Scope scope,
      Clock clock) {
    this.fees = fees;
    this.banks = banks;
    this.agreements = agreements;
    this.programmes = programmes;
    this.territory = territory;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A payment.
   *
   * @param programmeId null where the bank paid for all programmes in one sum
   * @param month that the fee is for
   * @param amount in đồng
   * @param on the day of the payment
   */
  record NewFee(
      @NotNull UUID bankId,
      @NotNull UUID unitId,
      @Nullable UUID programmeId,
      @NotNull YearMonth month,
      @NotNull @Positive @Max(MOST) Long amount,
      @NotNull LocalDate on) {}

  /**
   * What is right.
   *
   * @param amount in đồng; 0 where there was no such payment
   */
  record Correction(
      @NotNull YearMonth month,
      @NotNull @PositiveOrZero @Max(MOST) Long amount,
      @NotNull LocalDate on) {}

  /** A payment. */
  record View(
      UUID id,
      long version,
      UUID bankId,
      UUID unitId,
      @Nullable UUID programmeId,
      YearMonth month,
      long amount,
      LocalDate on) {

    static View of(Stored<Fee> stored) {
      var fee = stored.state();
      return new View(
          stored.id(),
          stored.version(),
          fee.bankId(),
          fee.unitId(),
          fee.programmeId(),
          fee.month(),
          fee.amount(),
          fee.on());
    }
  }

  /** A bank has paid a unit. */
  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> receive(@Valid @RequestBody NewFee body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    scope.require(by.sender(), body.unitId(), on, "/unitId");
    requireKnown(body, on);
    requireEntrusted(body.bankId(), checked(body.month()));
    var fee =
        new Fee(body.bankId(), body.unitId(), body.programmeId(), body.month(), body.amount(), on);
    return CommandAnswers.created(fees.receive(fee, today(), by), PATH);
  }

  private void requireKnown(NewFee fee, LocalDate on) {
    if (!territory.exists(fee.unitId(), on)) {
      throw new FeeRules.UnitUnknown();
    }
    if (fee.programmeId() != null && !programmes.exists(fee.programmeId())) {
      throw new FeeRules.ProgrammeUnknown();
    }
  }

  private void requireEntrusted(UUID bank, YearMonth month) {
    if (!banks.exists(bank)) {
      throw new FeeRules.BankUnknown();
    }
    if (agreements.on(bank, month.atEndOfMonth()).filter(terms -> terms.entrusted()).isEmpty()) {
      throw new FeeRules.NothingAgreed();
    }
  }

  private static YearMonth checked(YearMonth month) {
    DateOutOfRange.checked("/month", month.atDay(1));
    return month;
  }

  /** It was of another month, amount or day. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/correction")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody Correction body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    var month = checked(body.month());
    return CommandAnswers.changed(
        fees.change(
            id,
            by,
            fee -> {
              scope.require(by.sender(), fee.unitId(), today(), "");
              return fee.correct(month, body.amount(), on, today());
            }));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(@PathVariable UUID id, Caller reader) {
    var stored = fees.get(id);
    scope.require(reader, stored.state().unitId(), today(), "");
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(View.of(stored));
  }

  /** Payments to a unit and to what is below it today; to all that the reader may see. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<View>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(required = false) @Nullable UUID bankId,
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    var units = territory.seenBy(reader, unitId);
    var found = fees.list(units, bankId, month, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(View::of).toList(), next);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

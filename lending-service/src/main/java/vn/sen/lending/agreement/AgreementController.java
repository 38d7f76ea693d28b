package vn.sen.lending.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.AgreementTerms.RankLimits;
import vn.sen.events.lending.GroupRank;
import vn.sen.lending.bank.KnownBanks;
import vn.sen.lending.programme.Programmes;

/** What is agreed with a bank, over HTTP: one proposes, another one approves. */
@RestController
@RequestMapping(AgreementController.PATH)
class AgreementController {

  static final String PATH = "/api/lending/agreements";

  /** All of it, in hundredths of a percent. */
  private static final int ALL = 10_000;

  private final Agreements agreements;
  private final KnownBanks banks;
  private final Programmes programmes;
  private final Scope scope;
  private final Clock clock;

  AgreementController(
      Agreements agreements, KnownBanks banks, Programmes programmes, Scope scope, Clock clock) {
    this.agreements = agreements;
    this.banks = banks;
    this.programmes = programmes;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @param share of the interest collected, in hundredths of a percent
   */
  record NewProgrammeFee(@NotNull UUID programmeId, @NotNull @Min(0) @Max(ALL) Integer share) {}

  /**
   * Shares are in hundredths of a percent.
   *
   * @param leastAttendance null where it does not matter
   */
  record NewRankLimits(
      @NotNull GroupRank rank,
      @NotNull @Min(0) @Max(ALL) Integer mostOverdue,
      @NotNull @Min(0) @Max(ALL) Integer leastInterest,
      @Nullable @Min(0) @Max(ALL) Integer leastAttendance) {}

  /**
   * Terms to agree on; see {@link AgreementTerms}.
   *
   * @param feeShare of the interest collected, in hundredths of a percent
   * @param ranking the best rank first, without the weak one
   * @param source where they are written
   */
  record NewTerms(
      @NotNull LocalDate from,
      @NotNull Boolean entrusted,
      @Nullable @Positive @Max(366) Integer firstCheckDays,
      @Nullable @Positive @Max(120) Integer checkEveryMonths,
      @NotNull @Min(0) @Max(ALL) Integer feeShare,
      @Nullable @Size(max = 100) List<@Valid @NotNull NewProgrammeFee> programmeFees,
      @NotNull @Positive @Max(1000) Integer fewestBorrowers,
      @NotNull @Positive @Max(1000) Integer mostBorrowers,
      @Nullable @Size(max = 3) List<@Valid @NotNull NewRankLimits> ranking,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String source) {

    AgreementTerms terms() {
      return new AgreementTerms(
          DateOutOfRange.checked("/from", from),
          entrusted,
          firstCheckDays,
          checkEveryMonths,
          feeShare,
          programmeFees == null
              ? List.of()
              : programmeFees.stream()
                  .map(fee -> new ProgrammeFee(fee.programmeId(), fee.share()))
                  .toList(),
          fewestBorrowers,
          mostBorrowers,
          ranking == null ? List.of() : ranking.stream().map(NewTerms::limits).toList(),
          source.strip());
    }

    private static RankLimits limits(NewRankLimits limits) {
      return new RankLimits(
          limits.rank(), limits.mostOverdue(), limits.leastInterest(), limits.leastAttendance());
    }
  }

  /**
   * An agreement.
   *
   * @param version 0 while nothing is agreed or proposed
   * @param terms the oldest first
   * @param proposed what nobody has approved yet, or null
   * @param author who proposed it, or null
   */
  record View(
      UUID bankId,
      long version,
      List<AgreementTerms> terms,
      @Nullable AgreementTerms proposed,
      @Nullable String author) {}

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{bankId}")
  ResponseEntity<View> get(@PathVariable UUID bankId) {
    requireBank(bankId);
    var stored = agreements.get(bankId);
    var agreement = stored.state();
    var proposal = agreement.proposal();
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(
            new View(
                bankId,
                stored.version(),
                agreement.terms(),
                proposal == null ? null : proposal.content(),
                proposal == null ? null : proposal.author()));
  }

  /** Proposes terms that hold from a day on when somebody else has approved them. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{bankId}/proposal")
  ResponseEntity<Done> propose(
      @PathVariable UUID bankId, @Valid @RequestBody NewTerms body, CommandContext by) {
    var terms = body.terms();
    return change(
        bankId,
        by,
        agreement -> {
          requireProgrammes(terms);
          return agreement.propose(terms, by.actor(), today());
        });
  }

  private void requireProgrammes(AgreementTerms terms) {
    for (int i = 0; i < terms.programmeFees().size(); i++) {
      if (!programmes.exists(terms.programmeFees().get(i).programmeId())) {
        throw new AgreementRules.ProgrammeUnknown(i);
      }
    }
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{bankId}/proposal/approval")
  ResponseEntity<Done> approve(@PathVariable UUID bankId, CommandContext by) {
    return change(bankId, by, agreement -> agreement.approve(by.actor(), today()));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{bankId}/proposal/rejection")
  ResponseEntity<Done> reject(@PathVariable UUID bankId, CommandContext by) {
    return change(bankId, by, agreement -> agreement.reject(by.actor(), today()));
  }

  private ResponseEntity<Done> change(
      UUID bankId, CommandContext by, Function<Agreement, Decision<Agreement>> decide) {
    scope.requireTop(by.sender());
    requireBank(bankId);
    return CommandAnswers.changed(agreements.change(bankId, by, decide));
  }

  private void requireBank(UUID bankId) {
    if (!banks.exists(bankId)) {
      throw new AgreementRules.BankUnknown();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

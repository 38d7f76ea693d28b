package vn.sen.lending.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.privacy.KeyedHash;
import vn.sen.chassis.privacy.PrivacyKeys;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.BulkChange;
import vn.sen.chassis.store.BulkOutcome;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.chassis.store.Stored;
import vn.sen.events.lending.LoanEvent;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.lending.LoanReview;
import vn.sen.events.membership.Approval;
import vn.sen.lending.agreement.Agreements;

/** Keeps the loans. A bank's number of a loan says which one it is. */
@Component
public class Loans {

  private static final int PAGE = 1_000;

  private final AggregateStore<Loan> store;
  private final LoanQueries queries;
  private final KeyedHash hash;
  private final Freezing freezing;
  private final Agreements agreements;
  private final Clock clock;

  Loans(
      AggregateStore<Loan> loanStore,
      LoanQueries queries,
      PrivacyKeys keys,
      Freezing freezing,
      Agreements agreements,
      Clock clock) {
    this.store = loanStore;
    this.queries = queries;
    this.hash = keys.hash("numbers of loans");
    this.freezing = freezing;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** The loan that a bank's number names, known or not. */
  public UUID idOf(UUID bankId, String number) {
    return CommandContext.derive("loan", bankId.toString(), hash.of(number));
  }

  public Optional<Stored<Loan>> find(UUID id) {
    return store.find(id);
  }

  /**
   * @throws vn.sen.chassis.store.NotFound if there is none (404)
   */
  public Stored<Loan> get(UUID id) {
    return store.get(id);
  }

  /**
   * The bank that lent.
   *
   * @throws vn.sen.chassis.store.NotFound if there is no such loan (404)
   */
  public UUID bankOf(UUID id) {
    return store.get(id).state().contract().place().bankId();
  }

  /** Those of the loans that are known, by id. */
  public Map<UUID, Stored<Loan>> findAll(Collection<UUID> ids) {
    return store.findAll(ids);
  }

  /** The same without the bank's numbers of loan and customer, which are empty. */
  public Map<UUID, Stored<Loan>> findAllWithoutNumbers(Collection<UUID> ids) {
    return store.findAllWithoutSecrets(ids);
  }

  /** A loan to begin with. */
  public record NewLoan(UUID id, Contract contract, LoanUpdate.Posted first) {}

  /** Begins one loan. */
  public Committed open(NewLoan loan, CommandContext by) {
    var bank = loan.contract().place().bankId();
    var terms = checkTerms(bank);
    var done = store.create(loan.id(), by, () -> opened(loan, null, terms));
    followNewTerms(bank, terms, List.of(loan.id()));
    return done;
  }

  /**
   * Begins many loans of one bank. Safe to repeat.
   *
   * @param statementId the opening statement that brings them; null where single updates do
   * @return one outcome for each, in order
   * @throws vn.sen.chassis.domain.RuleViolation if one of them cannot begin; check them first
   */
  public List<BulkOutcome> openAll(
      List<NewLoan> loans, @Nullable UUID statementId, CommandContext by) {
    if (loans.isEmpty()) {
      return List.of();
    }
    var bank = loans.getFirst().contract().place().bankId();
    var terms = checkTerms(bank);
    var outcomes =
        store.createAll(
            by,
            loans.stream()
                .map(loan -> new NewAggregate<>(loan.id(), opened(loan, statementId, terms)))
                .toList());
    followNewTerms(bank, terms, loans.stream().map(NewLoan::id).toList());
    return outcomes;
  }

  /** Whoever made the bank's loans follow new terms may not have seen those that just began. */
  private void followNewTerms(UUID bank, List<CheckTerms> before, List<UUID> loans) {
    var terms = checkTerms(bank);
    if (!terms.equals(before)) {
      var by = CommandContext.process("check-terms", loans.getFirst().toString());
      follow(terms, loans, by);
    }
  }

  /**
   * Makes sure that a loan could begin.
   *
   * @throws vn.sen.chassis.domain.RuleViolation what is against it
   */
  public void requireOpenable(NewLoan loan) {
    opened(loan, null, List.of());
  }

  private Decision<Loan> opened(
      NewLoan loan, @Nullable UUID statementId, List<CheckTerms> checkTerms) {
    return Loan.open(
        loan.contract(), loan.first(), statementId, checkTerms, freezing, LocalDate.now(clock));
  }

  /**
   * Which checks of the use of its loans are agreed with a bank, the oldest terms first; those
   * before the first that ask for any are left out.
   */
  private List<CheckTerms> checkTerms(UUID bankId) {
    return agreements.terms(bankId).stream()
        .map(t -> new CheckTerms(t.from(), t.firstCheckDays(), t.checkEveryMonths()))
        .dropWhile(t -> t.firstWithinDays() == null)
        .toList();
  }

  /** Other terms than before are agreed with a bank: its loans demand other checks; repeatable. */
  public void followTerms(UUID bankId, CommandContext by) {
    var terms = checkTerms(bankId);
    queries.eachOf(
        bankId,
        PAGE,
        page -> {
          follow(terms, page, by);
          return true;
        });
  }

  private void follow(List<CheckTerms> terms, List<UUID> loans, CommandContext by) {
    var today = LocalDate.now(clock);
    store.changeAll(by, loans, (_, loan) -> loan.underCheckTerms(terms, freezing, today));
  }

  /**
   * Takes what a bank says of one loan.
   *
   * @param decide called again where somebody else changes the loan at the same time
   */
  public Committed take(UUID id, CommandContext by, Function<Taking, Decision<Loan>> decide) {
    return store.change(id, by, loan -> decide.apply(taking(loan)));
  }

  /** Takes what banks say of many loans; safe to repeat. */
  public Map<UUID, BulkChange> takeAll(
      Collection<UUID> ids, CommandContext by, BiFunction<UUID, Taking, Decision<Loan>> decide) {
    return store.changeAll(by, ids, (id, loan) -> decide.apply(id, taking(loan)));
  }

  /** A loan that takes updates and is not written. */
  public Taking taking(Loan loan) {
    return new Taking(loan, freezing, LocalDate.now(clock));
  }

  /**
   * A loan that would begin, and is not written.
   *
   * @throws vn.sen.chassis.domain.RuleViolation what is against it
   */
  public Taking beginning(NewLoan loan) {
    return taking(opened(loan, null, List.of()).state());
  }

  /** A loan that takes one update after the other. */
  public static final class Taking {
    private final Freezing freezing;
    private final LocalDate today;
    private final List<LoanEvent> events = new ArrayList<>();
    private Loan loan;

    Taking(Loan loan, Freezing freezing, LocalDate today) {
      this.loan = loan;
      this.freezing = freezing;
      this.today = today;
    }

    /**
     * Takes an update.
     *
     * @return whether it was new
     * @throws vn.sen.chassis.domain.RuleViolation if it cannot be taken; others still can
     */
    public boolean take(LoanUpdate update) {
      var decision = loan.take(update, freezing, today);
      loan = decision.state();
      decision.events().forEach(e -> events.add((LoanEvent) e));
      return !decision.events().isEmpty();
    }

    /**
     * Takes a disbursement of which the bank names the contract, too.
     *
     * @param areOne whether two households count as one; asked only about one that the loan does
     *     not know
     * @return whether it was new
     * @throws vn.sen.chassis.domain.RuleViolation if it cannot be taken, or is of another contract
     */
    public boolean take(NewLoan named, BiPredicate<UUID, UUID> areOne) {
      loan.requireSame(named.contract());
      var household = named.contract().place().householdId();
      var borrowers = loan.borrowers();
      if (!borrowers.contains(household)
          && borrowers.stream().noneMatch(known -> areOne.test(known, household))) {
        throw new LoanRules.ContractDiffers("/identity");
      }
      return take(named.first());
    }

    /** Where the loan counts at the end of a day, after what was taken. */
    public LoanPlace placeOn(LocalDate day) {
      return loan.placeOn(day, freezing);
    }

    /** All that was taken, as one decision. */
    public Decision<Loan> decision() {
      return new Decision<>(loan, events);
    }
  }

  /**
   * Takes a statement's word for the balances of loans; safe to repeat.
   *
   * @param stated balances at the end of {@code asOf}, by loan
   * @param approval who proposed and who agreed
   */
  public Map<UUID, BulkChange> restateAll(
      Map<UUID, Balances> stated,
      LocalDate asOf,
      UUID statementId,
      Approval approval,
      CommandContext by) {
    var today = LocalDate.now(clock);
    return store.changeAll(
        by,
        stated.keySet(),
        (id, loan) ->
            loan.restate(
                statementId,
                approval,
                Objects.requireNonNull(stated.get(id)),
                asOf,
                freezing,
                today));
  }

  /**
   * Takes a statement's word for the transaction points of loans; safe to repeat.
   *
   * @param points at the end of {@code asOf}, by loan
   */
  public Map<UUID, BulkChange> moveAll(
      Map<UUID, String> points, LocalDate asOf, CommandContext by) {
    var today = LocalDate.now(clock);
    return store.changeAll(
        by,
        points.keySet(),
        (id, loan) -> loan.moveTo(Objects.requireNonNull(points.get(id)), asOf, freezing, today));
  }

  /** Somebody should look at a loan. */
  public void askReview(UUID id, LoanReview reason, LocalDate on, CommandContext by) {
    store.change(id, by, loan -> loan.askReview(reason, on));
  }

  Committed change(UUID id, CommandContext by, Function<Loan, Decision<Loan>> decide) {
    return store.change(id, by, decide);
  }
}

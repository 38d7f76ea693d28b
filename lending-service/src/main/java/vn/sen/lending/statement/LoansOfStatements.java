package vn.sen.lending.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.BulkChange;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.membership.Approval;
import vn.sen.lending.group.Groups;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households;
import vn.sen.lending.household.Households.Borrower;
import vn.sen.lending.loan.Act;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.loan.Contract;
import vn.sen.lending.loan.Freezing;
import vn.sen.lending.loan.Loan;
import vn.sen.lending.loan.LoanQueries;
import vn.sen.lending.loan.LoanSummary;
import vn.sen.lending.loan.LoanSummary.Terms;
import vn.sen.lending.loan.LoanUpdate;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.loan.Loans.NewLoan;
import vn.sen.lending.loan.Posting;
import vn.sen.lending.loan.Standing;
import vn.sen.lending.programme.Programmes;
import vn.sen.lending.territory.Territory;

/** Loans, households and groups as they are kept. */
@Component
class LoansOfStatements implements StatementLoans {

  private static final int PAGE = 5_000;

  private final Loans loans;
  private final LoanQueries queries;
  private final Freezing freezing;
  private final Households households;
  private final Groups groups;
  private final Programmes programmes;
  private final Territory territory;
  private final Clock clock;

  LoansOfStatements(
      Loans loans,
      LoanQueries queries,
      Freezing freezing,
      Households households,
      Groups groups,
      Programmes programmes,
      Territory territory,
      Clock clock) {
    this.loans = loans;
    this.queries = queries;
    this.freezing = freezing;
    this.households = households;
    this.groups = groups;
    this.programmes = programmes;
    this.territory = territory;
    this.clock = clock;
  }

  @Override
  public String borrower(String identity) {
    return households.hash(identity);
  }

  @Override
  public UUID household(String borrower) {
    return Households.idOf(borrower);
  }

  @Override
  public boolean isOne(UUID household, UUID other) {
    return households.areOne(household, other);
  }

  @Override
  public UUID loan(UUID bankId, String number) {
    return loans.idOf(bankId, number);
  }

  @Override
  public Optional<UUID> programme(String code) {
    return programmes.byCode(code);
  }

  @Override
  public Optional<UUID> commune(String code, LocalDate day) {
    return territory.commune(code, day);
  }

  @Override
  public UUID group(UUID bankId, String code) {
    return Groups.idOf(bankId, code);
  }

  @Override
  public boolean mayLieIn(UUID commune, Terms known, LocalDate day) {
    return territory.mayHold(commune, known.unitId(), known.via(), day);
  }

  @Override
  public Map<UUID, KnownLoan> known(Collection<UUID> ids, LocalDate day) {
    var known = new HashMap<UUID, KnownLoan>();
    var others = new HashSet<>(ids);
    queries
        .summaries(ids)
        .forEach(
            (id, summary) -> {
              if (summary.isOf(day, knownBy(day))) {
                known.put(id, new Summarized(summary));
                others.remove(id);
              }
            });
    if (!others.isEmpty()) {
      loans
          .findAllWithoutNumbers(others)
          .forEach((id, stored) -> known.put(id, new Known(stored.state(), day, freezing)));
    }
    return known;
  }

  /** A bank's system may tell of a day in the night behind it. */
  private static LocalDate knownBy(LocalDate day) {
    return day.plusDays(1);
  }

  @Override
  public Map<UUID, String> numbers(Collection<UUID> ids) {
    var numbers = new HashMap<UUID, String>();
    loans.findAll(ids).forEach((id, stored) -> numbers.put(id, stored.state().contract().number()));
    return numbers;
  }

  /** A loan and the day in question. */
  private static final class Known implements KnownLoan {
    private final Loan loan;
    private final LocalDate day;
    private final Freezing freezing;
    private final Standing standing;

    Known(Loan loan, LocalDate day, Freezing freezing) {
      this.loan = loan;
      this.day = day;
      this.freezing = freezing;
      this.standing = loan.on(day, freezing);
    }

    @Override
    public UUID householdId() {
      return standing.place().householdId();
    }

    @Override
    public boolean closed() {
      return standing.isClosed();
    }

    @Override
    public Balances balances() {
      return standing.balances();
    }

    @Override
    public Terms terms() {
      return Terms.of(loan.placeOn(day, freezing));
    }

    @Override
    public @Nullable String point() {
      return loan.pointOn(day).orElse(null);
    }

    @Override
    public @Nullable LocalDate lastPosting() {
      return loan.lastPosting(day).orElse(null);
    }

    @Override
    public Optional<LocalDate> lateSince(Balances stated) {
      boolean ofInterest = Outcome.samePrincipal(balances(), stated);
      return loan.lateSince(
          day,
          knownBy(day),
          then -> ofInterest ? then.equals(stated) : Outcome.samePrincipal(then, stated),
          freezing);
    }
  }

  /** A loan of which nothing was told since, and nothing late. */
  private record Summarized(LoanSummary summary) implements KnownLoan {

    @Override
    public UUID householdId() {
      return summary.householdId();
    }

    @Override
    public boolean closed() {
      return summary.closed();
    }

    @Override
    public Balances balances() {
      return summary.balances();
    }

    @Override
    public Terms terms() {
      return summary.terms();
    }

    @Override
    public @Nullable String point() {
      return summary.point();
    }

    @Override
    public LocalDate lastPosting() {
      return summary.lastPosting();
    }

    @Override
    public Optional<LocalDate> lateSince(Balances stated) {
      return Optional.empty();
    }
  }

  @Override
  public void ofBank(UUID bankId, Predicate<List<UUID>> pages) {
    queries.eachOf(bankId, PAGE, pages);
  }

  @Override
  public Map<UUID, RuleViolation> open(StatementFile file, int part, List<Opening> openings) {
    var refusals = new HashMap<UUID, RuleViolation>();
    var fresh = new ArrayList<NewLoan>();
    for (var opening : openings) {
      var loan = newLoan(file, opening);
      try {
        loans.requireOpenable(loan);
        fresh.add(loan);
      } catch (RuleViolation refusal) {
        refusals.put(opening.loan(), refusal);
      }
    }
    var taken = openings.stream().filter(o -> !refusals.containsKey(o.loan())).toList();
    var by = CommandContext.process("statement:" + file.actor(), file.id() + "/" + part);
    households.openAll(taken.stream().map(LoansOfStatements::borrower).toList(), by, today());
    groups.openAll(
        taken.stream().flatMap(o -> Stream.ofNullable(group(file, o))).toList(),
        by,
        file.announcement().asOf());
    loans.openAll(fresh, file.id(), by);
    return refusals;
  }

  private NewLoan newLoan(StatementFile file, Opening opening) {
    var line = opening.line();
    var group = group(file, opening);
    var place =
        new LoanPlace(
            file.bankId(),
            opening.programme(),
            opening.unit(),
            List.of(),
            group == null ? null : group.id(),
            household(line.borrower()),
            line.dueOn());
    var contract =
        new Contract(
            line.loan(),
            line.customer(),
            place,
            line.principal(),
            line.disbursedOn(),
            line.rateBasisPoints(),
            line.point());
    var first =
        new Posting(null, file.announcement().asOf(), 0, today(), new Act.TakenOver(line.owed()));
    return new NewLoan(opening.loan(), contract, new LoanUpdate.Posted(first));
  }

  private static Borrower borrower(Opening opening) {
    return new Borrower(opening.line().borrower(), opening.unit(), opening.line().name());
  }

  private static @Nullable Named group(StatementFile file, Opening opening) {
    var code = opening.line().group();
    return code == null ? null : new Named(file.bankId(), code, opening.unit());
  }

  @Override
  public Map<UUID, RuleViolation> restate(
      StatementFile file, String part, Map<UUID, Balances> stated, Approval approval) {
    return refused(
        loans.restateAll(
            stated, file.announcement().asOf(), file.id(), approval, by(file, part, approval)));
  }

  @Override
  public Map<UUID, RuleViolation> move(
      StatementFile file, String part, Map<UUID, String> points, Approval approval) {
    return refused(loans.moveAll(points, file.announcement().asOf(), by(file, part, approval)));
  }

  @Override
  public Map<UUID, RuleViolation> agree(
      StatementFile file, String part, Map<UUID, StatedTerms> stated, Approval approval) {
    var by = by(file, part, approval);
    var asOf = file.announcement().asOf();
    groups.openAll(named(file, stated), by, asOf);
    return refused(
        loans.takeAll(
            stated.keySet(),
            by,
            (id, taking) -> {
              var terms = Objects.requireNonNull(stated.get(id));
              acts(file, terms, taking.placeOn(asOf))
                  .forEach(
                      act ->
                          // behind everything of the day
                          taking.take(
                              new LoanUpdate.Posted(
                                  new Posting(null, asOf, Integer.MAX_VALUE, today(), act))));
              return taking.decision();
            }));
  }

  /** What leads from a loan's place to what is stated; nothing where they agree. */
  private List<Act> acts(StatementFile file, StatedTerms stated, LoanPlace known) {
    var acts = new ArrayList<Act>();
    if (!stated.dueOn().equals(known.dueOn())) {
      acts.add(new Act.Extended(stated.dueOn()));
    }
    var asOf = file.announcement().asOf();
    var group = stated.group() == null ? known.groupId() : group(file.bankId(), stated.group());
    var unit = stated.unit();
    var at = unit == null || mayLieIn(unit, Terms.of(known), asOf) ? known.unitId() : unit;
    if (!at.equals(known.unitId()) || !Objects.equals(group, known.groupId())) {
      acts.add(new Act.Regrouped(group, at));
    }
    return acts;
  }

  /** The groups that lines name; where the map does not know a line's unit, at the loan's own. */
  private List<Named> named(StatementFile file, Map<UUID, StatedTerms> stated) {
    var ofGroups = new HashMap<>(stated);
    ofGroups.values().removeIf(terms -> terms.group() == null);
    var elsewhere = new HashMap<>(ofGroups);
    elsewhere.values().removeIf(terms -> terms.unit() != null);
    var known = known(elsewhere.keySet(), file.announcement().asOf());
    var named = new ArrayList<Named>();
    ofGroups.forEach(
        (id, terms) -> {
          var loan = known.get(id);
          var unit = loan == null ? terms.unit() : loan.terms().unitId();
          if (unit != null) {
            named.add(new Named(file.bankId(), Objects.requireNonNull(terms.group()), unit));
          }
        });
    return named;
  }

  private static CommandContext by(StatementFile file, String part, Approval approval) {
    return CommandContext.process("statement:" + approval.approver(), file.id() + "/" + part);
  }

  private static Map<UUID, RuleViolation> refused(Map<UUID, BulkChange> outcomes) {
    var refusals = new HashMap<UUID, RuleViolation>();
    outcomes.forEach(
        (loan, outcome) -> {
          if (outcome instanceof BulkChange.Refused(var refusal)) {
            refusals.put(loan, refusal);
          }
        });
    return refusals;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

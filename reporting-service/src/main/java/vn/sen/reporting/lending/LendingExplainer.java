package vn.sen.reporting.lending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.Derived;
import vn.sen.reporting.lending.LendingFigure.Households;
import vn.sen.reporting.lending.LendingFigure.Less;
import vn.sen.reporting.lending.LendingFigure.Percent;
import vn.sen.reporting.lending.LendingFigure.Received;
import vn.sen.reporting.lending.LendingPart.LoanPlaced;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.RowUnknown;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;

/**
 * Tells of which loans, households or payments the figures of one part of a report of loans are
 * made.
 */
final class LendingExplainer implements Explainer<LendingPart> {

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final LendingCell cell;
  private final ExplainedLoans loans;
  private final RowChoice row;
  private final LoanScan scan;
  private final FeesPaid paid;
  private final @Nullable UUID bank;
  private final @Nullable UUID programme;

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      LendingQuery query, String map, LendingCell cell, String figure, String part) {}

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  LendingExplainer(
      LendingSnapshot snapshot,
      Territory territory,
      LendingQuery query,
      LendingCell cell,
      ExplainedLoans loans) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.cell = cell;
    this.loans = loans;
    this.row =
        RowChoice.of(cell.row(), query.unit(), query.level(), query.selection().trait(), territory);
    boolean ofMonth = cell.month() != null;
    if (row.isUnplaced() && !cell.limits().isEmpty()
        || ofMonth && (cell.row() != null || cell.limits().size() > 1)) {
      throw new RowUnknown();
    }
    this.scan = new LoanScan(snapshot, territory, query);
    this.paid = new FeesPaid(snapshot, query, cell, row);
    this.bank = find(Register.BANK, cell.bank()).orElse(null);
    this.programme = find(Register.PROGRAMME, cell.programme()).orElse(null);
  }

  private Optional<UUID> find(Register register, @Nullable String codeOrId) {
    if (codeOrId == null || hasNone(codeOrId)) {
      return Optional.empty();
    }
    var found = snapshot.find(register, codeOrId);
    if (found.isEmpty()) {
      throw register == Register.BANK ? new BankUnknown() : new ProgrammeUnknown();
    }
    return found;
  }

  /** Fees alone may be of no programme. */
  private boolean hasNone(String codeOrId) {
    return codeOrId.equals(LendingCell.NONE) && loans.hasFees();
  }

  @Override
  public Object report() {
    return loans.report().apply(query.at(row.level(), cell.dimensions()));
  }

  @Override
  public Map<String, String> limits() {
    return cell.limits();
  }

  private void forEach(Consumer<Found> action) {
    scan.forEach(
        found -> {
          if (isMeant(found)) {
            action.accept(found);
          }
        });
  }

  private boolean isMeant(Found found) {
    var place = found.part().place();
    return (cell.bank() == null || place.bankId().equals(bank))
        && (cell.programme() == null || place.programmeId().equals(programme))
        && (cell.groupRank() == null || cell.groupRank().equals(name(found.rank())))
        && row.holds(found.place());
  }

  private static String name(@Nullable GroupRank rank) {
    return rank == null ? LendingCell.NONE : rank.name();
  }

  @Override
  public Explained<LendingPart> explain(String figure, @Nullable After after, int limit) {
    return switch (find(figure)) {
      case Amount amount -> loans(amount::of, figure, after, limit, amount.decimals());
      case Derived(var value, var traced) -> loans(value, traced, after, limit, 0);
      case Households(var where, var traced) -> households(where, traced, after, limit);
      case Received _ -> payments(figure, after, limit);
      case Percent(var numerator, var denominator, var decimals) ->
          new Explained.Quotient<>(numerator, denominator, decimals);
      case Less(var minuend, var subtrahend) -> new Explained.Difference<>(minuend, subtrahend);
    };
  }

  private LendingFigure find(String figure) {
    return (row.isUnplaced() ? loans.unplaced() : loans.figures()).find(figure);
  }

  private Explained<LendingPart> loans(
      ToLongFunction<Found> value, String traced, @Nullable After after, int limit, int decimals) {
    var page = new PartPage<>(LendingExplainer::key, after, limit, decimals);
    forEach(found -> page.add(found, value.applyAsLong(found)));
    return new Explained.Sum<>(page.parts().with(this::describe), traced, 0);
  }

  /** The loans of the page's households are looked for only when these are known. */
  private Explained<LendingPart> households(
      Predicate<Found> where, String traced, @Nullable After after, int limit) {
    var counted = new BitSet();
    forEach(
        found -> {
          if (where.test(found)) {
            counted.set(found.household());
          }
        });
    var page = new PartPage<Integer>(this::household, after, limit);
    counted.stream().forEach(household -> page.add(household, 1));
    var parts = page.parts();
    var owed =
        loansOf(
            parts.page().stream().map(p -> p.of()).collect(Collectors.toUnmodifiableSet()), where);
    return new Explained.Sum<>(
        parts.with(
            household ->
                LendingPart.of(
                    snapshot.households().get(household), owed.getOrDefault(household, List.of()))),
        traced);
  }

  private String household(int number) {
    return snapshot.households().get(number).toString();
  }

  private Map<Integer, List<LoanPlaced>> loansOf(Set<Integer> households, Predicate<Found> where) {
    var owed = new HashMap<Integer, List<LoanPlaced>>();
    forEach(
        found -> {
          if (households.contains(found.household()) && where.test(found)) {
            owed.computeIfAbsent(found.household(), _ -> new ArrayList<>()).add(placed(found));
          }
        });
    return owed;
  }

  private Explained<LendingPart> payments(String figure, @Nullable After after, int limit) {
    var page = new PartPage<>(FeesPaid::key, after, limit);
    paid.forEach(page::add);
    return new Explained.Sum<>(
        page.parts().with(one -> new LendingPart(null, List.of(), paid.describe(one))), figure);
  }

  /** A loan has several places after it moved; then the place is in the key. */
  private static String key(Found found) {
    var loan = found.loan().loan().toString();
    return found.loan().places() == 1 ? loan : loan + "." + fingerprint(found);
  }

  private static UUID fingerprint(Found found) {
    return UUID.nameUUIDFromBytes(found.part().place().toString().getBytes(UTF_8));
  }

  private LendingPart describe(Found found) {
    return LendingPart.of(snapshot.households().get(found.household()), List.of(placed(found)));
  }

  private LoanPlaced placed(Found found) {
    var place = found.part().place();
    var above = found.place().above();
    return new LoanPlaced(
        key(found),
        found.loan().loan(),
        above.isEmpty() ? null : Unit.of(above.getFirst(), territory.day()),
        snapshot.labelled(Register.BANK, place.bankId(), query.asOf()),
        snapshot.labelled(Register.PROGRAMME, place.programmeId(), query.asOf()),
        place.groupId(),
        found.rank(),
        place.dueOn(),
        found.part().outstanding(query.asOf()));
  }

  @Override
  public Trail<LendingRow> trail(String figure, String part) {
    return switch (find(figure)) {
      case Amount amount -> trail(amount, figure, part);
      case Received _ -> trailOfPayment(figure, part);
      default -> throw new PartUnknown();
    };
  }

  private Trail<LendingRow> trail(Amount amount, String figure, String part) {
    var found = findLoan(amount, part);
    var loan = found.loan().loan();
    var place = found.part().place();
    var weight = amount.weight();
    return Trail.<LendingRow>of(
            loan,
            question(figure, part),
            amount.of(found),
            new LendingView(),
            snapshot.position(),
            counted ->
                counted instanceof Step step
                        && step.loan().equals(loan)
                        && step.place().equals(place)
                    ? weight.of(place, step.measure(), step.date().toEpochDay())
                    : 0)
        .in(amount.decimals());
  }

  private Question question(String figure, String part) {
    return new Question(query, territory.map().version(), cell, figure, part);
  }

  private Found findLoan(Amount amount, String part) {
    var all = new ArrayList<Found>();
    forEach(
        one -> {
          if (part.startsWith(one.loan().loan().toString())
              && part.equals(key(one))
              && amount.where().test(one)) {
            all.add(one);
          }
        });
    if (all.isEmpty()) {
      throw new PartUnknown();
    }
    return all.getFirst();
  }

  private Trail<LendingRow> trailOfPayment(String figure, String part) {
    var payment = paid.find(part).orElseThrow(PartUnknown::new);
    return Trail.mentioning(
        question(figure, part),
        paid.amount(payment),
        new LendingView(),
        snapshot.position(),
        List.of(payment.bank(), payment.unit()),
        counted -> payment.equals(counted) ? 1 : 0);
  }
}

package vn.sen.reporting.lending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.FigureUnknown;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.OverdueShare;
import vn.sen.reporting.lending.LendingFigure.When;
import vn.sen.reporting.lending.LendingPart.LoanPlaced;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LendingRow.Step;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.RowUnknown;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;

/** Tells of which loans, or households, the figures of one part of a lending report are made. */
final class LendingExplainer {

  private static final int PERCENT_DECIMALS = 2;

  /** Those of what the map places nowhere. */
  private static final List<String> UNPLACED =
      List.of("loans", "households", LendingFigure.OUTSTANDING);

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final LendingCell cell;
  private final RowChoice row;
  private final @Nullable Integer bank;
  private final @Nullable Integer programme;

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      LendingQuery query, String map, LendingCell cell, String figure, String part) {}

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  LendingExplainer(
      LendingSnapshot snapshot, Territory territory, LendingQuery query, LendingCell cell) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.cell = cell;
    this.row =
        RowChoice.of(cell.row(), query.unit(), query.level(), query.selection().trait(), territory);
    if (row.isUnplaced() && !cell.limits().isEmpty()) {
      throw new RowUnknown();
    }
    this.bank = bank(cell.bank());
    this.programme = programme(cell.programme());
  }

  private @Nullable Integer bank(@Nullable String codeOrId) {
    return codeOrId == null
        ? null
        : snapshot
            .banks()
            .indexOf(snapshot.find(Register.BANK, codeOrId).orElseThrow(BankUnknown::new));
  }

  private @Nullable Integer programme(@Nullable String codeOrId) {
    return codeOrId == null
        ? null
        : snapshot
            .programmes()
            .indexOf(
                snapshot.find(Register.PROGRAMME, codeOrId).orElseThrow(ProgrammeUnknown::new));
  }

  /** The level of the row. */
  UnitLevel level() {
    return row.level();
  }

  private void forEach(Consumer<Found> action) {
    new LoanScan(snapshot, territory, query)
        .forEach(
            found -> {
              if (isMeant(found)) {
                action.accept(found);
              }
            });
  }

  private boolean isMeant(Found found) {
    var numbers = found.part().numbers();
    return (bank == null || bank == numbers.bank())
        && (programme == null || programme == numbers.programme())
        && (cell.groupRank() == null || cell.groupRank().equals(name(found.rank())))
        && row.holds(found.place());
  }

  private static String name(@Nullable GroupRank rank) {
    return rank == null ? LendingCell.NO_RANK : rank.name();
  }

  /**
   * A page of what a figure is made of.
   *
   * @throws FigureUnknown if there is no such figure here
   */
  Explained<LendingPart> explain(String figure, @Nullable After after, int limit) {
    return switch (find(figure)) {
      case Amount(var weight) -> {
        var page = new PartPage<>(LendingExplainer::key, after, limit);
        forEach(found -> page.add(found, weight.sum(found.part(), query)));
        yield new Explained.Sum<>(page.parts().with(this::describe), figure);
      }
      case LendingFigure.Loans _ -> {
        var page = new PartPage<>(LendingExplainer::key, after, limit);
        forEach(found -> page.add(found, isOutstanding(found) ? 1 : 0));
        yield new Explained.Sum<>(page.parts().with(this::describe), LendingFigure.OUTSTANDING);
      }
      case LendingFigure.Households _ -> households(after, limit);
      case OverdueShare _ ->
          new Explained.Quotient<>(
              LendingFigure.OVERDUE, LendingFigure.OUTSTANDING, PERCENT_DECIMALS);
    };
  }

  private LendingFigure find(String figure) {
    var found = LendingFigure.ALL.find(figure);
    if (row.isUnplaced() && !UNPLACED.contains(figure)) {
      throw new FigureUnknown(figure, UNPLACED);
    }
    return found;
  }

  private boolean isOutstanding(Found found) {
    return outstanding(found) > 0;
  }

  private long outstanding(Found found) {
    return LendingFigure.PRINCIPAL.sum(found.part(), query);
  }

  /** The loans of the page's households are looked for only when these are known. */
  private Explained<LendingPart> households(@Nullable After after, int limit) {
    var counted = new BitSet();
    forEach(
        found -> {
          if (isOutstanding(found)) {
            counted.set(found.household());
          }
        });
    var page = new PartPage<Integer>(this::household, after, limit);
    counted.stream().forEach(household -> page.add(household, 1));
    var parts = page.parts();
    var loans =
        loans(parts.page().stream().map(p -> p.of()).collect(Collectors.toUnmodifiableSet()));
    return new Explained.Sum<>(
        parts.with(
            household ->
                new LendingPart(
                    snapshot.households().get(household),
                    loans.getOrDefault(household, List.of()))),
        LendingFigure.OUTSTANDING);
  }

  private String household(int number) {
    return snapshot.households().get(number).toString();
  }

  private Map<Integer, List<LoanPlaced>> loans(Set<Integer> households) {
    var loans = new HashMap<Integer, List<LoanPlaced>>();
    forEach(
        found -> {
          if (households.contains(found.household()) && isOutstanding(found)) {
            loans.computeIfAbsent(found.household(), _ -> new ArrayList<>()).add(placed(found));
          }
        });
    return loans;
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
    return new LendingPart(snapshot.households().get(found.household()), List.of(placed(found)));
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
        outstanding(found));
  }

  /**
   * Where the events behind a loan's part of an amount are.
   *
   * @throws PartUnknown if the figure has no such part here
   */
  Trail<LendingRow> trail(String figure, String part) {
    if (!(find(figure) instanceof Amount(var weight))) {
      throw new PartUnknown();
    }
    var found = findLoan(part);
    var loan = found.loan().loan();
    var place = found.part().place();
    return Trail.of(
        loan,
        new Question(query, territory.map().version(), cell, figure, part),
        weight.sum(found.part(), query),
        new LendingView(),
        snapshot.position(),
        counted ->
            counted instanceof Step step && step.loan().equals(loan) && step.place().equals(place)
                ? weight.of(step.measure(), When.of(step.date().toEpochDay(), query))
                : 0);
  }

  private Found findLoan(String part) {
    var found = new ArrayList<Found>();
    forEach(
        one -> {
          if (part.startsWith(one.loan().loan().toString()) && part.equals(key(one))) {
            found.add(one);
          }
        });
    if (found.isEmpty()) {
      throw new PartUnknown();
    }
    return found.getFirst();
  }
}

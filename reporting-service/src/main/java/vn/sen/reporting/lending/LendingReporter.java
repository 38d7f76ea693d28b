package vn.sen.reporting.lending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.lending.GroupRank;
import vn.sen.reporting.lending.LendingReport.BankOverlap;
import vn.sen.reporting.lending.LendingReport.DebtAtBank;
import vn.sen.reporting.lending.LendingReport.DebtCell;
import vn.sen.reporting.lending.LendingReport.DebtInProgramme;
import vn.sen.reporting.lending.LendingReport.DebtOfRank;
import vn.sen.reporting.lending.LendingReport.DebtOfUnit;
import vn.sen.reporting.lending.LendingReport.UnplacedDebt;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;

/** Makes one report of what is owed: every loan is looked at once. */
final class LendingReporter {

  private static final Comparator<@Nullable GroupRank> BEST_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** Numbers of a bank and a programme, −1 where not asked for. */
  private record Cell(int bank, int programme, @Nullable GroupRank rank, @Nullable OrgUnit unit) {}

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final Set<Dimension> by;
  private final UnitTallies<DebtTally> units;
  private final Map<Integer, DebtTally> banks = new HashMap<>();
  private final Map<Integer, DebtTally> programmes = new HashMap<>();
  private final Map<Optional<GroupRank>, DebtTally> ranks = new HashMap<>();
  private final Map<Cell, DebtTally> cells = new HashMap<>();

  LendingReporter(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.by = query.by();
    this.units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), query.selection().trait(), DebtTally::new);
  }

  /**
   * Makes the report.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  LendingReport report() {
    new LoanScan(snapshot, territory, query).forEach(this::add);
    return new LendingReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        query.from(),
        units.level(),
        by.stream().sorted().toList(),
        units.total().debt(),
        units.rows((unit, tally) -> new DebtOfUnit(unit, unit == null, tally.debt())),
        by.contains(Dimension.BANK) ? byBank() : List.of(),
        by.contains(Dimension.PROGRAMME) ? byProgramme() : List.of(),
        by.contains(Dimension.GROUP_RANK) ? byRank() : List.of(),
        cells(),
        overlap(),
        unplaced());
  }

  private void add(Found found) {
    var share = DebtShare.of(found.part(), found.household(), query.from(), query.asOf());
    if (share.isNothing()) {
      return;
    }
    units.add(found.place(), tally -> tally.add(share));
    if (units.holds(found.place())) {
      var numbers = found.part().numbers();
      tally(banks, numbers.bank()).add(share);
      tally(programmes, numbers.programme()).add(share);
      tally(ranks, Optional.ofNullable(found.rank())).add(share);
      if (by.size() > 1) {
        tally(cells, cell(found)).add(share);
      }
    }
  }

  private static <K> DebtTally tally(Map<K, DebtTally> tallies, K key) {
    return tallies.computeIfAbsent(key, _ -> new DebtTally());
  }

  private Cell cell(Found found) {
    var numbers = found.part().numbers();
    return new Cell(
        by.contains(Dimension.BANK) ? numbers.bank() : -1,
        by.contains(Dimension.PROGRAMME) ? numbers.programme() : -1,
        by.contains(Dimension.GROUP_RANK) ? found.rank() : null,
        by.contains(Dimension.UNIT) ? units.row(found.place()) : null);
  }

  private Labelled bank(int number) {
    return snapshot.labelled(Register.BANK, snapshot.banks().get(number), query.asOf());
  }

  private Labelled programme(int number) {
    return snapshot.labelled(Register.PROGRAMME, snapshot.programmes().get(number), query.asOf());
  }

  private List<DebtAtBank> byBank() {
    return sorted(
        banks,
        (number, tally) -> new DebtAtBank(bank(number), tally.debt()),
        Comparator.comparing(row -> row.bank().order()));
  }

  private List<DebtInProgramme> byProgramme() {
    return sorted(
        programmes,
        (number, tally) -> new DebtInProgramme(programme(number), tally.debt()),
        Comparator.comparing(row -> row.programme().order()));
  }

  private static <K, R> List<R> sorted(
      Map<K, DebtTally> tallies, BiFunction<K, DebtTally, R> make, Comparator<R> order) {
    var rows = new ArrayList<R>();
    tallies.forEach((key, tally) -> rows.add(make.apply(key, tally)));
    rows.sort(order);
    return rows;
  }

  private List<DebtOfRank> byRank() {
    return sorted(
        ranks,
        (rank, tally) -> new DebtOfRank(rank.orElse(null), tally.debt()),
        Comparator.comparing(DebtOfRank::groupRank, BEST_FIRST));
  }

  private List<DebtCell> cells() {
    return sorted(
        cells,
        (cell, tally) ->
            new DebtCell(
                cell.bank() < 0 ? null : bank(cell.bank()),
                cell.programme() < 0 ? null : programme(cell.programme()),
                cell.rank(),
                cell.unit() == null ? null : Unit.of(cell.unit(), territory.day()),
                tally.debt()),
        Comparator.comparing((DebtCell c) -> order(c.bank()))
            .thenComparing(c -> order(c.programme()))
            .thenComparing(DebtCell::groupRank, BEST_FIRST)
            .thenComparing(c -> c.unit() == null ? "~" : c.unit().code()));
  }

  private static String order(@Nullable Labelled one) {
    return one == null ? "" : one.order();
  }

  private List<BankOverlap> overlap() {
    var overlap = new Overlap(snapshot.households().size());
    banks.forEach((bank, tally) -> overlap.add(bank, tally.households()));
    var several = new ArrayList<BankOverlap>();
    overlap
        .several()
        .forEach(
            (set, households) ->
                several.add(
                    new BankOverlap(
                        set.stream()
                            .mapToObj(this::bank)
                            .sorted(Comparator.comparing(Labelled::order))
                            .toList(),
                        households)));
    several.sort(
        Comparator.comparing(BankOverlap::households)
            .reversed()
            .thenComparing(o -> o.banks().toString()));
    return several;
  }

  private UnplacedDebt unplaced() {
    var tally = units.unplaced();
    return new UnplacedDebt(tally.loans(), tally.households().count(), tally.outstanding());
  }
}

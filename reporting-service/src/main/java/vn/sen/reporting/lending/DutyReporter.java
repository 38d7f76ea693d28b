package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.reporting.lending.DutyReport.DutiesInProgramme;
import vn.sen.reporting.lending.DutyReport.DutiesOfUnit;
import vn.sen.reporting.lending.DutyReport.DutiesToBank;
import vn.sen.reporting.lending.DutyReport.DutyCell;
import vn.sen.reporting.lending.DutyReport.FeeOfMonth;
import vn.sen.reporting.lending.LendingRow.Paid;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Territory.Place;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;

/** Makes one report of duties: every loan and every payment of a fee is looked at once. */
final class DutyReporter {

  /** Nulls where not asked for. */
  private record Cell(@Nullable UUID bank, @Nullable UUID programme, @Nullable OrgUnit unit) {}

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final FeeRates rates;
  private final UnitTallies<DutyTally> units;
  private final SortedMap<YearMonth, DutyTally> months = new TreeMap<>();
  private final Map<UUID, DutyTally> banks = new HashMap<>();
  private final Map<Optional<UUID>, DutyTally> programmes = new HashMap<>();
  private final Map<Cell, DutyTally> cells = new HashMap<>();

  DutyReporter(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    if (query.by().contains(Dimension.GROUP_RANK)) {
      throw new RankNotOfDuties();
    }
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.rates = new FeeRates(snapshot);
    this.units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), query.selection().trait(), DutyTally::new);
    var last = YearMonth.from(query.asOf());
    for (var month = YearMonth.from(query.from()); !month.isAfter(last); ) {
      months.put(month, new DutyTally());
      month = month.plusMonths(1);
    }
  }

  /**
   * Makes the report.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  DutyReport report() {
    var scan = new LoanScan(snapshot, territory, query);
    scan.forEach(this::add);
    addPaid();
    var by = query.by();
    return new DutyReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        query.from(),
        units.level(),
        by.stream().sorted().toList(),
        units.total().duties(),
        months.entrySet().stream()
            .map(month -> new FeeOfMonth(month.getKey(), month.getValue().fees()))
            .toList(),
        units.rows((unit, tally) -> new DutiesOfUnit(unit, unit == null, tally.duties())),
        by.contains(Dimension.BANK) ? byBank() : List.of(),
        by.contains(Dimension.PROGRAMME) ? byProgramme() : List.of(),
        cells(),
        units.unplaced().duties());
  }

  private void add(Found found) {
    boolean counts = units.holds(found.place());
    var share =
        DutyShare.of(
            found,
            query.from(),
            query.asOf(),
            rates,
            (on, amount, fee) -> {
              if (counts) {
                month(YearMonth.from(on)).addInterest(amount, fee);
              }
            });
    if (!share.isNothing()) {
      var place = found.part().place();
      count(place.bankId(), place.programmeId(), found.place(), tally -> tally.add(share));
    }
  }

  private void addPaid() {
    var bank = selected(Register.BANK, query.selection().bank());
    var programme = selected(Register.PROGRAMME, query.selection().programme());
    snapshot
        .paid()
        .forEach(
            (paid, amount) -> {
              boolean meant =
                  (bank == null || bank.equals(paid.bank()))
                      && (programme == null || programme.equals(paid.programme()));
              if (meant && isWithin(paid)) {
                add(paid, amount);
              }
            });
  }

  private @Nullable UUID selected(Register register, @Nullable String codeOrId) {
    return codeOrId == null ? null : snapshot.find(register, codeOrId).orElseThrow();
  }

  private boolean isWithin(Paid paid) {
    LocalDate first = query.from().withDayOfMonth(1);
    return !paid.date().isAfter(query.asOf())
        && !paid.month().isBefore(first)
        && !paid.month().isAfter(query.asOf());
  }

  private void add(Paid paid, long amount) {
    var place = territory.place(paid.unit());
    if (units.holds(place)) {
      month(YearMonth.from(paid.month())).addReceived(amount);
    }
    count(paid.bank(), paid.programme(), place, tally -> tally.addReceived(amount));
  }

  private DutyTally month(YearMonth month) {
    return tally(months, month);
  }

  private void count(
      UUID bank, @Nullable UUID programme, Place place, Consumer<DutyTally> addition) {
    units.add(place, addition);
    if (units.holds(place)) {
      addition.accept(tally(banks, bank));
      addition.accept(tally(programmes, Optional.ofNullable(programme)));
      if (query.by().size() > 1) {
        addition.accept(tally(cells, cell(bank, programme, place)));
      }
    }
  }

  private static <K> DutyTally tally(Map<K, DutyTally> tallies, K key) {
    return tallies.computeIfAbsent(key, _ -> new DutyTally());
  }

  private Cell cell(UUID bank, @Nullable UUID programme, Place place) {
    var by = query.by();
    return new Cell(
        by.contains(Dimension.BANK) ? bank : null,
        by.contains(Dimension.PROGRAMME) ? programme : null,
        by.contains(Dimension.UNIT) ? units.row(place) : null);
  }

  private @Nullable Labelled labelled(Register register, @Nullable UUID id) {
    return id == null ? null : snapshot.labelled(register, id, query.asOf());
  }

  private List<DutiesToBank> byBank() {
    return sorted(
        banks,
        (bank, tally) ->
            new DutiesToBank(snapshot.labelled(Register.BANK, bank, query.asOf()), tally.duties()),
        Comparator.comparing(row -> row.bank().order()));
  }

  private List<DutiesInProgramme> byProgramme() {
    return sorted(
        programmes,
        (programme, tally) ->
            new DutiesInProgramme(
                labelled(Register.PROGRAMME, programme.orElse(null)), tally.duties()),
        Comparator.comparing(row -> order(row.programme())));
  }

  private List<DutyCell> cells() {
    return sorted(
        cells,
        (cell, tally) ->
            new DutyCell(
                labelled(Register.BANK, cell.bank()),
                labelled(Register.PROGRAMME, cell.programme()),
                cell.unit() == null ? null : Unit.of(cell.unit(), territory.day()),
                tally.duties()),
        Comparator.comparing((DutyCell c) -> order(c.bank()))
            .thenComparing(c -> order(c.programme()))
            .thenComparing(c -> c.unit() == null ? "~" : c.unit().code()));
  }

  /** What has no bank or programme stands last. */
  private static String order(@Nullable Labelled one) {
    return one == null ? "~" : one.order();
  }

  private static <K, R> List<R> sorted(
      Map<K, DutyTally> tallies, BiFunction<K, DutyTally, R> make, Comparator<R> order) {
    var rows = new ArrayList<R>();
    tallies.forEach((key, tally) -> rows.add(make.apply(key, tally)));
    rows.sort(order);
    return rows;
  }
}

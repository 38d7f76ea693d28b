package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sen.reporting.completeness.CompletenessFigures.Snapshot;
import vn.sen.reporting.completeness.CompletenessFigures.Source;
import vn.sen.reporting.completeness.CompletenessReport.BankCompleteness;
import vn.sen.reporting.completeness.CompletenessReport.EnteredOfKind;
import vn.sen.reporting.completeness.CompletenessReport.UnitCompleteness;
import vn.sen.reporting.completeness.Entries.Period;
import vn.sen.reporting.completeness.Entries.Tally;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;

/** Makes one report of completeness: every source of entries is looked at once. */
final class CompletenessReporter {

  private static final List<DataKind> OF_UNITS =
      Arrays.stream(DataKind.values()).filter(DataKind::isOfUnits).toList();

  /** The tallies of one territory, by kind. */
  private static final class Kinds {
    private final Map<DataKind, Tally> tallies = new EnumMap<>(DataKind.class);

    void add(Source source, Entries entries, Period period) {
      entries.addTo(tallies.computeIfAbsent(source.kind(), _ -> new Tally()), period);
    }

    List<EnteredOfKind> entered() {
      return OF_UNITS.stream()
          .map(kind -> new EnteredOfKind(kind, tallies.getOrDefault(kind, new Tally()).entered()))
          .toList();
    }
  }

  /** What one bank has told. */
  private record Told(Tally updates, Tally statements) {}

  private final Snapshot snapshot;
  private final Territory territory;
  private final CompletenessQuery query;
  private final Deadlines deadlines;
  private final Period period;
  private final UnitTallies<Kinds> units;
  private final Map<UUID, Told> banks = new HashMap<>();

  /**
   * @param knownAt the last day on which an entry that counts was recorded
   */
  CompletenessReporter(
      Snapshot snapshot,
      Territory territory,
      CompletenessQuery query,
      LocalDate knownAt,
      Deadlines deadlines) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.deadlines = deadlines;
    this.period = new Period(query.from(), query.until(), knownAt, deadlines);
    this.units = new UnitTallies<>(territory, query.unit(), query.level(), null, Kinds::new);
  }

  /**
   * Makes the report.
   *
   * @param lenders the banks with loans in the unit at the end of the period
   */
  CompletenessReport report(List<Labelled> lenders) {
    snapshot.forEach(this::add);
    return new CompletenessReport(
        units.unit(),
        query.from(),
        query.until(),
        query.hierarchy(),
        units.level(),
        (int) query.from().until(query.until(), ChronoUnit.MONTHS) + 1,
        months().map(deadlines::of).toList(),
        units.total().entered(),
        units.rows((unit, kinds) -> row(Optional.ofNullable(unit), kinds)),
        banks(lenders));
  }

  private Stream<YearMonth> months() {
    return Stream.iterate(
        query.from(), month -> !month.isAfter(query.until()), month -> month.plusMonths(1));
  }

  private void add(Source source, Entries entries) {
    var unit = source.unit();
    var bank = source.bank();
    if (unit == null) {
      if (bank != null) {
        entries.addTo(told(bank).statements(), period);
      }
      return;
    }
    var place = territory.place(unit);
    if (bank == null) {
      units.add(place, kinds -> kinds.add(source, entries, period));
    } else if (units.holds(place)) {
      entries.addTo(told(bank).updates(), period);
    }
  }

  private Told told(UUID bank) {
    return banks.computeIfAbsent(bank, _ -> new Told(new Tally(), new Tally()));
  }

  private static UnitCompleteness row(Optional<Unit> unit, Kinds kinds) {
    var entered = kinds.entered();
    return new UnitCompleteness(
        unit.orElse(null),
        unit.isEmpty(),
        entered.stream()
            .filter(one -> one.entered().entered() == 0)
            .map(EnteredOfKind::kind)
            .toList(),
        entered);
  }

  /** A bank that lends here and told nothing is shown; one that only told, too. */
  private List<BankCompleteness> banks(List<Labelled> lenders) {
    var shown = new LinkedHashMap<UUID, Labelled>();
    lenders.forEach(lender -> shown.put(lender.id(), lender));
    banks.forEach(
        (bank, told) -> {
          if (told.updates().entered().entered() > 0) {
            shown.putIfAbsent(bank, new Labelled(bank, null, null));
          }
        });
    return shown.values().stream()
        .sorted(Comparator.comparing(Labelled::order))
        .map(
            bank ->
                new BankCompleteness(
                    bank,
                    told(bank.id()).updates().entered(),
                    told(bank.id()).statements().entered()))
        .toList();
  }
}

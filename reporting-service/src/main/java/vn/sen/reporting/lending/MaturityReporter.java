package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.sen.reporting.lending.MaturityReport.Due;
import vn.sen.reporting.lending.MaturityReport.DueMonth;
import vn.sen.reporting.lending.MaturityReport.Maturities;
import vn.sen.reporting.lending.MaturityReport.MaturitiesOfUnit;
import vn.sen.reporting.reading.NumberSet;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitTallies;

/** Sorts outstanding principal by the month in which it falls due. */
final class MaturityReporter {

  static final int MONTHS = 12;

  private MaturityReporter() {}

  static MaturityReport report(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    var asOf = query.asOf();
    var units =
        new UnitTallies<>(
            territory,
            query.unit(),
            query.level(),
            query.selection().trait(),
            () -> new Tally(asOf));
    new LoanScan(snapshot, territory, query)
        .forEach(
            found -> {
              long principal = found.part().outstanding(asOf);
              if (principal > 0) {
                var dueOn = found.part().place().dueOn();
                units.add(found.place(), tally -> tally.add(dueOn, principal, found.household()));
              }
            });
    return new MaturityReport(
        units.unit(),
        asOf,
        query.hierarchy(),
        units.level(),
        units.total().maturities(),
        units.rows((unit, tally) -> new MaturitiesOfUnit(unit, unit == null, tally.maturities())),
        units.unplaced().principal);
  }

  private static final class Slot {
    private final NumberSet households = new NumberSet();
    private long principal;
    private long loans;

    Due due() {
      return new Due(principal, loans, households.count());
    }
  }

  private static final class Tally {
    private final LocalDate asOf;
    private final Slot pastDue = new Slot();
    private final List<Slot> months = new ArrayList<>();
    private final Slot later = new Slot();
    private long principal;

    Tally(LocalDate asOf) {
      this.asOf = asOf;
      for (int i = 0; i < MONTHS; i++) {
        months.add(new Slot());
      }
    }

    void add(LocalDate dueOn, long amount, int household) {
      var slot = slot(dueOn);
      slot.principal += amount;
      slot.loans++;
      slot.households.add(household);
      principal += amount;
    }

    private Slot slot(LocalDate dueOn) {
      if (!dueOn.isAfter(asOf)) {
        return pastDue;
      }
      long ahead = ChronoUnit.MONTHS.between(YearMonth.from(asOf), YearMonth.from(dueOn));
      return ahead < MONTHS ? months.get((int) ahead) : later;
    }

    Maturities maturities() {
      var first = YearMonth.from(asOf);
      List<DueMonth> all = new ArrayList<>();
      for (int i = 0; i < MONTHS; i++) {
        all.add(new DueMonth(first.plusMonths(i), months.get(i).due()));
      }
      return new Maturities(pastDue.due(), all, later.due());
    }
  }
}

package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.AgeingReport.AgeBucket;
import vn.sen.reporting.lending.AgeingReport.Ageing;
import vn.sen.reporting.lending.AgeingReport.AgeingOfUnit;
import vn.sen.reporting.lending.LoanScan.Found;
import vn.sen.reporting.reading.NumberSet;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitTallies;

/** Sorts overdue principal by its age. */
final class AgeingReporter {

  /** The last days of the buckets that have an end. */
  private static final int[] TO_DAYS = {90, 180, 360};

  /** The last days of the buckets that have an end, in turn. */
  static List<Integer> ends() {
    return Arrays.stream(TO_DAYS).boxed().toList();
  }

  private AgeingReporter() {}

  static AgeingReport report(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    var units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), query.selection().trait(), Tally::new);
    new LoanScan(snapshot, territory, query)
        .forEach(
            found -> {
              var share = share(found, query.asOf());
              if (share.overdue() > 0) {
                units.add(found.place(), tally -> tally.add(share));
              }
            });
    return new AgeingReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        units.level(),
        units.total().ageing(),
        units.rows((unit, tally) -> new AgeingOfUnit(unit, unit == null, tally.ageing())),
        units.unplaced().overdue);
  }

  private record Share(int household, long overdue, long[] byAge) {}

  /** The ages are the loan's, wherever it was; the sum is what is overdue at this place. */
  private static Share share(Found found, LocalDate asOf) {
    long overdue = found.part().balance(LoanMeasure.OVERDUE, asOf);
    var byAge = new long[TO_DAYS.length + 1];
    if (overdue > 0) {
      found
          .loan()
          .layers(LoanMeasure.OVERDUE, asOf)
          .tell((amount, since) -> byAge[bucket(asOf.toEpochDay() - since)] += amount);
    }
    return new Share(found.household(), overdue, byAge);
  }

  private static int bucket(long days) {
    int bucket = 0;
    while (bucket < TO_DAYS.length && days > TO_DAYS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private static final class Tally {
    private final NumberSet households = new NumberSet();
    private final long[] byAge = new long[TO_DAYS.length + 1];
    private final long[] loansByAge = new long[TO_DAYS.length + 1];
    private long overdue;
    private long loans;

    void add(Share share) {
      overdue += share.overdue();
      loans++;
      households.add(share.household());
      for (int i = 0; i < byAge.length; i++) {
        byAge[i] += share.byAge()[i];
        loansByAge[i] += share.byAge()[i] > 0 ? 1 : 0;
      }
    }

    Ageing ageing() {
      List<AgeBucket> buckets = new ArrayList<>();
      for (int i = 0; i < byAge.length; i++) {
        buckets.add(new AgeBucket(i < TO_DAYS.length ? TO_DAYS[i] : null, byAge[i], loansByAge[i]));
      }
      return new Ageing(overdue, loans, households.count(), buckets);
    }
  }
}

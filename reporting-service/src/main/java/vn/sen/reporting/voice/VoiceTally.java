package vn.sen.reporting.voice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.reporting.reading.MeasureTotals;

/** Adds up voices. */
final class VoiceTally {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final VoiceMeasure[] MEASURES = VoiceMeasure.values();

  private final long[] sums = new long[MEASURES.length];

  /** What the voices of one place come to, by the ordinals of the measures. */
  static long[] share(MeasureTotals<VoiceMeasure> totals, LocalDate from, LocalDate asOf) {
    var share = new long[MEASURES.length];
    for (var measure : MEASURES) {
      share[measure.ordinal()] =
          switch (measure) {
            case OPEN, OVERDUE, TO_CLOSE -> totals.upTo(measure, asOf);
            case RAISED,
                ANSWERED_IN_TIME,
                ANSWERED_LATE,
                CLOSED_SATISFIED,
                CLOSED_UNSATISFIED,
                REOPENED,
                WITHDRAWN ->
                totals.within(measure, from, asOf);
          };
    }
    return share;
  }

  static boolean isNothing(long[] share) {
    for (long sum : share) {
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }

  void add(long[] share) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share[i];
    }
  }

  private long of(VoiceMeasure measure) {
    return sums[measure.ordinal()];
  }

  VoiceCounts counts() {
    long inTime = of(VoiceMeasure.ANSWERED_IN_TIME);
    long late = of(VoiceMeasure.ANSWERED_LATE);
    long overdue = of(VoiceMeasure.OVERDUE);
    long due = inTime + late + overdue;
    return new VoiceCounts(
        of(VoiceMeasure.RAISED),
        of(VoiceMeasure.OPEN),
        overdue,
        of(VoiceMeasure.TO_CLOSE),
        inTime,
        late,
        due,
        percent(inTime, due),
        of(VoiceMeasure.CLOSED_SATISFIED),
        of(VoiceMeasure.CLOSED_UNSATISFIED),
        of(VoiceMeasure.REOPENED),
        of(VoiceMeasure.WITHDRAWN));
  }

  private static @Nullable BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }
}

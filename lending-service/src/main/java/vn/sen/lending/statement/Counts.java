package vn.sen.lending.statement;

import java.util.EnumMap;
import java.util.Map;
import vn.sen.events.lending.DifferenceCause;

/**
 * What came of lines. Amounts are đồng.
 *
 * @param done lines
 * @param equal loans that agree
 * @param opened loans taken over
 * @param refused lines
 * @param taken principal that the lines say is owed, without the refused ones
 * @param known principal that the platform says is owed of their loans, with those taken over
 * @param owing loans of which the platform says that something is owed
 * @param differences by cause
 */
record Counts(
    long done,
    long equal,
    long opened,
    long refused,
    long taken,
    long known,
    long owing,
    Map<DifferenceCause, Sum> differences) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, Map.of());

  /**
   * Differences of one cause.
   *
   * @param amount stated minus known
   */
  record Sum(long loans, long amount) {
    Sum plus(Sum other) {
      return new Sum(loans + other.loans, amount + other.amount);
    }
  }

  Counts {
    differences = differences.isEmpty() ? Map.of() : Map.copyOf(differences);
  }

  /** A line that is refused. */
  Counts refusal() {
    return new Counts(done + 1, equal, opened, refused + 1, taken, known, owing, differences);
  }

  /** A line whose loan agrees. */
  Counts equal(long owed) {
    return compared(owed, owed, 1, 0, differences);
  }

  /** A line whose loan was taken over. */
  Counts opened(long owed) {
    return compared(owed, owed, 0, 1, differences);
  }

  /** A line whose loan differs. */
  Counts different(DifferenceCause cause, long stated, long owed) {
    return compared(stated, owed, 0, 0, plus(cause, stated - owed));
  }

  /** A loan that no line names. */
  Counts missing(long owed) {
    return new Counts(
        done,
        equal,
        opened,
        refused,
        taken,
        known + owed,
        owing + 1,
        plus(DifferenceCause.MISSING_THERE, -owed));
  }

  private Map<DifferenceCause, Sum> plus(DifferenceCause cause, long amount) {
    var all = new EnumMap<DifferenceCause, Sum>(DifferenceCause.class);
    all.putAll(differences);
    all.merge(cause, new Sum(1, amount), Sum::plus);
    return all;
  }

  private Counts compared(
      long stated, long owed, int equals, int opens, Map<DifferenceCause, Sum> all) {
    return new Counts(
        done + 1,
        equal + equals,
        opened + opens,
        refused,
        taken + stated,
        known + owed,
        owing + (owed > 0 ? 1 : 0),
        all);
  }
}

package vn.sen.lending.statement;

import java.util.Comparator;
import java.util.List;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.StatementEvent.Differences;

/**
 * What a statement's comparison came to.
 *
 * @param stated what the bank announced and its lines add up to
 * @param computed what the platform counts for the bank on the day: loans of which something is
 *     owed
 * @param refusedAmount what refused lines say is owed, minus what the platform says of those of
 *     their loans that it knows, in đồng
 */
record Reconciliation(
    ControlTotals stated,
    ControlTotals computed,
    long equal,
    long opened,
    long refused,
    long refusedAmount,
    List<Differences> differences) {

  /**
   * @throws IllegalStateException if a đồng is not explained
   */
  Reconciliation {
    differences = List.copyOf(differences);
    long explained = differences.stream().mapToLong(Differences::amount).sum() + refusedAmount;
    if (stated.outstanding() - computed.outstanding() != explained) {
      throw new IllegalStateException("Differences do not explain the totals");
    }
  }

  /**
   * Adds a comparison up.
   *
   * @param counts of all lines and of the loans that no line names
   * @param refusedKnown what the platform says of loans that only refused lines name
   * @param households distinct ones that owe something
   */
  static Reconciliation of(
      ControlTotals stated, Counts counts, Counts.Sum refusedKnown, long households) {
    var differences =
        counts.differences().entrySet().stream()
            .map(e -> new Differences(e.getKey(), e.getValue().loans(), e.getValue().amount()))
            .sorted(Comparator.comparing(Differences::cause))
            .toList();
    return new Reconciliation(
        stated,
        new ControlTotals(
            counts.owing() + refusedKnown.loans(),
            households,
            counts.known() + refusedKnown.amount()),
        counts.equal(),
        counts.opened(),
        counts.refused(),
        stated.outstanding() - counts.taken() - refusedKnown.amount(),
        differences);
  }
}

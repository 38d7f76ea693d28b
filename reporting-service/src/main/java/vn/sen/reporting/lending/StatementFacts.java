package vn.sen.reporting.lending;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.reporting.lending.LendingRow.Figure;
import vn.sen.reporting.lending.LendingRow.Received;
import vn.sen.reporting.lending.LendingRow.Told;

/**
 * What is known of one statement. Immutable.
 *
 * @param received null while only something later is known
 * @param reconciled the sequence of the last comparison, 0 before the first
 * @param numbers all that was told of it
 */
record StatementFacts(
    @Nullable Received received, long reconciled, boolean withdrawn, Map<Told, Long> numbers) {

  static final StatementFacts NOTHING = new StatementFacts(null, 0, false, Map.of());

  StatementFacts receivedAs(Received now) {
    return new StatementFacts(now, reconciled, withdrawn, numbers);
  }

  StatementFacts reconciledAt(long sequence) {
    return new StatementFacts(received, Math.max(reconciled, sequence), withdrawn, numbers);
  }

  StatementFacts withdrawnNow() {
    return new StatementFacts(received, reconciled, true, numbers);
  }

  StatementFacts told(Told row, long delta) {
    var more = new HashMap<>(numbers);
    more.merge(row, delta, Long::sum);
    return new StatementFacts(received, reconciled, withdrawn, Map.copyOf(more));
  }

  /** A number of one comparison, 0 where nothing was told. */
  long number(UUID statement, long sequence, Figure figure, @Nullable DifferenceCause cause) {
    return numbers.getOrDefault(new Told(statement, sequence, figure, cause), 0L);
  }

  /** For how many loans the statement's word was taken, all in all. */
  long accepted() {
    return numbers.entrySet().stream()
        .filter(number -> number.getKey().figure() == Figure.ACCEPTED)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The sequence of the event that told of it first: its receipt. */
  long firstTold() {
    return numbers.keySet().stream().mapToLong(Told::sequence).min().orElse(0);
  }
}

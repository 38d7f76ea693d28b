package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares the log with what was acknowledged: for each aggregate its sequences from 1 to its
 * version, first occurrences in order; another occurrence must be the same event again.
 */
final class LogCheck {

  private final Map<UUID, Long> expected;
  private final Set<UUID> injected;
  private final Map<UUID, Map<Long, LogRecord>> seen = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private LogCheck(Map<UUID, Long> expected, Set<UUID> injected) {
    this.expected = expected;
    this.injected = injected;
  }

  /**
   * Checks.
   *
   * @param records in the order of their partitions
   * @param expected the acknowledged version of each aggregate
   * @param injected aggregates that the test itself has put there
   */
  static List<Finding> of(List<LogRecord> records, Map<UUID, Long> expected, Set<UUID> injected) {
    var check = new LogCheck(expected, injected);
    records.forEach(check::take);
    check.missing();
    return check.findings;
  }

  private void take(LogRecord record) {
    var aggregate = record.aggregate();
    if (aggregate == null || injected.contains(aggregate)) {
      return;
    }
    var version = expected.get(aggregate);
    if (version == null) {
      findings.add(Finding.doubled("log: nobody was told of aggregate " + aggregate));
      return;
    }
    var sequences = seen.computeIfAbsent(aggregate, _ -> new HashMap<>());
    var first = sequences.putIfAbsent(record.sequence(), record);
    if (first != null) {
      if (!record.repeats(first)) {
        findings.add(Finding.doubled("log: two events are " + name(record)));
      }
    } else if (record.sequence() > version) {
      findings.add(Finding.doubled("log: " + name(record) + ", only " + version + " acknowledged"));
    } else if (record.sequence() != sequences.size()) {
      findings.add(
          new Finding(
              Finding.Kind.REORDERED,
              "log: %s came as number %d".formatted(name(record), sequences.size())));
    }
  }

  private void missing() {
    expected.forEach(
        (aggregate, version) -> {
          var sequences = seen.getOrDefault(aggregate, Map.of());
          for (long sequence = 1; sequence <= version; sequence++) {
            if (!sequences.containsKey(sequence)) {
              findings.add(Finding.lost("log: no event %s.%d".formatted(aggregate, sequence)));
            }
          }
        });
  }

  private static String name(LogRecord record) {
    return "%s.%d (partition %d, offset %d)"
        .formatted(record.aggregate(), record.sequence(), record.partition(), record.offset());
  }
}

package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import vn.sen.events.membership.Flow;
import vn.sen.reporting.membership.MembershipReport.Flows;
import vn.sen.reporting.reading.Leaf;

/** Adds up leaves. */
final class Tally {

  private final Map<Flow, Long> in = new EnumMap<>(Flow.class);
  private final Map<Flow, Long> out = new EnumMap<>(Flow.class);
  private long members;
  private long honorary;

  /**
   * Adds a leaf.
   *
   * @param inside whether a transfer's other side belongs to the same territory: then nobody came
   *     or went
   */
  void add(LeafFigures leaf, LocalDate from, LocalDate asOf, Predicate<Leaf> inside) {
    members += leaf.members().upTo(asOf);
    honorary += leaf.honorary().upTo(asOf);
    for (var flow : leaf.flows()) {
      var counterpart = flow.counterpart();
      if (counterpart == null || !inside.test(counterpart)) {
        add(in, flow.flow(), flow.in().within(from, asOf));
        add(out, flow.flow(), flow.out().within(from, asOf));
      }
    }
  }

  private static void add(Map<Flow, Long> sums, Flow flow, long count) {
    if (count != 0) {
      sums.merge(flow, count, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  long members() {
    return members;
  }

  long honorary() {
    return honorary;
  }

  Flows flows() {
    return new Flows(new EnumMap<>(in), new EnumMap<>(out), sum(in) - sum(out));
  }

  private static long sum(Map<Flow, Long> sums) {
    return sums.values().stream().mapToLong(Long::longValue).sum();
  }

  boolean isNothing() {
    return members == 0 && honorary == 0 && in.isEmpty() && out.isEmpty();
  }
}

package vn.sen.reporting.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.reporting.membership.LeafFigures.FlowFigures;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.RunningTotal;

/** Collects the steps of one leaf. */
final class LeafSteps {

  private record Reason(Flow flow, @Nullable Leaf counterpart) {}

  private record Flows(SortedMap<Long, Long> in, SortedMap<Long, Long> out) {}

  private final SortedMap<Long, Long> members = new TreeMap<>();
  private final SortedMap<Long, Long> honorary = new TreeMap<>();
  private final Map<Reason, Flows> flows = new HashMap<>();

  void add(MembershipRow.Step step, long delta) {
    var day = step.date().toEpochDay();
    members.merge(day, delta, LeafSteps::sum);
    if (step.type() == MemberType.HONORARY) {
      honorary.merge(day, delta, LeafSteps::sum);
    }
    if (step.flow() != Flow.RECLASSIFICATION) {
      var both =
          flows.computeIfAbsent(
              new Reason(step.flow(), step.counterpart()),
              _ -> new Flows(new TreeMap<>(), new TreeMap<>()));
      if (step.coming()) {
        both.in().merge(day, delta, LeafSteps::sum);
      } else {
        both.out().merge(day, -delta, LeafSteps::sum);
      }
    }
  }

  /** Steps that add up to nothing go: a corrected date leaves no trace behind. */
  private static @Nullable Long sum(Long one, Long other) {
    return one + other == 0 ? null : one + other;
  }

  LeafFigures figures() {
    List<FlowFigures> reasons = new ArrayList<>();
    flows.forEach(
        (reason, both) ->
            reasons.add(
                new FlowFigures(
                    reason.flow(),
                    reason.counterpart(),
                    RunningTotal.of(both.in()),
                    RunningTotal.of(both.out()))));
    return new LeafFigures(
        RunningTotal.of(members), RunningTotal.of(honorary), List.copyOf(reasons));
  }
}

package vn.sen.reporting.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.reporting.membership.LeafFigures.FlowFigures;

/** Collects the steps of one leaf. */
final class LeafSteps {

  private record Reason(Flow flow, @Nullable UUID counterpart) {}

  private final SortedMap<Long, Long> members = new TreeMap<>();
  private final SortedMap<Long, Long> honorary = new TreeMap<>();
  private final Map<Reason, SortedMap<Long, Long>> flows = new HashMap<>();

  void add(MembershipRow.Step step, long delta) {
    var day = step.date().toEpochDay();
    members.merge(day, delta, LeafSteps::sum);
    if (step.type() == MemberType.HONORARY) {
      honorary.merge(day, delta, LeafSteps::sum);
    }
    if (step.flow() != Flow.RECLASSIFICATION) {
      flows
          .computeIfAbsent(new Reason(step.flow(), step.counterpart()), _ -> new TreeMap<>())
          .merge(day, delta, LeafSteps::sum);
    }
  }

  /** Steps that add up to nothing go: a corrected date leaves no trace behind. */
  private static @Nullable Long sum(Long one, Long other) {
    return one + other == 0 ? null : one + other;
  }

  LeafFigures figures() {
    List<FlowFigures> reasons = new ArrayList<>();
    flows.forEach((reason, steps) -> reasons.add(figures(reason, steps)));
    return new LeafFigures(
        RunningTotal.of(members), RunningTotal.of(honorary), List.copyOf(reasons));
  }

  private static FlowFigures figures(Reason reason, SortedMap<Long, Long> steps) {
    return switch (reason.flow()) {
      case ADMISSION, READMISSION, MOVE_IN ->
          new FlowFigures(reason.flow(), null, RunningTotal.of(steps), RunningTotal.NOTHING);
      case RESIGNATION, EXPULSION, DEATH, MOVE_OUT, OTHER_DEPARTURE ->
          new FlowFigures(
              reason.flow(), null, RunningTotal.NOTHING, RunningTotal.of(only(steps, -1, true)));
      // what remains of a day after corrections tells the direction
      case TRANSFER, RECLASSIFICATION ->
          new FlowFigures(
              reason.flow(),
              reason.counterpart(),
              RunningTotal.of(only(steps, 1, false)),
              RunningTotal.of(only(steps, -1, false)));
    };
  }

  private static SortedMap<Long, Long> only(
      SortedMap<Long, Long> steps, int sign, boolean bothSigns) {
    var some = new TreeMap<Long, Long>();
    steps.forEach(
        (day, delta) -> {
          if (bothSigns || delta * sign > 0) {
            some.put(day, delta * sign);
          }
        });
    return some;
  }
}

package vn.sen.reporting.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.RunningTotal;

/**
 * The figures of one leaf over all time. Immutable.
 *
 * @param members of every type
 * @param honorary those of them who are honorary
 * @param flows by reason, transfers also by counterpart
 */
record LeafFigures(RunningTotal members, RunningTotal honorary, List<FlowFigures> flows) {

  /**
   * How many came and went for one reason.
   *
   * @param counterpart where transfers came from or went to, else null
   */
  record FlowFigures(Flow flow, @Nullable Leaf counterpart, RunningTotal in, RunningTotal out) {}
}

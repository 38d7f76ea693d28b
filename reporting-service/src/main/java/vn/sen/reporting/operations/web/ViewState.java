package vn.sen.reporting.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.Generation;
import vn.sen.chassis.view.GenerationState;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/**
 * How a view is doing on the instance that answers.
 *
 * @param position by topic, up to where readers see the log
 * @param asOf everything the broker had appended by then is in the figures
 * @param lag records not yet in the figures
 * @param parked events that wait for a predecessor, in the partitions this instance folds
 * @param problems what needs an operator
 * @param generations numbers and rules of the generations it is folded in, the oldest first
 * @param shown the number of the one that readers see
 */
record ViewState(
    String view,
    Map<String, TopicPosition> position,
    Instant asOf,
    boolean complete,
    long lag,
    int parked,
    List<String> problems,
    List<Generation> generations,
    @Nullable Integer shown) {

  static ViewState of(ViewEngine<?> view) {
    var status = view.status();
    var generations = view.generations();
    return new ViewState(
        view.name(),
        view.position().topics(),
        status.asOf(),
        status.complete(),
        status.lag(),
        status.parked(),
        status.problems(),
        generations.stream().map(GenerationState::generation).toList(),
        generations.stream()
            .filter(GenerationState::shown)
            .map(g -> g.generation().number())
            .findAny()
            .orElse(null));
  }
}

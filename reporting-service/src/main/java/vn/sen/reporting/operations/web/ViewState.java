package vn.sen.reporting.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 */
record ViewState(
    String view,
    Map<String, TopicPosition> position,
    Instant asOf,
    boolean complete,
    long lag,
    int parked,
    List<String> problems) {

  static ViewState of(ViewEngine<?> view) {
    var status = view.status();
    return new ViewState(
        view.name(),
        view.position().topics(),
        status.asOf(),
        status.complete(),
        status.lag(),
        status.parked(),
        status.problems());
  }
}

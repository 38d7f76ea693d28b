package vn.sen.reporting.activity;

import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.training.ActivityPlace;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.Drafts;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class ActivityFigures implements ViewReader<ActivityRow> {

  /** Whoever is known by id has places of her own, with a step or two: many and small. */
  private final Drafts<ActivityPlace, DatedSteps, DatedSteps> places =
      new Drafts<>(_ -> DatedSteps.NONE, (_, steps) -> steps);

  private volatile ActivitySnapshot snapshot =
      new ActivitySnapshot(places.show(), ViewPosition.NONE);

  @Override
  public void add(ActivityRow row, long delta) {
    places.replace(row.place(), steps -> steps.plus(row.measure(), row.date(), delta));
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = new ActivitySnapshot(places.show(), position);
  }

  /** The figures now. */
  public ActivitySnapshot snapshot() {
    return snapshot;
  }
}

package vn.sen.reporting.activity;

import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.MeasureSteps;
import vn.sen.reporting.reading.MeasureTotals;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class ActivityFigures implements ViewReader<ActivityRow> {

  private final Drafts<ActivityPlace, MeasureSteps<ActivityMeasure>, MeasureTotals<ActivityMeasure>>
      places =
          new Drafts<>(
              _ -> new MeasureSteps<>(ActivityMeasure.class), (_, collected) -> collected.totals());

  private volatile ActivitySnapshot snapshot =
      new ActivitySnapshot(places.show(), ViewPosition.NONE);

  @Override
  public void add(ActivityRow row, long delta) {
    places.change(row.place()).add(row.measure(), row.date(), delta);
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

package vn.sen.reporting.voice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.MeasureSteps;
import vn.sen.reporting.reading.MeasureTotals;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class VoiceFigures implements ViewReader<VoiceRow> {

  private final Drafts<VoicePlace, MeasureSteps<VoiceMeasure>, MeasureTotals<VoiceMeasure>> places =
      new Drafts<>(
          _ -> new MeasureSteps<>(VoiceMeasure.class), (_, collected) -> collected.totals());

  private DatedVersions versions = DatedVersions.NONE;
  private @Nullable LocalDate changedFrom;
  private volatile VoiceSnapshot snapshot = show(ViewPosition.NONE);

  @Override
  public void add(VoiceRow row, long delta) {
    places.change(row.place()).add(row.measure(), row.date(), delta);
    var before = changedFrom;
    changedFrom = before == null || row.date().isBefore(before) ? row.date() : before;
  }

  @Override
  public void publish(ViewPosition position) {
    snapshot = show(position);
  }

  private VoiceSnapshot show(ViewPosition position) {
    if (changedFrom != null) {
      versions = versions.changed(changedFrom);
      changedFrom = null;
    }
    return new VoiceSnapshot(places.show(), versions, position);
  }

  /** The figures now. */
  VoiceSnapshot snapshot() {
    return snapshot;
  }
}

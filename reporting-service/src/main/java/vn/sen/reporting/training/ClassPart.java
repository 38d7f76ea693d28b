package vn.sen.reporting.training;

import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.reading.DatedSteps;

/** What one participant of a class counts for at one place, or the class as a whole. */
record ClassPart(Spot spot, DatedSteps steps) {

  /** Stands in a spot for what is not there. */
  static final int NONE = -1;

  /**
   * Where something counts, by the numbers in the snapshot.
   *
   * @param programme {@link #NONE} outside any
   * @param leaf of unit and assignments
   * @param person {@link #NONE} for what is about the class as a whole
   * @param category null for what is about the class as a whole
   */
  record Spot(
      int theme,
      int course,
      int programme,
      int leaf,
      int person,
      @Nullable ParticipantCategory category) {}
}

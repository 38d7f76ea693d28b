package vn.sen.reporting.reading;

import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;

/** The figures of units and the map, of one moment. */
public interface UnitReading {

  /** Up to where the log is in the figures. */
  ViewPosition position();

  /** Tells maps apart. */
  String mapVersion();

  /** The unit that a question is about. */
  UUID unit(Dated query);
}

package vn.sen.reporting.reading.web;

import java.util.Map;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/**
 * The log positions and the map's version that figures belong to.
 *
 * @param topics by name
 */
public record Position(Map<String, TopicPosition> topics, String orgMap) {

  /** Of figures and map of one moment. */
  public static Position of(ViewPosition figures, String orgMap) {
    return new Position(figures.topics(), orgMap);
  }
}

package vn.sen.chassis.command;

import java.util.UUID;
import vn.sen.events.Topic;

/**
 * A command that is durable.
 *
 * @param topic where it is told
 * @param id the aggregate
 * @param version its version after the command
 * @param replayed whether an earlier attempt with the same key had done it already
 */
public record Committed(Topic topic, UUID id, long version, boolean replayed) {

  /** What a reader presents to see this write in a report. */
  public String consistencyToken() {
    return topic.aggregates() + ":" + id + "@" + version;
  }
}

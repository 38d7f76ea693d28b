package vn.sen.chassis.command;

import java.util.UUID;

/**
 * A command that is durable.
 *
 * @param id the aggregate
 * @param version its version after the command
 * @param replayed whether an earlier attempt with the same key had done it already
 */
public record Committed(UUID id, long version, boolean replayed) {

  /** What a reader presents to see this write in a report. */
  public String consistencyToken() {
    return id + "@" + version;
  }
}

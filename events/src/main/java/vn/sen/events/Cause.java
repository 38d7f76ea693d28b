package vn.sen.events;

import org.jspecify.annotations.Nullable;

/**
 * What brought an event about.
 *
 * @param actor who sent the command: the subject of her token, an id; or the name of the process
 *     that did, {@code <process>:<id>} where it acts for somebody; null where nobody is known
 * @param client the program that she used, null for a process
 * @param traceparent the command's W3C trace context, or null
 */
public record Cause(@Nullable String actor, @Nullable String client, @Nullable String traceparent) {

  /** Nothing is known of it. */
  public static final Cause UNKNOWN = new Cause(null, null, null);
}

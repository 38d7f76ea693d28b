package vn.sen.chassis.view;

import java.util.UUID;

/**
 * Where an event stands in the log.
 *
 * @param aggregate whose event it is
 * @param sequence the aggregate's version after the event
 * @param appendedAt when the broker appended the record, in epoch milliseconds; the only clock that
 *     decides what was known when
 */
public record RecordMeta(UUID aggregate, long sequence, long appendedAt) {}

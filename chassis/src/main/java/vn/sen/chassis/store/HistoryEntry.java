package vn.sen.chassis.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One change of an aggregate: what happened, when it took effect, when and by whom it was recorded.
 *
 * @param version the aggregate's version after it
 * @param type the event's wire name
 * @param effectiveDate the business date
 * @param actor who sent the command, or the process that did
 */
public record HistoryEntry(
    long version, String type, LocalDate effectiveDate, Instant recordedAt, String actor) {}

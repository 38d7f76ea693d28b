package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An event that moved a figure. Whose it is, the owning service knows by the aggregate's id.
 *
 * @param event its id: aggregate and sequence
 * @param type its name on the wire
 * @param sequence the aggregate's version after it
 * @param effectiveDate the business date on which it took effect
 * @param recordedAt when the broker appended it
 * @param delta what it added to the part
 */
public record CountedEvent(
    String event,
    String type,
    UUID aggregate,
    long sequence,
    LocalDate effectiveDate,
    Instant recordedAt,
    String topic,
    int partition,
    long offset,
    BigDecimal delta) {}

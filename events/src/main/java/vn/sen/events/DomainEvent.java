package vn.sen.events;

import java.time.LocalDate;

/**
 * Something that happened in one aggregate. Each context seals its own events; every event record
 * carries an {@link EventName} and no personal data beyond ids and what reports count by.
 */
public interface DomainEvent {

  /**
   * The business date on which the event took effect, which may lie before the day it was recorded.
   */
  LocalDate effectiveDate();
}

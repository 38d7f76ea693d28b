package vn.sen.chassis.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventName;
import vn.sen.events.Topic;

/** What happens to one fair. */
sealed interface FairEvent extends DomainEvent {

  Topic TOPIC = new Topic("guide.fair.events.v1", 1);
  String SOURCE = "/sen/guide";
  EventCatalog CATALOG = EventCatalog.of(List.of(FairEvent.class));

  /** What the event adds to the figures. */
  List<StallChange> changes();

  /** The fair took place. */
  @EventName("guide.fair.held.v1")
  record FairHeld(UUID unitId, LocalDate on, List<StallChange> changes) implements FairEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** There were more or fewer stalls than was said. */
  @EventName("guide.fair.corrected.v1")
  record FairCorrected(LocalDate on, List<StallChange> changes) implements FairEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A step of the number of stalls.
   *
   * @param date the business date from which it counts
   * @param unitId whose fair it is
   * @param delta stalls, never 0
   */
  record StallChange(LocalDate date, UUID unitId, long delta) {}
}

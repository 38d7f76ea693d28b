package vn.sen.chassis.consume;

import java.time.LocalDate;
import java.util.List;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventName;

/** Events of a pretended context. */
sealed interface LampEvent extends DomainEvent {

  EventCatalog CATALOG = EventCatalog.of(List.of(LampEvent.class));

  @Override
  default LocalDate effectiveDate() {
    return LocalDate.parse("2023-10-30");
  }

  /** Makes a command. */
  @EventName("test.lamp.lit.v1")
  record LampLit(int brightness) implements LampEvent {}

  /** Concerns nobody. */
  @EventName("test.lamp.dusted.v1")
  record LampDusted() implements LampEvent {}
}

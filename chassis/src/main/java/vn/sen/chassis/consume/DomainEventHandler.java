package vn.sen.chassis.consume;

import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;

/**
 * Turns an event into a command. Events of one aggregate come one after the other, in the order of
 * its versions.
 */
public interface DomainEventHandler {

  /**
   * Whether the event makes a command. Aggregates none of whose events does leave no trace in the
   * inbox.
   */
  boolean concerns(DomainEvent event);

  /**
   * Carries out the command. After a crash the same event can come again, so the command must be
   * idempotent by the event's id: {@code CommandContext.process(group, envelope.id())}.
   *
   * @throws RuleViolation if the command is refused for good; the event goes to the dead letters
   *     and the aggregate's later events wait. Any other failure is tried again
   */
  void on(EventRecord envelope, DomainEvent event);
}

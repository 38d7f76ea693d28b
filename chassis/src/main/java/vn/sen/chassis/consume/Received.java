package vn.sen.chassis.consume;

import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;

/** An event as it came from a topic. */
public record Received(EventRecord envelope, DomainEvent event) {}

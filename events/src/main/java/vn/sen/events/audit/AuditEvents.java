package vn.sen.events.audit;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the audit trail, as one catalog. */
public final class AuditEvents {

  /** The CloudEvents source begins with it; the service that recorded the event follows. */
  public static final String SOURCE = "/sen/audit";

  public static final EventCatalog CATALOG = EventCatalog.of(List.of(AuditEvent.class));

  private AuditEvents() {}

  /** The CloudEvents source of what a service puts on record. */
  public static String sourceOf(String service) {
    return SOURCE + "/" + service;
  }
}

package vn.sen.events.identity;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the identity context, as one catalog. */
public final class IdentityEvents {

  /** The CloudEvents source of this context. */
  public static final String SOURCE = "/sen/identity";

  public static final EventCatalog CATALOG = EventCatalog.of(List.of(AccessEvent.class));

  private IdentityEvents() {}
}

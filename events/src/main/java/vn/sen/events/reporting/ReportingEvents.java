package vn.sen.events.reporting;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the reporting context, as one catalog. */
public final class ReportingEvents {

  /** The CloudEvents source of this context. */
  public static final String SOURCE = "/sen/reporting";

  public static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              ReportDefinitionEvent.class,
              PublishedFigureEvent.class,
              IssuanceEvent.class,
              WarningEvent.class,
              WarningRuleEvent.class));

  private ReportingEvents() {}
}

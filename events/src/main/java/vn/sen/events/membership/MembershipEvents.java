package vn.sen.events.membership;

import java.util.List;
import vn.sen.events.EventCatalog;

/** The events of the membership context, as one catalog. */
public final class MembershipEvents {

  /** The CloudEvents source of this context. */
  public static final String SOURCE = "/sen/membership";

  public static final EventCatalog CATALOG =
      EventCatalog.of(
          List.of(
              OrgUnitEvent.class,
              RedrawingEvent.class,
              MemberEvent.class,
              HouseholdEvent.class,
              TransferRequestEvent.class,
              ImportEvent.class,
              ConsentEvent.class,
              DataRequestEvent.class,
              GroupTypeEvent.class,
              CommunityGroupEvent.class,
              VoiceEvent.class,
              TitleEvent.class,
              PostEvent.class,
              CadreEvent.class,
              AttendanceEvent.class));

  private MembershipEvents() {}
}

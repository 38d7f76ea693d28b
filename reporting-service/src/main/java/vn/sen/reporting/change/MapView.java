package vn.sen.reporting.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.RedrawingEvent;

/** The events that draw the map, to be told of as those of a view are; it has no rows. */
final class MapView implements ViewDefinition<UUID> {

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Stream.of(OrgUnitEvent.class, RedrawingEvent.class)
          .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
          .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String name() {
    return "map";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.ORG_UNITS);
  }

  @Override
  public EventCatalog catalog() {
    return MembershipEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<UUID> rows) {
    // it is told of, not counted
  }

  @Override
  public String write(UUID row) {
    return row.toString();
  }

  @Override
  public UUID read(String text) {
    return UUID.fromString(text);
  }
}

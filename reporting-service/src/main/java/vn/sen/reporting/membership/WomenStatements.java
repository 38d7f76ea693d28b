package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.membership.WomenStatements.Stated;

/** Tells which events stated numbers of women; only read from the log, kept nowhere. */
final class WomenStatements implements ViewDefinition<Stated> {

  /** A number was stated for a unit and a day. */
  record Stated(UUID unit, WomenDefinition definition, LocalDate asOf) {}

  @Override
  public String name() {
    return "women-statements";
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
    return Set.of(WomenCountStated.class);
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<Stated> rows) {
    if (event instanceof WomenCountStated stated) {
      rows.add(new Stated(meta.aggregate(), stated.definition(), stated.asOf()), stated.count());
    }
  }

  @Override
  public String write(Stated row) {
    return row.unit() + "|" + row.definition() + "|" + row.asOf();
  }

  @Override
  public Stated read(String text) {
    var parts = text.split("\\|", -1);
    return new Stated(
        UUID.fromString(parts[0]), WomenDefinition.valueOf(parts[1]), LocalDate.parse(parts[2]));
  }
}

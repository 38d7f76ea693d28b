package vn.sen.reporting.membership;

import java.util.List;
import java.util.Set;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.ProvinceTime;

/** Counts members: each change of an event is an addition to one row. */
public final class MembershipView implements ViewDefinition<MembershipRow> {

  @Override
  public String name() {
    return "membership";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.MEMBERS);
  }

  @Override
  public EventCatalog catalog() {
    return MembershipEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return Set.of(
        MemberAdmitted.class,
        MemberRegistered.class,
        MemberCorrected.class,
        MemberTypeChanged.class,
        MemberTransferred.class,
        MemberLeft.class,
        MemberReadmitted.class,
        MemberAssigned.class,
        MemberWithdrawn.class);
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<MembershipRow> rows) {
    if (!(event instanceof MemberEvent member)) {
      throw new IllegalArgumentException("Not about a member: " + event.getClass().getName());
    }
    var known = ProvinceTime.known(meta);
    for (var c : member.changes()) {
      rows.add(
          new MembershipRow.Step(
              c.unit(),
              c.via(),
              c.type(),
              c.flow(),
              c.counterpart() == null ? null : new Leaf(c.counterpart(), c.counterpartVia()),
              c.tellsOfComing(),
              c.date(),
              known),
          c.delta());
    }
    if (event instanceof MemberRegistered registered && registered.importId() != null) {
      rows.add(new MembershipRow.Imported(registered.importId()), 1);
    }
    if (event instanceof MemberWithdrawn withdrawn) {
      rows.add(new MembershipRow.Imported(withdrawn.withdrawalId()), 1);
    }
  }

  @Override
  public String write(MembershipRow row) {
    return row.text();
  }

  @Override
  public MembershipRow read(String text) {
    return MembershipRow.parse(text);
  }
}

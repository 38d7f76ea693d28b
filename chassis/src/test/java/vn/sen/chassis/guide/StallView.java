package vn.sen.chassis.guide;

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

/** Counts stalls: each change of an event is an addition to one row. */
final class StallView implements ViewDefinition<StallView.Leaf> {

  /** What can be asked for by itself. */
  record Leaf(UUID unitId, LocalDate date) {}

  @Override
  public String name() {
    return "stalls";
  }

  @Override
  public List<Topic> topics() {
    return List.of(FairEvent.TOPIC);
  }

  @Override
  public EventCatalog catalog() {
    return FairEvent.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return Set.of(FairEvent.FairHeld.class, FairEvent.FairCorrected.class);
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<Leaf> rows) {
    for (var change : ((FairEvent) event).changes()) {
      rows.add(new Leaf(change.unitId(), change.date()), change.delta());
    }
  }

  @Override
  public String write(Leaf row) {
    return row.unitId() + "|" + row.date();
  }

  @Override
  public Leaf read(String text) {
    return new Leaf(UUID.fromString(text.substring(0, 36)), LocalDate.parse(text.substring(37)));
  }
}

package vn.sen.chassis.view;

import java.util.List;
import java.util.Set;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;

/** A view that tells of each event that it counts, and keeps no rows. */
final class WatchedView<K> implements ViewDefinition<K> {

  private final ViewDefinition<K> view;
  private final Witness witness;
  private boolean since;

  WatchedView(ViewDefinition<K> view, Witness witness) {
    this.view = view;
    this.witness = witness;
  }

  /** Whether what is folded next is told as counted since. */
  void since(boolean now) {
    since = now;
  }

  @Override
  public String name() {
    return view.name();
  }

  @Override
  public List<Topic> topics() {
    return view.topics();
  }

  @Override
  public EventCatalog catalog() {
    return view.catalog();
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return view.wants();
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<K> rows) {
    view.fold(event, meta, (_, _) -> {});
    witness.counted(event, meta, since);
  }

  @Override
  public String write(K row) {
    return view.write(row);
  }

  @Override
  public K read(String text) {
    return view.read(text);
  }
}

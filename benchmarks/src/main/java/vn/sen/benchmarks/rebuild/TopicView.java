package vn.sen.benchmarks.rebuild;

import java.util.List;
import java.util.Set;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.MembershipView;

/** The membership view, reading a benchmark's topic. */
final class TopicView implements ViewDefinition<MembershipRow> {

  private final MembershipView view = new MembershipView();
  private final Topic topic;

  TopicView(Topic topic) {
    this.topic = topic;
  }

  @Override
  public String name() {
    return view.name();
  }

  @Override
  public List<Topic> topics() {
    return List.of(topic);
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
  public void fold(DomainEvent event, RecordMeta meta, RowSink<MembershipRow> rows) {
    view.fold(event, meta, rows);
  }

  @Override
  public String write(MembershipRow row) {
    return view.write(row);
  }

  @Override
  public MembershipRow read(String text) {
    return view.read(text);
  }
}

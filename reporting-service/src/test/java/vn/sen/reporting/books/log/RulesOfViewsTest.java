package vn.sen.reporting.books.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

class RulesOfViewsTest {

  private record View(int rules) implements ViewDefinition<String> {

    @Override
    public String name() {
      return "lending";
    }

    @Override
    public List<Topic> topics() {
      return List.of();
    }

    @Override
    public EventCatalog catalog() {
      return MembershipEvents.CATALOG;
    }

    @Override
    public Set<Class<? extends DomainEvent>> wants() {
      return Set.of();
    }

    @Override
    public void fold(DomainEvent event, RecordMeta meta, RowSink<String> rows) {}

    @Override
    public String write(String row) {
      return row;
    }

    @Override
    public String read(String text) {
      return text;
    }
  }

  @Test
  void rulesThatChangeAreCalledByTheirVersion() {
    assertThat(PastBooks.rules(new View(1))).isEqualTo("lending");
    assertThat(PastBooks.rules(new View(2))).isEqualTo("lending@2");
  }
}

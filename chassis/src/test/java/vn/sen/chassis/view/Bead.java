package vn.sen.chassis.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventName;
import vn.sen.events.Topic;

/** Events of a small world: aggregates put beads into bowls. */
sealed interface Bead extends DomainEvent {

  LocalDate DAY = LocalDate.of(2023, 12, 31);

  @Override
  default LocalDate effectiveDate() {
    return DAY;
  }

  /** Adds beads to some bowls, the same bowl perhaps twice. */
  @EventName("test.bead.put.v1")
  record Put(List<Integer> bowls, int beads) implements Bead {}

  /** Moves no figure. */
  @EventName("test.bead.polished.v1")
  record Polished() implements Bead {}

  /** Nobody can count it. */
  @EventName("test.bead.cursed.v1")
  record Cursed() implements Bead {}

  /** Not known to the view: as if it were of a later version. */
  @EventName("test.bead.melted.v2")
  record Melted() implements Bead {}

  /** What producers know. */
  EventCatalog CATALOG = EventCatalog.of(List.of(Bead.class));

  /** Counts beads by bowl, each as often as the version of the rules says. */
  record Bowls(String name, List<Topic> topics, EventCatalog catalog, int rules)
      implements ViewDefinition<Integer> {

    static Bowls of(String topic, int partitions) {
      return new Bowls("bowls", List.of(new Topic(topic, partitions)), known(), 1);
    }

    private static EventCatalog known() {
      return EventCatalog.of(List.of(Put.class, Polished.class, Cursed.class));
    }

    /** The same view after an upgrade that knows every type. */
    Bowls upgraded() {
      return new Bowls(name, topics, CATALOG, rules);
    }

    /** The same view by other rules. */
    Bowls by(int otherRules) {
      return new Bowls(name, topics, catalog, otherRules);
    }

    @Override
    public Set<Class<? extends DomainEvent>> wants() {
      return Set.of(Put.class, Cursed.class, Melted.class);
    }

    @Override
    public void fold(DomainEvent event, RecordMeta meta, RowSink<Integer> rows) {
      switch ((Bead) event) {
        case Put put -> put.bowls().forEach(bowl -> rows.add(bowl, (long) put.beads() * rules));
        case Melted _ -> rows.add(-1, 1);
        case Cursed _ -> throw new IllegalStateException("cursed");
        case Polished _ -> throw new AssertionError("not wanted");
      }
    }

    @Override
    public String write(Integer row) {
      return row.toString();
    }

    @Override
    public Integer read(String text) {
      return Integer.valueOf(text);
    }
  }
}

package vn.sen.chassis.view;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;

/**
 * What a view counts: a pure function from events to additions. The same event must always give the
 * same additions, because after a crash it is folded again and the rows that have it already skip
 * it.
 *
 * @param <K> the key of a row: a leaf of the figures, all dimensions in it; equality by value
 */
public interface ViewDefinition<K> {

  /** Names the view's collections, for ever. */
  String name();

  /**
   * The version of the counting rules. Where it is another one than that of the figures in service,
   * the view is folded afresh beside them; {@link #read} must still read the keys of their rows.
   */
  default int rules() {
    return 1;
  }

  /** The least time between two checkpoints; longer where nobody waits for the newest figures. */
  default Duration pace() {
    return Duration.ofMillis(10);
  }

  /** What it reads. A topic that does not exist yet is waited for. */
  List<Topic> topics();

  /**
   * Decodes the events of these topics. A type missing here is unknown: it goes to the dead
   * letters.
   */
  EventCatalog catalog();

  /** The event classes that move figures; others are not even parsed. */
  Set<Class<? extends DomainEvent>> wants();

  /**
   * Adds what the event counts. An exception sends the event to the dead letters and parks the
   * later events of its aggregate.
   */
  void fold(DomainEvent event, RecordMeta meta, RowSink<K> rows);

  /** The key as text, the same for equal keys for ever: it is part of the row's id in the store. */
  String write(K row);

  /** The key behind {@link #write}. */
  K read(String text);
}

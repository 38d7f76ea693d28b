package vn.sen.chassis.view;

import java.util.Collection;
import java.util.function.Consumer;
import vn.sen.chassis.view.CheckpointStore.Pending;

/**
 * The order of writes. After a crash between any two of them the replay from the committed offset
 * comes to the same figures: rows skip what they have counted, sequences skip what they have
 * passed, and what a record released is still parked until its offset is committed.
 */
final class Checkpoints<K> {

  private final CheckpointStore<K> store;

  Checkpoints(CheckpointStore<K> store) {
    this.store = store;
  }

  /**
   * Makes everything pending durable.
   *
   * @param durable is told as soon as it is
   * @throws StaleOwnerException if another instance has written meanwhile; the memory of these
   *     partitions must be dropped, as after any other exception
   */
  void write(Collection<Pending<K>> pending, Consumer<Collection<Pending<K>>> durable) {
    store.writeRows(pending);
    store.writeSequencesAndParked(pending);
    store.writePositions(pending);
    durable.accept(pending);
    store.removeReleased(pending);
    pending.forEach(partition -> partition.fold().parking().releasedRemoved());
  }
}

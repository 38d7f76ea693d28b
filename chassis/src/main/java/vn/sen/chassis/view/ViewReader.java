package vn.sen.chassis.view;

/**
 * Keeps the figures that reports are answered from. It only ever hears of what is durable, so no
 * figure goes back after a crash. Both methods are called by the view's own thread.
 *
 * @param <K> the key of a row
 */
public interface ViewReader<K> extends RowSink<K> {

  /**
   * All additions since the last call belong to these positions: readers may see them, together.
   */
  void publish(ViewPosition position);
}

package vn.sen.chassis.view;

/**
 * Takes additions to rows.
 *
 * @param <K> the key of a row
 */
@FunctionalInterface
public interface RowSink<K> {

  /** Adds to a row that need not exist yet. */
  void add(K row, long delta);
}

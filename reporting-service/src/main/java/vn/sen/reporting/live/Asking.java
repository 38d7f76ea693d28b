package vn.sen.reporting.live;

import org.jspecify.annotations.Nullable;

/** Finds out what a report says. */
@FunctionalInterface
public interface Asking {

  /**
   * The present state.
   *
   * @param last what it was before; null for the first time
   * @return the same object if nothing has changed
   * @throws Exception if the reader may not ask, or nobody can answer
   */
  Present ask(@Nullable Present last) throws Exception;
}

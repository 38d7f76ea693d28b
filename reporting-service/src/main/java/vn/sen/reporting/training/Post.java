package vn.sen.reporting.training;

import java.util.UUID;

/**
 * Somebody at a post.
 *
 * @param person by number
 */
record Post(UUID title, UUID unit, int person) {

  /** What the steps of a post add to. */
  enum Measure {
    HELD
  }
}

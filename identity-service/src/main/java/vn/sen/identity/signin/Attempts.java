package vn.sen.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The failed attempts to sign in under one name, whether anybody bears it or not.
 *
 * @param failures in a row
 * @param last when the last one was
 */
record Attempts(int failures, Instant last) {

  /**
   * When a name is locked.
   *
   * @param failures so many in a row lock it
   * @param lockOut for so long; after as long a time without a failure, the count begins anew
   */
  record Policy(int failures, Duration lockOut) {}

  /**
   * The attempts if one more is made now; it counts as failed until it has succeeded, so that many
   * made at once are no way around. Empty while the name is locked.
   *
   * @param before null where there were none
   */
  static Optional<Attempts> oneMore(@Nullable Attempts before, Instant now, Policy policy) {
    if (before == null || !now.isBefore(before.last.plus(policy.lockOut()))) {
      return Optional.of(new Attempts(1, now));
    }
    return before.failures >= policy.failures()
        ? Optional.empty()
        : Optional.of(new Attempts(before.failures + 1, now));
  }
}

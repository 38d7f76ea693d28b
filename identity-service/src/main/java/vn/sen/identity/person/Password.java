package vn.sen.identity.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a password.
 *
 * @param hash by the current scheme, which it names
 * @param first whether somebody else gave it, so that she must choose her own
 * @param usableUntil when a first password lapses, null for her own
 */
public record Password(String hash, boolean first, @Nullable Instant usableUntil) {

  static Password own(String hash) {
    return new Password(hash, false, null);
  }

  static Password first(String hash, Instant usableUntil) {
    return new Password(hash, true, usableUntil);
  }

  /** Whether it is a first password whose time is over. */
  public boolean hasLapsedBy(Instant now) {
    return usableUntil != null && !now.isBefore(usableUntil);
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Password[…]";
  }
}

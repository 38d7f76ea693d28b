package vn.sen.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who has signed in with a browser.
 *
 * @param subject who she is at the issuer
 * @param sid the issuer's name for her sign-in, where it gives one
 * @param begun when she signed in
 * @param used when she was last seen, about
 * @param ends when it is over if she is not seen again
 * @param version counts the tokens it has had
 */
record Session(
    String subject,
    @Nullable String sid,
    Instant begun,
    Instant used,
    Instant ends,
    long version,
    Tokens tokens) {

  /** Not every request is written down. */
  private static final int WRITES_IN_IDLE_TIME = 30;

  static Session begin(
      String subject, @Nullable String sid, Tokens tokens, Instant now, SessionSettings settings) {
    return new Session(subject, sid, now, now, end(now, now, settings), 1, tokens);
  }

  /** When a session begun then and used now is over if nothing more happens. */
  private static Instant end(Instant begun, Instant now, SessionSettings settings) {
    var byIdling = now.plus(settings.idle());
    var inAnyCase = begun.plus(settings.longest());
    return byIdling.isBefore(inAnyCase) ? byIdling : inAnyCase;
  }

  boolean isOver(Instant now) {
    return !ends.isAfter(now);
  }

  boolean isWorthNoting(Instant now, SessionSettings settings) {
    return Duration.between(used, now).compareTo(settings.idle().dividedBy(WRITES_IN_IDLE_TIME))
        >= 0;
  }

  Session usedAt(Instant now, SessionSettings settings) {
    return new Session(subject, sid, begun, now, end(begun, now, settings), version, tokens);
  }

  Session with(Tokens newer) {
    return new Session(subject, sid, begun, used, ends, version + 1, newer);
  }
}

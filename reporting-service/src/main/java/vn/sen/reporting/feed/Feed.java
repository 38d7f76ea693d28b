package vn.sen.reporting.feed;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that a program pulls again and again.
 *
 * @param title what people call it
 * @param report its path below {@code /api/reporting/}, such as {@code lending/ageing}
 * @param parameters by name; without {@code asOf} it is of the day it is pulled
 * @param unit whose figures they are; the feed reaches no other
 * @param madeBy the subject of who made it
 * @param secret what the program must show
 * @param revokedAt null while it may be pulled
 * @param lastPulledAt null before the first time
 */
public record Feed(
    UUID id,
    String title,
    String report,
    Map<String, String> parameters,
    UUID unit,
    String madeBy,
    Instant madeAt,
    SecretHash secret,
    @Nullable Instant revokedAt,
    @Nullable Instant lastPulledAt) {

  public Feed {
    parameters = Map.copyOf(parameters);
  }

  /** Whether a program that shows this may pull it. */
  public boolean admits(String shown) {
    return secret.isOf(shown) && revokedAt == null;
  }
}

package vn.sen.reporting.feed.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.feed.Feed;

/**
 * A feed as people see it.
 *
 * @param url where it is pulled
 * @param user what a program that pulls it gives as the user's name
 * @param secret what it gives as the password; told once, when the feed is made
 * @param revokedAt absent while it may be pulled
 * @param lastPulledAt absent before the first time
 */
record FeedView(
    UUID id,
    String title,
    String report,
    Map<String, String> parameters,
    UUID unit,
    String url,
    String user,
    @Nullable String secret,
    String madeBy,
    Instant madeAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastPulledAt) {

  static FeedView of(Feed feed, @Nullable String secret) {
    return new FeedView(
        feed.id(),
        feed.title(),
        feed.report(),
        feed.parameters(),
        feed.unit(),
        "/feeds/" + feed.id() + ".csv",
        feed.id().toString(),
        secret,
        feed.madeBy(),
        feed.madeAt(),
        feed.revokedAt(),
        feed.lastPulledAt());
  }
}

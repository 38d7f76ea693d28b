package vn.sen.reporting.feed.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.sen.chassis.access.BearerTokens;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Callers;
import vn.sen.chassis.access.Role;
import vn.sen.reporting.feed.Feed;
import vn.sen.reporting.feed.FeedSecretNeeded;
import vn.sen.reporting.feed.store.FeedStore;

/**
 * Lets programs pull a feed that cannot get tokens, such as Excel: with the feed's id and secret by
 * HTTP Basic. Whoever shows them is a machine that reads the figures of the feed's unit, and no
 * more.
 */
final class FeedDoor extends OncePerRequestFilter {

  /** Before the check of tokens, within the filter that puts refusals on record. */
  static final int ORDER = -100;

  private static final Pattern PATH =
      Pattern.compile("/feeds/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.csv");
  private static final String SCHEME = "Basic ";
  private static final String CLIENT = "feed";

  private final FeedStore feeds;
  private final HandlerExceptionResolver problems;
  private final Clock clock;

  FeedDoor(FeedStore feeds, HandlerExceptionResolver problems, Clock clock) {
    this.feeds = feeds;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    var feed = admitted(request);
    if (feed == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sen\", charset=\"UTF-8\"");
      problems.resolveException(request, response, null, new FeedSecretNeeded());
      return;
    }
    Callers.signIn(request, machine(feed));
    request.setAttribute(FeedDoor.class.getName(), feed);
    BearerTokens.notNeeded().doFilter(request, response, chain);
  }

  /** The feed that the request may pull. */
  static Feed of(HttpServletRequest request) {
    if (request.getAttribute(FeedDoor.class.getName()) instanceof Feed feed) {
      return feed;
    }
    throw new FeedSecretNeeded();
  }

  private @Nullable Feed admitted(HttpServletRequest request) {
    var path = PATH.matcher(request.getRequestURI());
    var shown = shown(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (!path.matches() || shown == null) {
      return null;
    }
    var id = path.group(1);
    int colon = shown.indexOf(':');
    if (colon < 0 || !shown.substring(0, colon).equals(id)) {
      return null;
    }
    var secret = shown.substring(colon + 1);
    return feeds.find(UUID.fromString(id)).filter(feed -> feed.admits(secret)).orElse(null);
  }

  private static @Nullable String shown(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    try {
      var bytes = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Caller machine(Feed feed) {
    var rights = List.of(new Caller.Appointment(feed.unit(), Set.of(Role.DASHBOARD)));
    return new Caller("feed:" + feed.id(), CLIENT, null, Instant.now(clock), rights, null, null);
  }
}

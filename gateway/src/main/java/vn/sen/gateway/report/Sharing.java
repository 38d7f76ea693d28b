package vn.sen.gateway.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which requests may have an answer in common, and which answers may be kept for them. */
final class Sharing {

  /** Whoever sends one of these wants an answer of her own. */
  private static final List<String> UNSHARED =
      List.of(
          "Sen-Consistency",
          HttpHeaders.RANGE,
          HttpHeaders.IF_RANGE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.IF_UNMODIFIED_SINCE,
          HttpHeaders.TRANSFER_ENCODING);

  /**
   * The headers that decide nothing; cookies go to no service. All others are part of the key: one
   * that nobody here knows keeps callers apart.
   */
  private static final Set<String> IRRELEVANT =
      ignoringCase(
          List.of(
              HttpHeaders.CACHE_CONTROL,
              HttpHeaders.CONNECTION,
              HttpHeaders.COOKIE,
              HttpHeaders.IF_NONE_MATCH,
              HttpHeaders.REFERER,
              HttpHeaders.USER_AGENT,
              "Priority",
              "traceparent",
              "tracestate"));

  /** A stream of events has no end that a kept answer could have. */
  private static final Pattern EVENTS = Pattern.compile("(?i)\\btext/event-stream\\b");

  private static final Pattern OWN_ANSWER = Pattern.compile("(?i)\\bno-(cache|store)\\b");
  private static final Pattern NOT_FOR_OTHERS = Pattern.compile("(?i)\\b(no-store|private)\\b");

  private Sharing() {}

  static boolean allows(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    return request.getMethod() == HttpMethod.GET
        && headers.getContentLength() <= 0
        && UNSHARED.stream().noneMatch(headers::containsHeader)
        && !says(EVENTS, headers, HttpHeaders.ACCEPT)
        && !says(OWN_ANSWER, headers, HttpHeaders.CACHE_CONTROL)
        && !says(OWN_ANSWER, headers, HttpHeaders.PRAGMA);
  }

  /** Equal only for requests that the service cannot answer differently. */
  static String key(ServerHttpRequest request) {
    var key = new StringBuilder(256).append(request.getURI());
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!IRRELEVANT.contains(name)) {
                values.forEach(value -> key.append('\n').append(name).append(':').append(value));
              }
            });
    return key.toString();
  }

  /** Whether an answer with these headers may be shown to all who have the key of its request. */
  static boolean allows(HttpHeaders answer) {
    return !answer.containsHeader(HttpHeaders.SET_COOKIE)
        && !says(NOT_FOR_OTHERS, answer, HttpHeaders.CACHE_CONTROL)
        && answer.getVary().stream().allMatch(Sharing::isInKey);
  }

  private static boolean isInKey(String header) {
    return !header.equals("*") && !IRRELEVANT.contains(header);
  }

  private static boolean says(Pattern directive, HttpHeaders headers, String name) {
    return headers.getOrEmpty(name).stream().anyMatch(value -> directive.matcher(value).find());
  }

  private static Set<String> ignoringCase(List<String> names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(names);
    return set;
  }
}

package vn.sen.chassis.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Names what a request asks for as the API's description does, {@code GET
 * /api/membership/members/{id}}, so that nothing the client has made up comes into the trail.
 */
final class Operations {

  /** What is none of the API's operations. */
  static final String UNKNOWN = "*";

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Supplier<RequestMappingHandlerMapping> endpoints;

  /**
   * @param endpoints asked only when a request is refused, by when they are there
   */
  Operations(Supplier<RequestMappingHandlerMapping> endpoints) {
    this.endpoints = endpoints;
  }

  /** The operation of a request that has been given to a handler. */
  static String handled(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? UNKNOWN : request.getMethod() + " " + pattern;
  }

  /** The operation of any request, also of one that was refused at the door. */
  String of(HttpServletRequest request) {
    var handled = handled(request);
    return handled.equals(UNKNOWN) ? refusedAtTheDoor(request) : handled;
  }

  private String refusedAtTheDoor(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    return endpoints.get().getHandlerMethods().keySet().stream()
        .map(endpoint -> endpoint.getMatchingCondition(request))
        .flatMap(Operations::patterns)
        .findFirst()
        .map(pattern -> request.getMethod() + " " + pattern)
        .orElse(UNKNOWN);
  }

  private static Stream<String> patterns(@Nullable RequestMappingInfo endpoint) {
    return endpoint == null ? Stream.of() : endpoint.getPatternValues().stream();
  }

  /** The records that the path names. */
  static Collection<UUID> named(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? variables.values().stream()
            .map(String::valueOf)
            .filter(value -> ID.matcher(value).matches())
            .map(UUID::fromString)
            .toList()
        : List.of();
  }
}

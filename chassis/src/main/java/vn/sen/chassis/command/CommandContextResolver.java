package vn.sen.chassis.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.sen.chassis.access.Callers;

/** Makes the {@link CommandContext} of a request from its token and headers. */
public final class CommandContextResolver implements HandlerMethodArgumentResolver {

  /** Request attribute with the digest of the body, set where the body is read. */
  public static final String BODY_HASH = "vn.sen.body-hash";

  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CommandContext.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    var request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("Commands arrive over HTTP");
    }
    var hash = request.getAttribute(BODY_HASH);
    return CommandContext.of(
        Callers.of(webRequest),
        request.getMethod() + " " + request.getRequestURI(),
        checked(request.getHeader("Idempotency-Key"), KEY, "Idempotency-Key"),
        hash == null ? "" : hash.toString(),
        version(request.getHeader("If-Match")),
        traceparent(request.getHeader("traceparent")));
  }

  /** A malformed trace context is dropped, as the standard says, never passed on. */
  private static @Nullable String traceparent(@Nullable String header) {
    return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
  }

  private static OptionalLong version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return OptionalLong.empty();
    }
    var matcher = ETAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new HeaderInvalid("If-Match");
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }

  private static @Nullable String checked(@Nullable String value, Pattern pattern, String header) {
    if (value != null && !pattern.matcher(value).matches()) {
      throw new HeaderInvalid(header);
    }
    return value;
  }
}

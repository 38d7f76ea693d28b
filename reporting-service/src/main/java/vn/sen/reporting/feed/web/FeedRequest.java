package vn.sen.reporting.feed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ServletRequestPathUtils;

/** A request that asks for a feed's report, in the place of one that wants to make the feed. */
final class FeedRequest extends FeedParameters {

  private final String path;
  private final Map<String, Object> attributes = new HashMap<>();

  FeedRequest(HttpServletRequest request, String report, Map<String, String> parameters) {
    super(request, parameters);
    this.path = path(report);
    ServletRequestPathUtils.parseAndCache(this);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(path);
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.getOrDefault(name, super.getAttribute(name));
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }
}

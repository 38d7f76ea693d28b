package vn.sen.reporting.feed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with the parameters of a feed, whichever it has come with. */
class FeedParameters extends HttpServletRequestWrapper {

  private static final String REPORTS = "/api/reporting/";
  private static final String AS_OF = "asOf";
  private static final String TODAY = "today";

  private final Map<String, String> parameters;

  FeedParameters(HttpServletRequest request, Map<String, String> parameters) {
    super(request);
    this.parameters = new LinkedHashMap<>(parameters);
    this.parameters.remove(AS_OF, TODAY);
    this.parameters.put("format", "csv");
  }

  /** Where a report is. */
  static String path(String report) {
    return REPORTS + report;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return parameters.get(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    var map = new HashMap<String, String[]>();
    parameters.forEach((name, value) -> map.put(name, new String[] {value}));
    return map;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    var value = parameters.get(name);
    return value == null ? null : new String[] {value};
  }
}

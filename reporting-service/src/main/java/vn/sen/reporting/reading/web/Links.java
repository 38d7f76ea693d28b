package vn.sen.reporting.reading.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriUtils;
import vn.sen.reporting.reading.Dated;

/**
 * Links from an answer to what belongs to it. Where something is left for the reader to choose, a
 * link is a URI template (RFC 6570).
 */
public final class Links {

  /** Reports that are explained, with what the reader may limit a figure to. */
  private static final Map<String, List<String>> EXPLAINED =
      Map.of(
          "/api/reporting/membership",
          List.of("row"),
          "/api/reporting/lending",
          List.of("row", "byBank", "byProgramme", "byGroupRank"),
          "/api/reporting/training",
          List.of("row", "byTheme", "byCourse", "byProgramme", "byCategory"),
          "/api/reporting/groups",
          List.of("row", "byType", "byProgramme"),
          "/api/reporting/voices",
          List.of("row", "byKind", "bySubject", "byRaisedAt", "byOwner"));

  /** Parameters of reports that change no figure. */
  private static final String DIVISION = "by";

  private Links() {}

  /**
   * The links of a report.
   *
   * @param query what it was asked for, which also says what was not
   */
  static Map<String, String> ofReport(WebRequest request, Object query) {
    var choices = EXPLAINED.get(path(request));
    if (choices == null) {
      return Map.of();
    }
    var dates = new LinkedHashMap<String, String>();
    if (query instanceof Dated dated) {
      dates.put("asOf", dated.asOf().toString());
      dates.put("hierarchy", dated.hierarchy().toString());
    }
    var names = Stream.concat(choices.stream(), Stream.of("figure", "limit"));
    return Map.of(
        "explanation",
        template(with(request, "/explanation", dates, DIVISION), names.toArray(String[]::new)));
  }

  /**
   * The address that was asked for, with other parameters.
   *
   * @param below a path to go on from there
   * @param set parameters that are set, whatever they were
   * @param without names of parameters that are left out
   */
  public static String with(
      WebRequest request, String below, Map<String, String> set, String... without) {
    var left = Set.of(without);
    var parameters = new ArrayList<String>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!left.contains(name) && !set.containsKey(name)) {
                Stream.of(values).forEach(value -> parameters.add(parameter(name, value)));
              }
            });
    set.forEach((name, value) -> parameters.add(parameter(name, value)));
    return path(request)
        + below
        + parameters.stream().sorted().collect(Collectors.joining("&", "?", ""));
  }

  private static String parameter(String name, String value) {
    return UriUtils.encode(name, UTF_8) + "=" + UriUtils.encode(value, UTF_8);
  }

  /** An address that has a parameter already, with more for the reader to choose. */
  public static String template(String address, String... names) {
    return address + "{&" + String.join(",", names) + "}";
  }

  private static String path(WebRequest request) {
    return ((ServletWebRequest) request).getRequest().getRequestURI();
  }
}

package vn.sen.reporting.reading.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriUtils;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.Origin;

/**
 * Where more about figures is told. Where something is left for the reader to choose, a link is a
 * URI template (RFC 6570); what there is not is absent.
 *
 * @param indicators what a report's figures mean: its part of the indicator dictionary
 * @param explanation what each of a report's figures is made of
 * @param next the next page
 * @param events the events behind a part of a figure
 * @param numerator of a percentage, explained
 * @param denominator of a percentage, explained
 * @param minuend of a difference, explained
 * @param subtrahend of a difference, explained
 * @param figures what each figure is made of that a report takes from another one, by the figure's
 *     name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Links(
    @Nullable String indicators,
    @Nullable String explanation,
    @Nullable String next,
    @Nullable String events,
    @Nullable String numerator,
    @Nullable String denominator,
    @Nullable String minuend,
    @Nullable String subtrahend,
    @Nullable Map<String, String> figures) {

  private static final String REPORTS = "/api/reporting/";

  /** Reports that are explained, with what the reader may limit a figure to. */
  private static final Map<String, List<String>> EXPLAINED =
      Map.of(
          REPORTS + "membership",
          List.of("row"),
          REPORTS + "lending",
          List.of("row", "byBank", "byProgramme", "byGroupRank"),
          REPORTS + "lending/duties",
          List.of("row", "byBank", "byProgramme", "byMonth"),
          REPORTS + "lending/ageing",
          List.of("row"),
          REPORTS + "lending/maturities",
          List.of("row"),
          REPORTS + "training",
          List.of("row", "byTheme", "byCourse", "byProgramme", "byCategory"),
          REPORTS + "training/coverage",
          List.of("row", "byTitle", "byPostLevel"),
          REPORTS + "groups",
          List.of("row", "byType", "byProgramme"),
          REPORTS + "voices",
          List.of("row", "byKind", "bySubject", "byRaisedAt", "byOwner"),
          REPORTS + "programmes",
          List.of("row", "byProgramme", "byIndicator"));

  /** Parameters of reports that change no figure: how it is divided and shown. */
  private static final String[] OF_THE_FORM = {
    "by", "format", "bom", "separator", "decimal", "table"
  };

  /**
   * Of the report that a request asks for.
   *
   * @param query what it was asked for, which also says what was not
   */
  public static Links of(WebRequest request, Object query) {
    var indicators = indicators(report(path(request)));
    return new Links(
        indicators, explanation(request, query), null, null, null, null, null, null, null);
  }

  private static @Nullable String explanation(WebRequest request, Object query) {
    var choices = EXPLAINED.get(path(request));
    if (choices == null) {
      return null;
    }
    var dates = new LinkedHashMap<String, String>();
    if (query instanceof Dated dated) {
      dates.put("asOf", dated.asOf().toString());
      dates.put("hierarchy", dated.hierarchy().toString());
    }
    var names = Stream.concat(choices.stream(), Stream.of("figure", "limit"));
    return template(
        with(request, "/explanation", dates, OF_THE_FORM), names.toArray(String[]::new));
  }

  /** The same of a report that takes its figures from other ones. */
  public Links with(FigureLinks figures) {
    return new Links(
        indicators,
        explanation,
        next,
        events,
        numerator,
        denominator,
        minuend,
        subtrahend,
        figures.byName());
  }

  /**
   * Where the figures of another report stand, or what one of them is made of.
   *
   * @param asked the other report's parameters beside those of the origin, as part of an address
   */
  static String to(Origin origin, String asked) {
    var figure = origin.figure();
    var address = new StringBuilder(REPORTS).append(origin.report());
    address.append(figure == null ? "" : "/explanation").append(asked);
    origin.of().forEach((name, value) -> address.append('&').append(parameter(name, value)));
    return figure == null
        ? address.toString()
        : template(
            address.append('&').append(parameter("figure", figure)).toString(), "row", "limit");
  }

  /** Of a page that has another one behind it, or null for the last one. */
  public static Links toNext(@Nullable String next) {
    return toParts(next, null);
  }

  /** Of a page of what a figure is made of. */
  public static Links toParts(@Nullable String next, @Nullable String events) {
    return new Links(null, null, next, events, null, null, null, null, null);
  }

  /** Of a percentage. */
  public static Links toTerms(String numerator, String denominator) {
    return new Links(null, null, null, null, numerator, denominator, null, null, null);
  }

  /** Of a difference. */
  public static Links toDifference(String minuend, String subtrahend) {
    return new Links(null, null, null, null, null, null, minuend, subtrahend, null);
  }

  /** What the figures of a report mean, by its id in the dictionary. */
  static String indicators(String report) {
    return REPORTS + "indicators?report=" + report;
  }

  /** The id in the dictionary of the report at a path. */
  static String report(String path) {
    return path.substring(REPORTS.length()).replace('/', '-');
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

  static String parameter(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  /** Few names and values need it, and a report may have a hundred links of ten of them. */
  private static String encoded(String text) {
    return text.chars().allMatch(Links::isPlain) ? text : UriUtils.encode(text, UTF_8);
  }

  private static boolean isPlain(int letter) {
    return letter < 0x80 && (Character.isLetterOrDigit(letter) || "._~-".indexOf(letter) >= 0);
  }

  /** An address that has a parameter already, with more for the reader to choose. */
  public static String template(String address, String... names) {
    return address + "{&" + String.join(",", names) + "}";
  }

  private static String path(WebRequest request) {
    return ((ServletWebRequest) request).getRequest().getRequestURI();
  }
}

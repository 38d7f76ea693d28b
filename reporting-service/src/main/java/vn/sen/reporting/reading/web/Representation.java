package vn.sen.reporting.reading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.web.ParameterInvalid;

/**
 * In which form a report is asked for: by the header {@code Accept} or, where a program cannot send
 * one, by {@code format=}.
 *
 * @param bom whether a CSV file begins with a byte order mark
 * @param separator between the fields of a CSV file
 * @param decimal before the decimals in a CSV file
 * @param table the one of several tables that a CSV file holds; the main one if null
 * @param language of headings
 */
public record Representation(
    Format format,
    boolean bom,
    char separator,
    char decimal,
    @Nullable String table,
    String language) {

  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');
  private static final Map<String, Character> DECIMALS = Map.of("point", '.', "comma", ',');

  /**
   * What a request asks for; JSON where it does not say, or says what no report is.
   *
   * @throws ParameterInvalid naming the parameter that cannot be used (400)
   */
  public static Representation of(WebRequest request) {
    return new Representation(
        format(request),
        Boolean.parseBoolean(
            one(request, "bom", Map.of("true", "true", "false", "false"), "false")),
        one(request, "separator", SEPARATORS, ','),
        one(request, "decimal", DECIMALS, '.'),
        request.getParameter("table"),
        LocaleContextHolder.getLocale().getLanguage());
  }

  /** A question together with the form of its answer, for its tag; JSON is the plain question. */
  Object of(Object query) {
    return format == Format.JSON ? query : List.of(query, this);
  }

  /** The language of headings and numbers. */
  public Locale locale() {
    return Locale.of(language);
  }

  private static Format format(WebRequest request) {
    var asked = request.getParameter("format");
    if (asked == null) {
      return accepted(request.getHeader(HttpHeaders.ACCEPT));
    }
    return Format.named(asked)
        .orElseThrow(() -> new ParameterInvalid("format", "json, csv, xlsx, pdf, events"));
  }

  private static Format accepted(@Nullable String header) {
    if (header == null) {
      return Format.JSON;
    }
    try {
      var types = new ArrayList<>(MediaType.parseMediaTypes(header));
      MimeTypeUtils.sortBySpecificity(types);
      return types.stream()
          .flatMap(type -> Format.of(type).stream())
          .findFirst()
          .orElse(Format.JSON);
    } catch (InvalidMediaTypeException e) {
      return Format.JSON;
    }
  }

  private static <T> T one(WebRequest request, String name, Map<String, T> values, T otherwise) {
    var asked = request.getParameter(name);
    if (asked == null) {
      return otherwise;
    }
    var value = values.get(asked);
    if (value == null) {
      throw new ParameterInvalid(
          name, String.join(", ", values.keySet().stream().sorted().toList()));
    }
    return value;
  }
}

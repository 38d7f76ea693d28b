package vn.sen.reporting.province;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.reading.Unit;

/** Puts figures into sentences. */
final class Wording {

  /** A key, and what of its figure is meant if not the value. */
  private static final Pattern PLACE = Pattern.compile("\\{([^{}@]+)(@asOf)?}");

  static final String UNIT = "unit";

  private final Unit unit;
  private final Map<String, Figure> figures;

  Wording(Unit unit, List<Figure> figures) {
    this.unit = unit;
    this.figures =
        figures.stream()
            .collect(Collectors.toMap(Figure::key, Function.identity(), (first, _) -> first));
  }

  String fill(String paragraph) {
    return PLACE
        .matcher(paragraph)
        .replaceAll(
            found -> Matcher.quoteReplacement(said(found.group(1), found.group(2) != null)));
  }

  private String said(String key, boolean day) {
    if (key.equals(UNIT)) {
      return unit.name();
    }
    var figure = figures.get(key);
    if (figure == null) {
      return Vietnamese.NOTHING;
    }
    return day ? Vietnamese.day(figure.asOf()) : Vietnamese.number(figure.value(), figure.shown());
  }

  /** The keys that a paragraph names. */
  static Stream<String> keys(String paragraph) {
    return PLACE.matcher(paragraph).results().map(found -> found.group(1));
  }
}

package vn.sen.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the article states, as the register of published figures takes it.
 *
 * @param unitCode whose figures they are
 * @param threshold percent of women present, below which a commune is watched
 * @param figures without the unit, in the article's order
 */
record PublishedFigures(String unitCode, int threshold, List<Map<String, Object>> figures) {

  /**
   * Reads the article's figures.
   *
   * @param places where in the article each stands, and what it is
   */
  static PublishedFigures of(JsonNode article, JsonNode places) {
    var figures = new ArrayList<Map<String, Object>>();
    for (var place : places.required("figures")) {
      var figure = new LinkedHashMap<String, Object>();
      figure.put("source", places.required("source").asString());
      for (var field : List.of("wording", "indicator", "measuredIn")) {
        figure.put(field, place.required(field).asString());
      }
      var of = new LinkedHashMap<String, String>();
      place.path("of").properties().forEach(p -> of.put(p.getKey(), p.getValue().asString()));
      figure.put("of", of);
      figure.put("power", place.path("power").asInt(0));
      figure.put("value", number(article.at(place.required("at").asString())));
      if (place.has("asOf")) {
        figure.put("asOf", article.at(place.required("asOf").asString()).asString());
      } else {
        figure.put("assumedAsOf", places.required("assumedAsOf").asString());
      }
      figures.add(figure);
    }
    return new PublishedFigures(
        article.required("unit_code").asString(),
        article.required("membership").required("low_gathering_threshold_percent").asInt(),
        List.copyOf(figures));
  }

  /** A number, or a text that begins with one: 72.47 billion. */
  private static BigDecimal number(JsonNode stated) {
    return new BigDecimal(stated.asString().split(" ")[0]);
  }
}

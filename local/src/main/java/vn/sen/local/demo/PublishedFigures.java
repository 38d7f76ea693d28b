package vn.sen.local.demo;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The membership figures that the article states.
 *
 * @param gatheringRate percent, with the precision of the source
 * @param threshold percent of women present, below which a commune is watched
 */
record PublishedFigures(
    String unitCode, int members, int netChange, BigDecimal gatheringRate, int threshold) {

  static PublishedFigures of(JsonNode article) {
    var membership = article.required("membership");
    return new PublishedFigures(
        article.required("unit_code").asString(),
        membership.required("members").asInt(),
        membership.required("net_change_in_2023").asInt(),
        new BigDecimal(membership.required("gathering_rate_percent").asString()),
        membership.required("low_gathering_threshold_percent").asInt());
  }
}

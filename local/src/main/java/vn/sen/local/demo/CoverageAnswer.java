package vn.sen.local.demo;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The total of a report of coverage.
 *
 * @param people in post
 * @param trained of them
 * @param percent with one decimal
 */
record CoverageAnswer(long people, long trained, BigDecimal percent) {

  static CoverageAnswer of(JsonNode total) {
    return new CoverageAnswer(
        total.required("people").asLong(),
        total.required("trained").asLong(),
        total.path("percent").isNumber() ? total.path("percent").decimalValue() : BigDecimal.ZERO);
  }
}

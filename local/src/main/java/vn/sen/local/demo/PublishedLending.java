package vn.sen.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The lending figures that the article states. */
record PublishedLending(LocalDate asOf, Stated total, List<OfBank> banks) {

  /**
   * Money and households.
   *
   * @param million đồng
   * @param precision of the money, in million đồng: the source may round by half of it
   */
  record Stated(long million, long precision, long households) {

    /** Whether the source's rounding explains another amount. */
    boolean roundsTo(long otherMillion) {
      return 2 * Math.abs(otherMillion - million) <= precision;
    }
  }

  /** What is stated of one bank. */
  record OfBank(String code, Stated stated) {}

  static PublishedLending of(JsonNode article) {
    var lending = article.required("lending");
    var banks = new ArrayList<OfBank>();
    for (var bank : lending.required("of_which")) {
      var precision = precision(bank.required("stated").asString());
      banks.add(new OfBank(bank.required("bank").asString(), stated(bank, precision)));
    }
    return new PublishedLending(
        LocalDate.parse(lending.required("as_of").asString()),
        stated(lending.required("total"), 1),
        List.copyOf(banks));
  }

  private static Stated stated(JsonNode of, long precision) {
    return new Stated(
        of.required("outstanding_million_vnd").asLong(),
        precision,
        of.required("households").asLong());
  }

  /** One unit of the last decimal that the source writes, for example 10 for 72.47 billion. */
  private static long precision(String stated) {
    var parts = stated.split(" ");
    var unit = new BigDecimal(parts[1].equals("billion") ? 1_000 : 1);
    return unit.movePointLeft(new BigDecimal(parts[0]).scale()).longValueExact();
  }
}

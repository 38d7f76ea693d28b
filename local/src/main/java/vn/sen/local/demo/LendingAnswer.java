package vn.sen.local.demo;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.sen.local.demo.dataset.lending.LendingFigures;

/** What the demo reads of a lending report. */
record LendingAnswer(JsonNode body) {

  private static final LendingFigures NOTHING = new LendingFigures(0, 0, 0, 0, 0);

  LendingFigures total() {
    return figures(body.required("total"));
  }

  /** Nothing where no loan is the bank's. */
  LendingFigures ofBank(String code) {
    for (var row : body.required("byBank")) {
      if (row.required("bank").path("code").asString("").equals(code)) {
        return figures(row);
      }
    }
    return NOTHING;
  }

  /** Of each row's unit, by its code, where anything is owed. */
  Map<String, LendingFigures> byUnit() {
    var units = new TreeMap<String, LendingFigures>();
    for (var row : body.required("rows")) {
      var figures = figures(row);
      if (!figures.equals(NOTHING)) {
        units.put(row.path("unit").path("code").asString(""), figures);
      }
    }
    return units;
  }

  private static LendingFigures figures(JsonNode debt) {
    return new LendingFigures(
        debt.required("outstanding").asLong(),
        debt.required("overdue").asLong(),
        debt.required("frozen").asLong(),
        debt.required("loans").asLong(),
        debt.required("households").asLong());
  }
}

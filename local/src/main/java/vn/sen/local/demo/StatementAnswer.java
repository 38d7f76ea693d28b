package vn.sen.local.demo;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.sen.events.lending.DifferenceCause;

/** What the demo reads of a bank's statement. */
record StatementAnswer(JsonNode body) {

  /** Loans for which a statement says something else, and by how much, in đồng. */
  record Different(long loans, long amount) {}

  String id() {
    return body.required("id").asString();
  }

  String state() {
    return body.required("state").asString();
  }

  long done() {
    return body.path("done").asLong(0);
  }

  long equal() {
    return body.required("equal").asLong();
  }

  long refused() {
    return body.required("refused").asLong();
  }

  /** What the platform counts for the bank, in đồng. */
  long computedOutstanding() {
    return body.required("computed").required("outstanding").asLong();
  }

  Map<DifferenceCause, Different> differences() {
    var differences = new EnumMap<DifferenceCause, Different>(DifferenceCause.class);
    for (var one : body.required("differences")) {
      differences.put(
          DifferenceCause.valueOf(one.required("cause").asString()),
          new Different(one.required("loans").asLong(), one.required("amount").asLong()));
    }
    return differences;
  }
}

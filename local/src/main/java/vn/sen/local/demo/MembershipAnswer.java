package vn.sen.local.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.WomenDefinition;

/** What the demo reads of a membership report. */
record MembershipAnswer(JsonNode body) {

  /** A commune below the threshold. */
  record Low(String code, String name, long members, long women, BigDecimal percent) {}

  boolean stale() {
    return body.path("stale").asBoolean(false);
  }

  long members() {
    return body.required("total").required("members").asLong();
  }

  long net() {
    return flows().required("net").asLong();
  }

  /** People who came, by reason. */
  Map<Flow, Long> in() {
    return byReason(flows().required("in"));
  }

  /** People who went, by reason. */
  Map<Flow, Long> out() {
    return byReason(flows().required("out"));
  }

  /** The denominator; null where none is stated. */
  @Nullable Long women(WomenDefinition definition) {
    var count = ofDefinition("women", definition).path("count");
    return count.isNumber() ? count.asLong() : null;
  }

  /** Percent; null without a denominator. */
  @Nullable BigDecimal rate(WomenDefinition definition) {
    var percent = ofDefinition("gatheringRates", definition).path("percent");
    return percent.isNumber() ? new BigDecimal(percent.asString()) : null;
  }

  /** Members of each row's unit, by its code. */
  Map<String, Long> membersByUnit() {
    var members = new TreeMap<String, Long>();
    for (var row : body.required("rows")) {
      if (!isRemainder(row)) {
        members.put(row.required("unit").required("code").asString(), members(row));
      }
    }
    return members;
  }

  /** Members that the map does not assign to any unit of the level. */
  long remainder() {
    return rows().filter(MembershipAnswer::isRemainder).mapToLong(MembershipAnswer::members).sum();
  }

  /** The communes of the warning list. */
  List<Low> under60() {
    return StreamSupport.stream(body.required("under60").spliterator(), false)
        .map(
            low ->
                new Low(
                    low.required("unit").required("code").asString(),
                    low.required("unit").required("name").asString(),
                    low.required("members").asLong(),
                    low.required("women").asLong(),
                    new BigDecimal(low.required("percent").asString())))
        .toList();
  }

  private Stream<JsonNode> rows() {
    return StreamSupport.stream(body.required("rows").spliterator(), false);
  }

  private static boolean isRemainder(JsonNode row) {
    return row.required("remainder").asBoolean();
  }

  private static long members(JsonNode row) {
    return row.required("members").asLong();
  }

  private JsonNode flows() {
    return body.required("total").required("flows");
  }

  private JsonNode ofDefinition(String list, WomenDefinition definition) {
    for (var item : body.required("total").required(list)) {
      if (item.required("definition").asString().equals(definition.name())) {
        return item;
      }
    }
    return body.path("");
  }

  private static Map<Flow, Long> byReason(JsonNode flows) {
    var counts = new TreeMap<Flow, Long>();
    for (var flow : Flow.values()) {
      var count = flows.path(flow.name()).asLong(0);
      if (count != 0) {
        counts.put(flow, count);
      }
    }
    return counts;
  }
}

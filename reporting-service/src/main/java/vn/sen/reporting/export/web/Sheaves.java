package vn.sen.reporting.export.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.reporting.export.Fact;
import vn.sen.reporting.export.Flattening;
import vn.sen.reporting.export.Provenance;
import vn.sen.reporting.export.RecordColumns;
import vn.sen.reporting.export.Sheaf;
import vn.sen.reporting.reading.web.Listing;
import vn.sen.reporting.reading.web.Position;
import vn.sen.reporting.reading.web.ReportAnswer;

/** Makes tables of answers. */
final class Sheaves {

  private static final String REPORTS = "/api/reporting/";
  private static final String LIST = "items";

  private final JsonMapper json;
  private final boolean simulated;

  /**
   * @param simulated whether the figures of this instance are made up
   */
  Sheaves(JsonMapper json, boolean simulated) {
    this.json = json;
    this.simulated = simulated;
  }

  /**
   * The answer to a request as tables.
   *
   * @param answer a {@link ReportAnswer} or a {@link Listing}
   */
  Sheaf of(Object answer, HttpServletRequest request) {
    var name = name(request);
    return switch (answer) {
      case ReportAnswer<?> report -> of(name, report);
      case Listing<?> list -> of(name, list);
      default -> throw new IllegalArgumentException("No report: " + answer.getClass());
    };
  }

  private Sheaf of(String name, ReportAnswer<?> answer) {
    var freshness = answer.freshness();
    return with(
        Flattening.of(name, json.valueToTree(answer.report())),
        new Provenance(
            answer.knownAt(),
            freshness.asOfInstant(),
            freshness.complete(),
            answer.stale(),
            text(answer.position()),
            simulated));
  }

  private <T> Sheaf of(String name, Listing<T> list) {
    var freshness = list.freshness();
    var about = Flattening.of(name, json.<JsonNode>valueToTree(list.about()));
    var table = RecordColumns.table(LIST, list.entry(), list.all(), json);
    return with(
        new Sheaf(name, about.facts(), List.of(table)),
        new Provenance(
            list.knownAt(),
            freshness.asOfInstant(),
            freshness.complete(),
            list.stale(),
            text(list.position()),
            simulated));
  }

  private static Sheaf with(Sheaf report, Provenance provenance) {
    var facts = new ArrayList<Fact>(report.facts());
    facts.addAll(provenance.facts());
    return new Sheaf(report.report(), facts, report.tables());
  }

  private static String text(Position position) {
    return position.topics().entrySet().stream()
        .map(
            topic ->
                topic.getKey()
                    + " "
                    + topic.getValue().next().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
        .collect(Collectors.joining("; "));
  }

  private static String name(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith(REPORTS)
        ? path.substring(REPORTS.length()).replace('/', '.')
        : path.substring(1).replace('/', '.');
  }
}

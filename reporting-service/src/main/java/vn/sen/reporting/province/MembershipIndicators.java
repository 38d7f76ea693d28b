package vn.sen.reporting.province;

import static vn.sen.reporting.province.Indicator.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.membership.MembershipReport.Figures;
import vn.sen.reporting.membership.MembershipReport.Flows;
import vn.sen.reporting.membership.MembershipReport.Rate;
import vn.sen.reporting.membership.MembershipReport.Row;
import vn.sen.reporting.membership.MembershipReport.Women;
import vn.sen.reporting.province.Indicator.Counted;
import vn.sen.reporting.province.Indicator.Source;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.reading.Origin;
import vn.sen.reporting.reading.Results;

/** Members, who came and went, women, gathering rates. */
final class MembershipIndicators {

  private static final String MEMBERSHIP = "membership";

  /** Lists those below the threshold, and explains the rate of each. */
  private static final Origin COMMUNES = new Origin(MEMBERSHIP, null, Map.of());

  private static final String PEOPLE = "người";
  private static final String FLOW = "flow";

  private MembershipIndicators() {}

  static Stream<Indicator> all() {
    var all = new ArrayList<Indicator>();
    all.add(of("members", "members", PEOPLE, 0, figures -> whole(figures.members())));
    all.add(of("honorary", "honorary", PEOPLE, 0, figures -> whole(figures.honorary())));
    all.add(of("net-change", "flows.net", PEOPLE, 0, figures -> whole(figures.flows().net())));
    all.add(flows("in", Flows::in));
    all.add(flows("out", Flows::out));
    for (var women : WomenDefinition.values()) {
      all.add(of("women." + women, "women." + women, PEOPLE, 0, figures -> count(figures, women)));
      all.add(
          of(
              "gathering-rate." + women,
              "gatheringRates." + women,
              "%",
              2,
              figures -> rate(figures, women)));
    }
    all.add(
        new Indicator(
            "membership.communes-under-threshold",
            "xã, phường, thị trấn",
            0,
            Set.of(),
            Set.of(),
            _ -> COMMUNES,
            MembershipIndicators::underThreshold));
    return all.stream();
  }

  private static Indicator of(
      String name,
      String figure,
      String unit,
      int decimals,
      Function<Figures, @Nullable BigDecimal> value) {
    return new Indicator(
        "membership." + name,
        unit,
        decimals,
        Set.of(),
        Set.of(),
        Source.figure(MEMBERSHIP, figure),
        (line, sources, asOf) ->
            Counted.of(line, results(sources.membership(asOf), figures -> value.apply(figures))));
  }

  /** Limited to one reason, or all of them. */
  private static Indicator flows(String name, Function<Flows, Map<Flow, Long>> direction) {
    return new Indicator(
        "membership." + name,
        PEOPLE,
        0,
        Set.of(FLOW),
        Set.of(),
        of -> origin("flows." + name, of.get(FLOW)),
        (line, sources, asOf) ->
            Counted.of(
                line,
                results(
                    sources.membership(asOf),
                    figures -> sum(direction.apply(figures.flows()), line))));
  }

  /** A change of type is no flow: nobody came or went. */
  private static @Nullable Origin origin(String figure, @Nullable String flow) {
    if (flow == null) {
      return new Origin(MEMBERSHIP, figure, Map.of());
    }
    return flow.equals(Flow.RECLASSIFICATION.name())
        ? null
        : new Origin(MEMBERSHIP, figure + "." + flow, Map.of());
  }

  private static BigDecimal sum(Map<Flow, Long> flows, Line line) {
    var only = line.of().get(FLOW);
    return whole(
        flows.entrySet().stream()
            .filter(flow -> only == null || flow.getKey().name().equals(only))
            .mapToLong(Map.Entry::getValue)
            .sum());
  }

  static boolean isFlow(String name) {
    return flows().stream().anyMatch(flow -> flow.name().equals(name));
  }

  static List<Flow> flows() {
    return List.of(Flow.values());
  }

  private static @Nullable BigDecimal count(Figures figures, WomenDefinition definition) {
    return figures.women().stream()
        .filter(women -> women.definition() == definition)
        .findFirst()
        .map(Women::count)
        .map(Indicator::whole)
        .orElse(null);
  }

  private static @Nullable BigDecimal rate(Figures figures, WomenDefinition definition) {
    return figures.gatheringRates().stream()
        .filter(rate -> rate.definition() == definition)
        .findFirst()
        .map(Rate::percent)
        .orElse(null);
  }

  private static Results results(
      MembershipReport report, Function<Figures, @Nullable BigDecimal> value) {
    return Results.of(
        report.total(), report.rows(), Row::unit, MembershipIndicators::figures, value);
  }

  private static Figures figures(Row row) {
    return new Figures(
        row.members(),
        row.honorary(),
        row.flows(),
        row.women(),
        row.gatheringRates(),
        row.underThreshold());
  }

  /** Rows only where these are communes: a list of communes has no other rows. */
  private static List<Counted> underThreshold(Line line, Sources sources, LocalDate asOf) {
    var report = sources.membership(asOf);
    var rows = new HashMap<UUID, BigDecimal>();
    if (report.level() == UnitLevel.COMMUNE) {
      for (var row : report.rows()) {
        if (row.unit() != null) {
          rows.put(row.unit().id(), whole(Boolean.TRUE.equals(row.underThreshold()) ? 1 : 0));
        }
      }
    }
    return Counted.of(line, new Results(whole(report.under60().size()), rows, null));
  }
}

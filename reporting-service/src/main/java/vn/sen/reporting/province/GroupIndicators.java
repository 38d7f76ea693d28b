package vn.sen.reporting.province;

import static vn.sen.reporting.province.Indicator.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import vn.sen.reporting.communitygroup.CommunityGroupReport;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfUnit;
import vn.sen.reporting.communitygroup.Dimension;
import vn.sen.reporting.communitygroup.GroupCounts;
import vn.sen.reporting.communitygroup.GroupTypeUnknown;
import vn.sen.reporting.province.Indicator.Counted;
import vn.sen.reporting.province.Indicator.Source;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Split;
import vn.sen.reporting.reading.Results;

/** Community groups: teams, clubs, models. */
final class GroupIndicators {

  private static final String TYPE = "type";
  private static final String PROGRAMME = "programme";

  private GroupIndicators() {}

  static Stream<Indicator> all() {
    return Stream.of(
        of("alive", "groups", "tổ, câu lạc bộ, mô hình", GroupCounts::groups),
        of("founded", "founded", "tổ, câu lạc bộ, mô hình", GroupCounts::founded),
        of("closed", "closed", "tổ, câu lạc bộ, mô hình", GroupCounts::closed),
        of("members", "distinctMembers", "người", GroupCounts::distinctMembers));
  }

  private static Indicator of(
      String name, String figure, String unit, ToLongFunction<GroupCounts> value) {
    return new Indicator(
        "groups." + name,
        unit,
        0,
        Set.of(TYPE, PROGRAMME),
        Set.of(Split.GROUP_TYPE),
        Source.figure("groups", figure),
        (line, sources, asOf) -> count(line, sources, asOf, value));
  }

  private static List<Counted> count(
      Line line, Sources sources, LocalDate asOf, ToLongFunction<GroupCounts> value) {
    var programme = line.of().get(PROGRAMME);
    try {
      if (line.by() == Split.GROUP_TYPE) {
        var by = Set.of(Dimension.TYPE, Dimension.UNIT);
        return parts(line, sources.groups(asOf, line.of().get(TYPE), programme, by), value);
      }
      var report = sources.groups(asOf, line.of().get(TYPE), programme, Set.of());
      return Counted.of(
          line,
          Results.of(
              report.total(),
              report.rows(),
              GroupsOfUnit::unit,
              GroupsOfUnit::counts,
              counts -> whole(value.applyAsLong(counts))));
    } catch (GroupTypeUnknown _) {
      return line.by() == null ? Counted.of(line, Results.NONE) : List.of();
    }
  }

  private static List<Counted> parts(
      Line line, CommunityGroupReport report, ToLongFunction<GroupCounts> value) {
    return report.byType().stream()
        .map(
            of -> {
              var code = of.type().code();
              var total = whole(value.applyAsLong(of.counts()));
              return Counted.part(
                  line, TYPE, code, of.type().name(), cells(report, code, total, value));
            })
        .toList();
  }

  private static Results cells(
      CommunityGroupReport report,
      String type,
      BigDecimal total,
      ToLongFunction<GroupCounts> value) {
    var rows = new HashMap<UUID, BigDecimal>();
    BigDecimal remainder = null;
    for (var cell : report.cells()) {
      if (cell.type() != null && cell.type().code().equals(type)) {
        var number = whole(value.applyAsLong(cell.counts()));
        if (cell.unit() == null) {
          remainder = number;
        } else {
          rows.put(cell.unit().id(), number);
        }
      }
    }
    for (var row : report.rows()) {
      if (row.unit() != null) {
        rows.putIfAbsent(row.unit().id(), BigDecimal.ZERO);
      }
    }
    return new Results(total, rows, remainder);
  }
}

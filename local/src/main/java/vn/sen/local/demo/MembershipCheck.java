package vn.sen.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.local.demo.dataset.Commune;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.Targets;

/** Compares what is counted of members with what was generated. */
final class MembershipCheck {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Dataset data;
  private final Targets targets;
  private final PublishedFigures published;
  private final Comparison comparison;
  private final LocalDate day;

  MembershipCheck(Dataset data, PublishedFigures published, Comparison comparison) {
    this.data = data;
    this.targets = data.targets();
    this.published = published;
    this.comparison = comparison;
    this.day = targets.reportDate();
  }

  void compare(Reports reports) {
    var province = data.facts().successor(published.unitCode(), day);
    var report = reports.membership(province.key(), day, day, UnitLevel.COMMUNE);
    compareStocks(report);
    compareFlows(report);
    comparison.expect(
        "communes under the threshold",
        expectedLow(),
        report.under60().stream().map(MembershipAnswer.Low::code).sorted().toList());
    var opening = targets.openingDate();
    var before =
        reports.membership(
            data.facts().successor(published.unitCode(), opening).key(),
            opening,
            opening,
            UnitLevel.PROVINCE);
    comparison.expect("members on " + opening, (long) targets.opening(), before.members());
  }

  private void compareStocks(MembershipAnswer report) {
    comparison.expect("members", (long) targets.members(), report.members());
    comparison.expect("net change", (long) targets.net(), report.net());
    comparison.expect("women", sum(Commune::women), report.women(WomenDefinition.ALL_WOMEN));
    comparison.expect(
        "women present", sum(Commune::womenPresent), report.women(WomenDefinition.WOMEN_PRESENT));
    comparison.expect(
        "gathering rate",
        rateOf(targets.members(), sum(Commune::women)),
        report.rate(WomenDefinition.ALL_WOMEN));
  }

  private void compareFlows(MembershipAnswer report) {
    compareFlows(
        Map.of(
            Flow.ADMISSION, targets.admitted(),
            Flow.READMISSION, targets.rejoined(),
            Flow.MOVE_IN, targets.movedIn()),
        report.in());
    compareFlows(
        Map.of(
            Flow.RESIGNATION, targets.resigned(),
            Flow.DEATH, targets.died(),
            Flow.MOVE_OUT, targets.movedOut()),
        report.out());
  }

  private void compareFlows(Map<Flow, Integer> expected, Map<Flow, Long> counted) {
    var all = new TreeMap<Flow, Long>(counted);
    expected.forEach((flow, count) -> all.putIfAbsent(flow, 0L));
    all.forEach(
        (flow, count) ->
            comparison.expect(flow.name(), expected.getOrDefault(flow, 0).longValue(), count));
  }

  private List<String> expectedLow() {
    return data.communes().stream()
        .filter(
            c ->
                c.womenPresent() > 0
                    && (long) c.members() * HUNDRED.intValue()
                        < (long) c.womenPresent() * published.threshold())
        .map(c -> c.key().code())
        .sorted()
        .toList();
  }

  /** With two decimals, as the platform states it. */
  private static @Nullable BigDecimal rateOf(long members, long women) {
    return women == 0
        ? null
        : BigDecimal.valueOf(members)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(women), 2, RoundingMode.HALF_UP);
  }

  private long sum(ToIntFunction<Commune> figure) {
    return data.communes().stream().mapToInt(figure).sum();
  }
}

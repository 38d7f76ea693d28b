package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;
import static vn.sen.local.demo.VietnameseNumbers.percent;
import static vn.sen.local.demo.VietnameseNumbers.points;
import static vn.sen.local.demo.VietnameseNumbers.signed;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
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

/**
 * Prints the province's figures beside the published ones, and the communes of the early warning.
 */
final class ProvinceReport {

  private static final String NOT_STATED = "–";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Dataset data;
  private final Targets targets;
  private final double scale;
  private final PublishedFigures published;
  private final Comparison comparison;
  private final LocalDate day;

  ProvinceReport(Dataset data, double scale, PublishedFigures published, Comparison comparison) {
    this.data = data;
    this.targets = data.targets();
    this.scale = scale;
    this.published = published;
    this.comparison = comparison;
    this.day = targets.reportDate();
  }

  void print(Reports reports, PrintStream out) {
    var province = data.facts().successor(published.unitCode(), day);
    var report = reports.membership(province.key(), day, day, UnitLevel.COMMUNE);
    out.printf("HỘI VIÊN · %s · DỮ LIỆU MÔ PHỎNG%n", province.name());
    out.printf(
        "Tính đến %s: nguồn không nêu ngày của số liệu, ngày này là giả định (assumed).%n",
        day(day));
    if (scale != 1) {
      out.printf(
          "Quy mô thu nhỏ (reduced) × %s: không so được với số đã công bố.%n",
          BigDecimal.valueOf(scale).toPlainString().replace('.', ','));
    }
    out.println();
    row(out, "Chỉ tiêu (figure)", "Đã công bố", "Đếm được", "Chênh lệch");
    row(out, "", "(published)", "(counted)", "(difference)");
    printStocks(report, out);
    printFlows(report, out);
    printLowCommunes(report, out);
    var opening = targets.openingDate();
    var before =
        reports.membership(
            data.facts().successor(published.unitCode(), opening).key(),
            opening,
            opening,
            UnitLevel.PROVINCE);
    comparison.expect("members on " + opening, (long) targets.opening(), before.members());
  }

  private void printStocks(MembershipAnswer report, PrintStream out) {
    row(
        out,
        "Hội viên (members)",
        whole(published.members()),
        whole(report.members()),
        signed(report.members() - published.members()));
    row(
        out,
        "Tăng ròng trong năm (net change)",
        signed(published.netChange()),
        signed(report.net()),
        signed(report.net() - published.netChange()));
    var rate = report.rate(WomenDefinition.ALL_WOMEN);
    row(
        out,
        "Tỷ lệ tập hợp / tổng số phụ nữ (rate)",
        percent(published.gatheringRate()),
        rate == null ? NOT_STATED : percent(rate),
        rate == null ? NOT_STATED : points(rate, published.gatheringRate()));
    var women = report.women(WomenDefinition.ALL_WOMEN);
    row(
        out,
        "Phụ nữ, số liệu mô phỏng (women)",
        NOT_STATED,
        women == null ? NOT_STATED : whole(women),
        "");
    comparison.expect("members", (long) targets.members(), report.members());
    comparison.expect("net change", (long) targets.net(), report.net());
    comparison.expect("women", sum(Commune::women), women);
    comparison.expect(
        "women present", sum(Commune::womenPresent), report.women(WomenDefinition.WOMEN_PRESENT));
    comparison.expect("gathering rate", rateOf(targets.members(), sum(Commune::women)), rate);
  }

  private void printFlows(MembershipAnswer report, PrintStream out) {
    var in =
        Map.of(
            Flow.ADMISSION, targets.admitted(),
            Flow.READMISSION, targets.rejoined(),
            Flow.MOVE_IN, targets.movedIn());
    var departures =
        Map.of(
            Flow.RESIGNATION, targets.resigned(),
            Flow.DEATH, targets.died(),
            Flow.MOVE_OUT, targets.movedOut());
    printFlows("  + ", in, report.in(), out);
    printFlows("  − ", departures, report.out(), out);
  }

  private void printFlows(
      String sign, Map<Flow, Integer> expected, Map<Flow, Long> counted, PrintStream out) {
    var shown = new TreeMap<Flow, Long>(counted);
    expected.forEach((flow, count) -> shown.putIfAbsent(flow, 0L));
    shown.forEach(
        (flow, count) -> {
          row(out, sign + name(flow), NOT_STATED, whole(count), "");
          comparison.expect(name(flow), expected.getOrDefault(flow, 0).longValue(), count);
        });
  }

  private void printLowCommunes(MembershipAnswer report, PrintStream out) {
    out.println();
    out.printf(
        "Xã, phường dưới %d %% phụ nữ có mặt tại địa phương (early warning): %s%n",
        published.threshold(), whole(report.under60().size()));
    for (var low : report.under60()) {
      out.printf(
          "  %-26s %8s hội viên / %8s phụ nữ  %8s%n",
          low.name(), whole(low.members()), whole(low.women()), percent(low.percent()));
    }
    comparison.expect(
        "communes under the threshold",
        expectedLow(),
        report.under60().stream().map(MembershipAnswer.Low::code).sorted().toList());
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

  private static String name(Flow flow) {
    return switch (flow) {
      case ADMISSION -> "kết nạp mới (admitted)";
      case READMISSION -> "kết nạp lại (rejoined)";
      case MOVE_IN -> "từ nơi khác chuyển đến (moved in)";
      case RESIGNATION -> "ra khỏi Hội (left)";
      case DEATH -> "qua đời (died)";
      case MOVE_OUT -> "chuyển đi nơi khác (moved out)";
      case TRANSFER -> "chuyển sinh hoạt (transferred)";
      case EXPULSION -> "khai trừ (expelled)";
      case RECLASSIFICATION -> "đổi loại hội viên (reclassified)";
      case OTHER_DEPARTURE -> "lý do khác (other)";
    };
  }

  private static void row(
      PrintStream out, String figure, String published, String counted, String difference) {
    out.printf("  %-40s %12s %12s %14s%n", figure, published, counted, difference);
  }
}

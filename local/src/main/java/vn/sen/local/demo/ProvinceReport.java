package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;
import static vn.sen.local.demo.VietnameseNumbers.number;
import static vn.sen.local.demo.VietnameseNumbers.percent;
import static vn.sen.local.demo.VietnameseNumbers.signed;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Prints the province's report beside the published figures: as the platform answers both, figure
 * by figure.
 */
final class ProvinceReport {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String NOT_STATED = "–";

  private final JsonNode report;
  private final JsonNode register;
  private final Map<String, JsonNode> published = new TreeMap<>();

  /**
   * @param report as the platform makes it
   * @param register of published figures, beside the counted ones
   */
  ProvinceReport(JsonNode report, JsonNode register) {
    this.report = report;
    this.register = register;
    for (var figure : register.required("figures")) {
      published.put(key(figure), figure);
    }
  }

  private static String key(JsonNode figure) {
    var of = new TreeMap<String, String>();
    figure.path("of").properties().forEach(p -> of.put(p.getKey(), p.getValue().asString()));
    return figure.required("indicator").asString() + of;
  }

  /**
   * Prints it.
   *
   * @param scale of the data: 1 is the whole province, which alone can be compared
   */
  void print(double scale, PrintStream out) {
    out.printf(
        "%s%n%s · %s%n",
        report.required("title").asString().toUpperCase(VIETNAMESE),
        report.required("unit").required("name").asString(),
        report.required("notice").asString());
    if (scale != 1) {
      out.printf(
          "Quy mô thu nhỏ (reduced) × %s: không so được với số đã công bố.%n",
          BigDecimal.valueOf(scale).toPlainString().replace('.', ','));
    }
    for (var section : report.required("sections")) {
      section(section, out);
    }
    sums(out);
    lowCommunes(out);
  }

  private void section(JsonNode section, PrintStream out) {
    out.println();
    out.println(section.required("title").asString().toUpperCase(VIETNAMESE));
    section.required("text").forEach(text -> out.println(text.asString()));
    row(out, "Chỉ tiêu (figure)", "Ngày (as of)", "Đã công bố", "Đếm được", "Chênh lệch", "");
    section.required("figures").forEach(figure -> figure(figure, out));
    if (section.required("figures").valueStream().anyMatch(f -> f.path("assumed").asBoolean())) {
      out.println("  * ngày giả định (assumed): " + section.path("note").asString(""));
    }
  }

  private void figure(JsonNode figure, PrintStream out) {
    var shown = figure.required("shown");
    var name = figure.required("name").asString();
    var part = figure.path("part").asString("");
    var stated = published.get(key(figure));
    row(
        out,
        "%s (%s)"
            .formatted(part.isEmpty() ? name : name + ": " + part, shown.path("unit").asString()),
        day(LocalDate.parse(figure.required("asOf").asString()))
            + (figure.required("assumed").asBoolean() ? "*" : ""),
        stated == null ? NOT_STATED : number(value(stated, "published", shown), decimals(shown)),
        number(shown(figure.path("value"), 0, shown), decimals(shown)),
        stated == null ? "" : difference(stated, shown),
        stated == null ? "" : stated.required("explanation").required("vi").asString());
  }

  private static int decimals(JsonNode shown) {
    return shown.required("decimals").asInt();
  }

  private static String difference(JsonNode stated, JsonNode shown) {
    var difference = value(stated, "difference", shown);
    return difference == null ? NOT_STATED : signed(difference, decimals(shown));
  }

  /** A number of the register's, in the unit that the report shows. */
  private static @Nullable BigDecimal value(JsonNode stated, String field, JsonNode shown) {
    return shown(stated.path(field), stated.required("power").asInt(), shown);
  }

  private static @Nullable BigDecimal shown(JsonNode value, int power, JsonNode shown) {
    return value.isNumber()
        ? new BigDecimal(value.asString())
            .scaleByPowerOfTen(power - shown.required("power").asInt())
        : null;
  }

  /** What the source's banks do not add up to. */
  private void sums(PrintStream out) {
    out.println();
    out.println("TỔNG CỦA NGUỒN TRỪ CÁC NGÂN HÀNG ĐƯỢC NÊU (the source's rest)");
    for (var sum : register.required("sums")) {
      row(
          out,
          "%s (%s)"
              .formatted(
                  sum.required("indicator").asString(), sum.required("measuredIn").asString()),
          day(LocalDate.parse(sum.required("asOf").asString())),
          number(decimal(sum.path("publishedRest")), 0),
          number(decimal(sum.path("countedRest")), 0),
          "",
          "%s: %s"
              .formatted(
                  sum.required("finding").asString(),
                  sum.required("explanation").required("vi").asString()));
    }
  }

  private static @Nullable BigDecimal decimal(JsonNode value) {
    return value.isNumber() ? new BigDecimal(value.asString()) : null;
  }

  private void lowCommunes(PrintStream out) {
    var low = report.required("underThreshold");
    out.println();
    out.printf(
        "Xã, phường dưới %s %% phụ nữ có mặt tại địa phương (early warning): %s%n",
        number(decimal(report.required("thresholdPercent")), 1), whole(low.size()));
    for (var commune : low) {
      out.printf(
          "  %-26s %8s hội viên / %8s phụ nữ  %8s%n",
          commune.required("unit").required("name").asString(),
          whole(commune.required("members").asLong()),
          whole(commune.required("women").asLong()),
          percent(new BigDecimal(commune.required("percent").asString())));
    }
  }

  private static void row(PrintStream out, String... cells) {
    out.println("  %-66s %-12s %12s %12s %12s  %s".formatted((Object[]) cells).stripTrailing());
  }
}

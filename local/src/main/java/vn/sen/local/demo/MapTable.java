package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.Dataset;
import vn.sen.local.demo.dataset.Headcount;

/** Prints the same members on the maps of several days, and compares every commune. */
final class MapTable {

  /** Maps to show beside that of the report's own day. */
  private static final List<LocalDate> LATER =
      List.of(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 8, 1));

  private static final String LINE = "  %-11s %-15s %11s %10s %10s %13s%n";

  private final Dataset data;
  private final String firstProvince;
  private final Comparison comparison;
  private final LocalDate asOf;

  /**
   * @param firstProvince code of the province on the first map
   */
  MapTable(Dataset data, String firstProvince, Comparison comparison) {
    this.data = data;
    this.firstProvince = firstProvince;
    this.comparison = comparison;
    this.asOf = data.targets().reportDate();
  }

  void print(Reports reports, PrintStream out) {
    out.printf(
        "Hội viên ngày %s trên bản đồ của từng ngày (the same members on each map)%n", day(asOf));
    out.printf(LINE, "Bản đồ", "Tỉnh", "Huyện", "Xã", "Hội viên", "Chưa phân");
    out.printf(
        LINE, "(map)", "(province)", "(districts)", "(communes)", "(members)", "(unassigned)");
    print(asOf, reports, out);
    LATER.forEach(map -> print(map, reports, out));
    out.println("  Tỉnh Đắk Lắk ở đây chỉ gồm các xã, phường từ Phú Yên (34 trong 102).");
  }

  private void print(LocalDate map, Reports reports, PrintStream out) {
    var province = data.facts().successor(firstProvince, map);
    var report = reports.membership(province.key(), asOf, map, UnitLevel.COMMUNE);
    var communes = report.membersByUnit();
    var expected = data.headcount(asOf, map);
    var districts =
        data.facts().unitsOn(map, UnitLevel.DISTRICT).isEmpty()
            ? Map.<String, Long>of()
            : reports.membership(province.key(), asOf, map, UnitLevel.DISTRICT).membersByUnit();
    out.printf(
        LINE,
        day(map),
        province.name(),
        districts.isEmpty() ? "–" : whole(districts.size()),
        whole(communes.size()),
        whole(report.members()),
        whole(report.remainder()));
    comparison.expect("map of " + map + ": members", (long) expected.total(), report.members());
    comparison.expect(
        "map of " + map + ": unassigned", (long) expected.remainder(), report.remainder());
    compare("map of " + map + ": commune ", byCode(expected), communes);
    compare("map of " + map + ": district ", byDistrict(expected), districts);
  }

  private void compare(String what, Map<String, Long> expected, Map<String, Long> counted) {
    comparison.expect(what + "codes", expected.keySet(), counted.keySet());
    expected.forEach((code, count) -> comparison.expect(what + code, count, counted.get(code)));
  }

  private static Map<String, Long> byCode(Headcount expected) {
    var members = new TreeMap<String, Long>();
    expected.communes().forEach((commune, count) -> members.put(commune.code(), (long) count));
    return members;
  }

  private Map<String, Long> byDistrict(Headcount expected) {
    var members = new TreeMap<String, Long>();
    for (var commune : expected.communes().entrySet()) {
      var parent = data.facts().unit(commune.getKey()).parent();
      if (parent != null && data.facts().unit(parent).level() == UnitLevel.DISTRICT) {
        members.merge(parent.code(), (long) commune.getValue(), Long::sum);
      }
    }
    return members;
  }
}

package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;
import static vn.sen.local.demo.VietnameseNumbers.percent;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityKind;
import vn.sen.local.demo.dataset.UnitFact;
import vn.sen.local.demo.dataset.work.WorkData;
import vn.sen.local.demo.dataset.work.WorkTargets.Course;

/** Prints cadres trained, groups and activities beside the published figures. */
final class WorkReport {

  private static final String NOT_STATED = "–";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final WorkData data;
  private final PublishedWork published;
  private final Comparison comparison;

  WorkReport(WorkData data, PublishedWork published, Comparison comparison) {
    this.data = data;
    this.published = published;
    this.comparison = comparison;
  }

  void print(Reports reports, UnitFact province, PrintStream out) {
    var asOf = data.targets().asOf();
    out.printf("CÔNG TÁC HỘI · %s · DỮ LIỆU MÔ PHỎNG%n", province.name());
    out.printf("Tính đến %s: nguồn không nêu ngày, ngày này là giả định (assumed).%n", day(asOf));
    out.println();
    row(out, "Chỉ tiêu (figure)", "Đã công bố", "Đếm được");
    row(out, "", "(published)", "(counted)");
    var courses = data.targets().courses();
    coverage(reports, province, asOf, courses.getFirst(), published.chairsInSoftware(), out);
    coverage(reports, province, asOf, courses.get(1), published.cadresInGenderEquality(), out);
    var stated =
        List.of(
            published.communicationTeams(),
            published.leadersOfChange(),
            published.newTrustedAddresses());
    for (int i = 0; i < data.targets().groups().size(); i++) {
      groups(reports, province, asOf, i, i < stated.size() ? stated.get(i) : null, out);
    }
    activities(reports, province, asOf, ActivityKind.POLICY_DIALOGUE, published.dialogues(), out);
    activities(reports, province, asOf, ActivityKind.SUPPORT_VISIT, null, out);
  }

  private void coverage(
      Reports reports,
      UnitFact province,
      LocalDate asOf,
      Course course,
      BigDecimal stated,
      PrintStream out) {
    var counted = reports.coverage(province.key().code(), asOf, course);
    row(
        out,
        "%s (%s/%s cán bộ)".formatted(course.name(), counted.trained(), counted.people()),
        percent(stated),
        percent(counted.percent()));
    long inPost = data.inPost(course);
    comparison.expect("cadres of " + course.code(), inPost, counted.people());
    comparison.expect("trained in " + course.code(), inPost, counted.trained());
    comparison.expect("coverage of " + course.code(), ALL, counted.percent());
  }

  private void groups(
      Reports reports,
      UnitFact province,
      LocalDate asOf,
      int number,
      @Nullable Long stated,
      PrintStream out) {
    var kind = data.targets().groups().get(number);
    long counted = reports.groups(province.key().code(), asOf, kind.type());
    row(out, kind.name(), stated == null ? NOT_STATED : whole(stated), whole(counted));
    comparison.expect("groups of type " + kind.type(), (long) kind.count(), counted);
  }

  private void activities(
      Reports reports,
      UnitFact province,
      LocalDate asOf,
      ActivityKind kind,
      @Nullable Long stated,
      PrintStream out) {
    var held = data.activities().stream().filter(activity -> activity.kind() == kind).toList();
    var programme = held.getFirst().programme();
    long counted = reports.indicator(province.key().code(), asOf, programme, kind);
    row(out, held.getFirst().title(), stated == null ? NOT_STATED : whole(stated), whole(counted));
    comparison.expect("activities of kind " + kind, (long) held.size(), counted);
  }

  private static void row(PrintStream out, String name, String stated, String counted) {
    out.println("  %-60s %12s %12s".formatted(name, stated, counted).stripTrailing());
  }
}

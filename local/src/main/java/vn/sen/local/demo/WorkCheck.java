package vn.sen.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.sen.events.training.ActivityKind;
import vn.sen.local.demo.dataset.work.WorkData;
import vn.sen.local.demo.dataset.work.WorkTargets.Course;

/** Compares what is counted of cadres, groups and activities with what was generated. */
final class WorkCheck {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final WorkData data;
  private final Comparison comparison;

  WorkCheck(WorkData data, Comparison comparison) {
    this.data = data;
    this.comparison = comparison;
  }

  void compare(Reports reports, String unitCode) {
    var asOf = data.targets().asOf();
    for (var course : data.targets().courses()) {
      compare(reports, unitCode, asOf, course);
    }
    for (var kind : data.targets().groups()) {
      comparison.expect(
          "groups of type " + kind.type(),
          (long) kind.count(),
          reports.groups(unitCode, asOf, kind.type()));
    }
    compare(reports, unitCode, asOf, ActivityKind.POLICY_DIALOGUE);
    compare(reports, unitCode, asOf, ActivityKind.SUPPORT_VISIT);
  }

  private void compare(Reports reports, String unitCode, LocalDate asOf, Course course) {
    var counted = reports.coverage(unitCode, asOf, course);
    long inPost = data.inPost(course);
    comparison.expect("cadres of " + course.code(), inPost, counted.people());
    comparison.expect("trained in " + course.code(), inPost, counted.trained());
    comparison.expect("coverage of " + course.code(), ALL, counted.percent());
  }

  private void compare(Reports reports, String unitCode, LocalDate asOf, ActivityKind kind) {
    var held = data.activities().stream().filter(activity -> activity.kind() == kind).toList();
    var programme = held.getFirst().programme();
    comparison.expect(
        "activities of kind " + kind,
        (long) held.size(),
        reports.indicator(unitCode, asOf, programme, kind));
  }
}

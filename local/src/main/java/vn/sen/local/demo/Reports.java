package vn.sen.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ActivityKind;
import vn.sen.local.demo.dataset.UnitKey;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.work.WorkTargets;

/** Asks for reports that have seen everything that was entered. */
final class Reports {

  private static final String PATH = "/api/reporting/membership";
  private static final String REPORTING = "/api/reporting";
  private static final String LENDING = "/api/reporting/lending";
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int POLLS = 480;

  private final Api api;
  private final Consistency consistency;
  private final Progress progress;

  Reports(Api api, Consistency consistency, Progress progress) {
    this.api = api;
    this.consistency = consistency;
    this.progress = progress;
  }

  /** The report of a unit on the map of a day. */
  MembershipAnswer membership(UnitKey unit, LocalDate asOf, LocalDate hierarchy, UnitLevel level) {
    return new MembershipAnswer(api.get(path(unit, asOf, hierarchy, level)).body());
  }

  /**
   * Waits until a report has seen all that was entered.
   *
   * @throws StepFailed when it has not after minutes
   */
  void await(UnitKey unit, LocalDate day) {
    var headers = consistency.headers();
    progress.begin("Chờ báo cáo theo kịp (freshness)", headers.size());
    var path = path(unit, day, day, UnitLevel.PROVINCE);
    for (var tokens : headers) {
      var polls = 0;
      while (new MembershipAnswer(api.get(path, tokens).body()).stale()) {
        if (++polls == POLLS) {
          throw new StepFailed("the report has not seen all that was entered");
        }
        api.waitFor(POLL);
      }
      progress.advance();
    }
    progress.end();
  }

  /** The province's report by the demo's definition, and the register of published figures. */
  ProvinceReport province(String unitCode, LocalDate day) {
    return new ProvinceReport(
        api.get(
                "%s/province?unit=%s&asOf=%s&definition=%s"
                    .formatted(REPORTING, unitCode, day, PublishedSteps.DEFINITION))
            .body(),
        api.get("%s/published?unit=%s&asOf=%s".formatted(REPORTING, unitCode, day)).body());
  }

  /** The lending report of a unit by bank, with rows of a level, on the map of the day. */
  LendingAnswer lending(String unitCode, LocalDate asOf, UnitLevel level) {
    return new LendingAnswer(
        api.get(
                "%s?unit=%s&asOf=%s&hierarchy=%s&level=%s&by=BANK"
                    .formatted(LENDING, unitCode, asOf, asOf, level))
            .body());
  }

  /**
   * Waits until the report of the last day counts as many loans and households as there are; after
   * minutes it goes on, and the comparison shows what is missing.
   */
  void awaitLending(String unitCode, LendingData data) {
    var day = data.targets().statementDate();
    var expected = data.position(null);
    progress.begin("Chờ báo cáo vay vốn (lending report)", expected.loans());
    for (var poll = 0; poll < POLLS; poll++) {
      var counted = lending(unitCode, day, UnitLevel.PROVINCE).total();
      progress.reach(counted.loans());
      if (counted.equals(expected)) {
        break;
      }
      api.waitFor(POLL);
    }
    progress.end();
  }

  /** Who is in post and trained. */
  CoverageAnswer coverage(String unitCode, LocalDate asOf, WorkTargets.Course course) {
    var path =
        new StringBuilder(
            "%s/training/coverage?unit=%s&asOf=%s&competency=%s&level=%s"
                .formatted(REPORTING, unitCode, asOf, course.competency(), UnitLevel.PROVINCE));
    if (course.titles().size() == 1) {
      path.append("&title=").append(course.titles().getFirst());
    }
    if (course.levels().size() == 1) {
      path.append("&postLevel=").append(course.levels().getFirst());
    }
    return CoverageAnswer.of(api.get(path.toString()).body().required("total"));
  }

  /** Groups of a type that live. */
  long groups(String unitCode, LocalDate asOf, String type) {
    return api.get(
            "%s/groups?unit=%s&asOf=%s&type=%s&level=%s"
                .formatted(REPORTING, unitCode, asOf, type, UnitLevel.PROVINCE))
        .body()
        .required("total")
        .required("groups")
        .asLong();
  }

  /** The result of the programme's indicator that counts activities of a kind. */
  long indicator(String unitCode, LocalDate asOf, String programme, ActivityKind kind) {
    var report =
        api.get(
                "%s/programmes?unit=%s&asOf=%s&programme=%s&level=%s"
                    .formatted(REPORTING, unitCode, asOf, programme, UnitLevel.PROVINCE))
            .body();
    for (var indicator : report.required("programmes").get(0).required("indicators")) {
      if (indicator.required("rule").path("activityKind").asString("").equals(kind.name())) {
        return indicator.required("total").required("result").asLong();
      }
    }
    throw new StepFailed(programme + " has no indicator of " + kind);
  }

  /**
   * Waits until everybody in post counts as trained; after minutes it goes on, and the comparison
   * shows who is missing.
   */
  void awaitWork(String unitCode, LoadContext context) {
    var courses = context.work().targets().courses();
    progress.begin("Chờ báo cáo đào tạo (training report)", courses.size());
    for (var course : courses) {
      var expected = context.work().inPost(course);
      for (var poll = 0; poll < POLLS; poll++) {
        if (coverage(unitCode, context.work().targets().asOf(), course).trained() == expected) {
          break;
        }
        api.waitFor(POLL);
      }
      progress.advance();
    }
    progress.end();
  }

  private static String path(UnitKey unit, LocalDate asOf, LocalDate hierarchy, UnitLevel level) {
    return "%s?unit=%s&asOf=%s&hierarchy=%s&level=%s"
        .formatted(PATH, unit.code(), asOf, hierarchy, level);
  }
}

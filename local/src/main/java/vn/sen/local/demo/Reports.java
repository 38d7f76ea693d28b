package vn.sen.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.UnitKey;
import vn.sen.local.demo.dataset.lending.LendingData;

/** Asks for reports that have seen everything that was entered. */
final class Reports {

  private static final String PATH = "/api/reporting/membership";
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

  private static String path(UnitKey unit, LocalDate asOf, LocalDate hierarchy, UnitLevel level) {
    return "%s?unit=%s&asOf=%s&hierarchy=%s&level=%s"
        .formatted(PATH, unit.code(), asOf, hierarchy, level);
  }
}

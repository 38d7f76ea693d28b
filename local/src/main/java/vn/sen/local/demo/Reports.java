package vn.sen.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.UnitKey;

/** Asks for membership reports that have seen everything that was entered. */
final class Reports {

  private static final String PATH = "/api/reporting/membership";
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

  private static String path(UnitKey unit, LocalDate asOf, LocalDate hierarchy, UnitLevel level) {
    return "%s?unit=%s&asOf=%s&hierarchy=%s&level=%s"
        .formatted(PATH, unit.code(), asOf, hierarchy, level);
  }
}

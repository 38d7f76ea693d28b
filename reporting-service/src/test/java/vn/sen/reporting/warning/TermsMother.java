package vn.sen.reporting.warning;

import java.time.LocalDate;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;

/** Rules as they may be laid down. */
final class TermsMother {

  static final LocalDate START = LocalDate.of(2000, 1, 1);

  private TermsMother() {}

  /** Communes under 60 %, or there within twelve months at the pace of the last twelve. */
  static Terms gathering() {
    return rule(WarningSide.BELOW, 6_000, 12, 12);
  }

  static Terms rule(WarningSide side, long threshold, int horizonMonths, int windowMonths) {
    return new Terms(
        START,
        true,
        WatchedFigure.GATHERING_RATE,
        UnitLevel.COMMUNE,
        side,
        threshold,
        horizonMonths,
        windowMonths,
        "a paper");
  }

  static Terms ended(Terms terms, LocalDate on) {
    return new Terms(
        on,
        false,
        terms.figure(),
        terms.level(),
        terms.side(),
        terms.threshold(),
        terms.horizonMonths(),
        terms.windowMonths(),
        terms.source());
  }
}

package vn.sen.chassis.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.guide.FairEvent.FairCorrected;
import vn.sen.chassis.guide.FairEvent.FairHeld;
import vn.sen.chassis.guide.FairEvent.StallChange;

/**
 * A fair that took place.
 *
 * @param stalls how many, at least one
 */
record Fair(UUID unitId, LocalDate on, int stalls) {

  /** A fair without a stall is none. */
  static final class FairWithoutStalls extends RuleViolation {
    FairWithoutStalls() {
      super("/stalls");
    }
  }

  static Decision<Fair> hold(UUID unitId, LocalDate on, int stalls) {
    requireStalls(stalls);
    return Decision.of(
        new Fair(unitId, on, stalls),
        new FairHeld(unitId, on, List.of(new StallChange(on, unitId, stalls))));
  }

  Decision<Fair> correct(int counted) {
    requireStalls(counted);
    return counted == stalls
        ? Decision.nothing(this)
        : Decision.of(
            new Fair(unitId, on, counted),
            new FairCorrected(on, List.of(new StallChange(on, unitId, counted - stalls))));
  }

  private static void requireStalls(int stalls) {
    if (stalls < 1) {
      throw new FairWithoutStalls();
    }
  }
}

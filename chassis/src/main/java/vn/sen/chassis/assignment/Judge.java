package vn.sen.chassis.assignment;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.access.Scope.Reach;
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.org.MapLoading;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.Split;

/** The only place that says what is to become of a record. */
record Judge(Supplier<OrgMap> map, Scope scope) {

  /**
   * What is to become of a record that lies somewhere.
   *
   * @param reach of who wants it
   * @param via the successors that the record follows personally
   * @param successor the one that it is meant for; null where the rule finds none
   * @throws MapLoading if this instance has not heard yet of where it lies (503)
   */
  Outcome of(
      Split split,
      Wanted wanted,
      Reach reach,
      UUID unit,
      List<UUID> via,
      @Nullable UUID successor) {
    var now = map.get();
    if (Stream.concat(Stream.of(unit), via.stream()).anyMatch(id -> now.unit(id).isEmpty())) {
      throw new MapLoading();
    }
    if (!split.concerns(now, unit, via)) {
      return Outcome.NOT_CONCERNED;
    }
    var followed = split.followedBy(now, unit, via);
    if (successor == null) {
      return followed.isPresent() ? Outcome.ELSEWHERE : Outcome.UNDECIDED;
    }
    if (followed.isPresent() && followed.get().equals(successor)) {
      return Outcome.ALREADY_THERE;
    }
    if (followed.isPresent() && !wanted.again()) {
      return Outcome.ELSEWHERE;
    }
    return scope.mayAssign(reach, unit, via, split, successor)
        ? Outcome.ASSIGNED
        : Outcome.OUT_OF_SCOPE;
  }
}

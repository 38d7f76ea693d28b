package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.membership.title.Title;

/**
 * A post as it stood on a day.
 *
 * @param version of the post; 0 while nobody ever held it
 */
record PostOnDay(OrgUnit unit, UUID titleId, Title title, LocalDate day, long version, Post post) {

  int seats() {
    return unit.existsOn(day) ? title.seatsOn(unit.level(), day) : 0;
  }

  List<Term> held() {
    return post.heldOn(day);
  }

  int vacant() {
    return Math.max(0, seats() - held().size());
  }

  /** Whether the title exists at the unit, or somebody still holds it. */
  boolean exists() {
    return seats() > 0 || !held().isEmpty();
  }
}

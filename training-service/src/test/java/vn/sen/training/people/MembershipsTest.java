package vn.sen.training.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.training.people.Memberships.Belonging;

class MembershipsTest {

  private static final UUID BRANCH = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final LocalDate JOINED = LocalDate.of(2020, 3, 8);
  private static final LocalDate MOVED = LocalDate.of(2022, 6, 1);

  private static MembershipChange step(LocalDate date, UUID unit, Flow flow, int delta) {
    var direction = delta > 0 ? Direction.IN : Direction.OUT;
    return new MembershipChange(
        date, unit, List.of(), MemberType.ORDINARY, flow, null, List.of(), direction, delta);
  }

  private static Memberships joined() {
    return Memberships.NONE.plus(List.of(step(JOINED, BRANCH, Flow.ADMISSION, 1)));
  }

  private static Memberships moved() {
    return joined()
        .plus(
            List.of(step(MOVED, BRANCH, Flow.TRANSFER, -1), step(MOVED, OTHER, Flow.TRANSFER, 1)));
  }

  @Test
  void somebody_of_whom_nothing_was_told_belongs_nowhere() {
    assertThat(Memberships.NONE.on(JOINED)).isEmpty();
  }

  @Test
  void she_belongs_where_she_was_on_the_day() {
    assertThat(moved().on(MOVED.minusDays(1))).contains(new Belonging(BRANCH, List.of(), true));
    assertThat(moved().on(MOVED)).contains(new Belonging(OTHER, List.of(), true));
  }

  @Test
  void before_she_joined_and_after_she_left_she_was_no_member_there() {
    var left = joined().plus(List.of(step(MOVED, BRANCH, Flow.RESIGNATION, -1)));

    assertThat(left.on(JOINED.minusDays(1))).contains(new Belonging(BRANCH, List.of(), false));
    assertThat(left.on(MOVED)).contains(new Belonging(BRANCH, List.of(), false));
  }

  @Test
  void what_is_taken_back_never_was() {
    var corrected = joined().plus(List.of(step(JOINED, BRANCH, Flow.ADMISSION, -1)));

    assertThat(corrected).isEqualTo(Memberships.NONE);
  }
}

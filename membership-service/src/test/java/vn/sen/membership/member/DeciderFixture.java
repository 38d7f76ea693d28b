package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.membership.orgunit.UnitsMother;

/** A province, a branch in it, and members of that branch to decide about. */
abstract class DeciderFixture {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  static final LocalDate LATER = LocalDate.of(2023, 6, 1);

  final UnitsMother map = new UnitsMother();
  final UUID commune = map.commune();
  final UUID branch = map.branchOf(commune);
  final UUID other = map.branch();
  final Decider decider = new Decider(map, map, TODAY);

  static MembershipChange change(
      LocalDate date, UUID unit, Flow flow, @Nullable UUID counterpart, int delta) {
    return change(date, unit, delta > 0 ? Direction.IN : Direction.OUT, flow, counterpart, delta);
  }

  static MembershipChange takenBack(
      LocalDate date, UUID unit, Flow flow, @Nullable UUID counterpart, int delta) {
    return change(date, unit, delta > 0 ? Direction.OUT : Direction.IN, flow, counterpart, delta);
  }

  private static MembershipChange change(
      LocalDate date,
      UUID unit,
      Direction direction,
      Flow flow,
      @Nullable UUID counterpart,
      int delta) {
    return new MembershipChange(
        date, unit, List.of(), MemberType.ORDINARY, flow, counterpart, List.of(), direction, delta);
  }

  Member given(MemberCommand.Beginning beginning, MemberCommand... commands) {
    var member = decider.begin(beginning).state();
    for (var command : commands) {
      member = decider.decide(member, command).state();
    }
    return member;
  }

  Member given(MemberCommand... commands) {
    return given(MemberMother.registered(branch), commands);
  }

  static MemberCommand.Depart left(LocalDate on, Flow reason) {
    return new MemberCommand.Depart(on, reason, null);
  }

  static void refuses(
      Class<? extends RuleViolation> rule, String pointer, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            rule, e -> assertThat(((RuleViolation) e).pointer()).isEqualTo(pointer));
  }
}

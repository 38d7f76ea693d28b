package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.membership.member.Member.Enrolled;
import vn.sen.membership.orgunit.UnitsMother;

/** Whatever is commanded in whatever order, the events always add up to the present timeline. */
class TimelineProperties {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);

  private static final UnitsMother MAP = new UnitsMother();
  private static final UUID COMMUNE = MAP.commune();
  private static final List<UUID> UNITS =
      List.of(MAP.branchOf(COMMUNE), MAP.branchOf(COMMUNE), MAP.branch());
  private static final Split SPLIT = MAP.split(COMMUNE, LocalDate.of(2024, 11, 1));
  private static final Decider DECIDER = new Decider(MAP, MAP, TODAY);

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 1_500).map(MemberMother.JOINED::plusDays);
  }

  @Provide
  static Arbitrary<List<MemberCommand>> commands() {
    var units = Arbitraries.of(UNITS);
    Arbitrary<MemberCommand> command =
        Arbitraries.oneOf(
            Combinators.combine(units, days()).as(MemberCommand.Transfer::new),
            Combinators.combine(Arbitraries.of(MemberType.values()), days())
                .as(MemberCommand.ChangeType::new),
            Combinators.combine(
                    days(), Arbitraries.of(Flow.RESIGNATION, Flow.MOVE_OUT, Flow.EXPULSION))
                .as((on, reason) -> new MemberCommand.Depart(on, reason, null)),
            Combinators.combine(units, days()).as(MemberCommand.Readmit::new),
            days().map(day -> new MemberCommand.CorrectJoining(day.minusDays(700))),
            Arbitraries.of(SPLIT.successors())
                .map(successor -> new MemberCommand.Follow(SPLIT.redrawingId(), successor)));
    return command.list().ofMaxSize(25);
  }

  @Property(tries = 500)
  void theChangesOfAllEventsAddUpToThePresentTimeline(
      @ForAll("commands") List<MemberCommand> commands) {
    // given
    var begun = DECIDER.begin(MemberMother.registered(UNITS.getFirst()));
    Member member = begun.state();
    var told = new ArrayList<MembershipChange>();
    begun.events().forEach(e -> told.addAll(((MemberEvent) e).changes()));

    // when
    for (var command : commands) {
      try {
        var decision = DECIDER.decide(member, command);
        decision.events().forEach(e -> told.addAll(((MemberEvent) e).changes()));
        member = decision.state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }

    // then
    assertThat(net(told)).isEqualTo(net(((Enrolled) member).timeline().changes()));
    assertThat(told.stream().mapToInt(MembershipChange::delta).sum())
        .isEqualTo(member.status() == Member.Status.ACTIVE ? 1 : 0);
  }

  @Property(tries = 300)
  void noEventCarriesStepsThatCancelOut(@ForAll("commands") List<MemberCommand> commands) {
    Member member = DECIDER.begin(MemberMother.registered(UNITS.getFirst())).state();
    for (var command : commands) {
      try {
        var decision = DECIDER.decide(member, command);
        for (var event : decision.events()) {
          var changes = ((MemberEvent) event).changes();
          assertThat(net(changes)).hasSameSizeAs(changes).doesNotContainValue(0);
          assertThat(changes).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        }
        member = decision.state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }
  }

  @Property(tries = 300)
  void staysFollowEachOther(@ForAll("commands") List<MemberCommand> commands) {
    Member member = DECIDER.begin(MemberMother.registered(UNITS.getFirst())).state();
    for (var command : commands) {
      try {
        member = DECIDER.decide(member, command).state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }
    LocalDate last = LocalDate.MIN;
    for (var stint : ((Enrolled) member).timeline().stints()) {
      assertThat(stint.in().on()).isAfterOrEqualTo(last);
      last = stint.out() == null ? LocalDate.MAX : stint.out().on();
      assertThat(last).isAfterOrEqualTo(stint.in().on());
    }
  }

  private static Map<MembershipChange, Integer> net(List<MembershipChange> changes) {
    var net = new HashMap<MembershipChange, Integer>();
    for (var c : changes) {
      var key =
          new MembershipChange(
              c.date(),
              c.unit(),
              c.via(),
              c.type(),
              c.flow(),
              c.counterpart(),
              c.counterpartVia(),
              c.direction(),
              0);
      net.merge(key, c.delta(), (a, b) -> a + b == 0 ? null : a + b);
    }
    return net;
  }
}

package vn.sen.membership.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.communitygroup.GroupMother.FOUNDED;
import static vn.sen.membership.communitygroup.GroupMother.PROJECT_8;
import static vn.sen.membership.communitygroup.GroupMother.TODAY;
import static vn.sen.membership.communitygroup.GroupMother.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.CommunityGroupEvent;
import vn.sen.events.membership.GroupChange;
import vn.sen.events.membership.GroupClosingReason;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.membership.orgunit.UnitsMother;

/** Whatever is told of a group in whatever order, the events add up to what it is known to be. */
class GroupFiguresProperties {

  private static final UnitsMother MAP = new UnitsMother();
  private static final UUID COMMUNE = MAP.commune();
  private static final UUID OTHER = MAP.commune();
  private static final Split SPLIT = MAP.split(COMMUNE, LocalDate.of(2024, 11, 1));
  private static final List<UUID> PEOPLE =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  private static final List<UUID> MEETINGS = List.of(UUID.randomUUID(), UUID.randomUUID());

  /** A command to a group. */
  private interface Command extends Function<CommunityGroup, Decision<CommunityGroup>> {}

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-60, 900).map(FOUNDED::plusDays);
  }

  @Provide
  static Arbitrary<List<Command>> commands() {
    var people = Arbitraries.of(PEOPLE);
    Arbitrary<Command> command =
        Arbitraries.oneOf(
            Combinators.combine(people, days())
                .as((who, on) -> g -> g.join(List.of(who), on, TODAY)),
            Combinators.combine(people, days()).as((who, on) -> g -> g.leave(who, on, TODAY)),
            Combinators.combine(people, days(), days())
                .as((who, from, to) -> g -> g.correctStay(who, from, to, TODAY)),
            Combinators.combine(people, days(), Arbitraries.of(true, false))
                .as((who, on, forGood) -> g -> forGood ? g.gone(who, on) : g.leftForATime(who, on)),
            Combinators.combine(Arbitraries.integers().between(0, 20), days())
                .as((count, from) -> g -> g.stateOthers(count, from, TODAY)),
            Combinators.combine(Arbitraries.of(MEETINGS), days(), people)
                .as((id, on, who) -> g -> g.meet(meeting(id, on, 3, who), TODAY)),
            Arbitraries.of(MEETINGS).map(id -> g -> g.cancelMeeting(id)),
            Combinators.combine(Arbitraries.of(PROJECT_8, "NTM"), days())
                .as((programme, from) -> g -> g.sponsor(programme, from, TODAY)),
            Combinators.combine(Arbitraries.of(COMMUNE, OTHER), days())
                .as((unit, on) -> g -> g.correct(GroupMother.registered(MAP, unit, on))),
            days().map(on -> g -> g.close(GroupClosingReason.INACTIVE, null, on, TODAY)),
            Arbitraries.just(CommunityGroup::cancelClosing),
            Arbitraries.of(SPLIT.successors())
                .map(to -> g -> g.follow(SPLIT.redrawingId(), to, MAP, MAP)));
    return command.list().ofMaxSize(25);
  }

  @Property(tries = 500)
  void theChangesOfAllEventsAddUpToTheGroup(@ForAll("commands") List<Command> commands) {
    // given
    var founded = CommunityGroup.found(GroupMother.registered(MAP, COMMUNE, FOUNDED), PROJECT_8);
    var group = founded.state();
    var told = new ArrayList<GroupChange>(changes(founded));

    // when
    for (var command : commands) {
      try {
        var decision = command.apply(group);
        assertThat(decision.events()).hasSizeLessThanOrEqualTo(1);
        told.addAll(changes(decision));
        group = decision.state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }

    // then on every day
    for (var day = FOUNDED.minusDays(61); day.isBefore(TODAY); day = day.plusDays(13)) {
      assertThat(sums(told, day)).as("on " + day).isEqualTo(known(group, day));
    }
  }

  private static List<GroupChange> changes(Decision<CommunityGroup> decision) {
    return decision.events().stream()
        .map(CommunityGroupEvent.class::cast)
        .flatMap(event -> event.changes().stream())
        .toList();
  }

  private record Key(GroupPlace place, GroupMeasure measure) {}

  private static Map<Key, Long> sums(List<GroupChange> told, LocalDate day) {
    var sums = new HashMap<Key, Long>();
    told.stream()
        .filter(change -> !change.date().isAfter(day))
        .forEach(c -> sums.merge(new Key(c.place(), c.measure()), c.delta(), Long::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  /** What the group is known to be at the end of a day, counted without any figures of events. */
  private static Map<Key, Long> known(CommunityGroup group, LocalDate day) {
    var known = new HashMap<Key, Long>();
    if (group.livesOn(day)) {
      var place = group.placeOn(day);
      known.put(new Key(place, GroupMeasure.GROUPS), 1L);
      known.put(new Key(place, GroupMeasure.MEMBERS), (long) group.membersOn(day).size());
      known.put(new Key(place, GroupMeasure.OTHERS), (long) group.othersOn(day));
    }
    count(known, group, group.registration().foundedOn(), day, GroupMeasure.FOUNDED, 1);
    var closing = group.closing();
    if (closing != null) {
      count(known, group, closing.on(), day, GroupMeasure.CLOSED, 1);
    }
    for (var meeting : group.meetings()) {
      count(known, group, meeting.on(), day, GroupMeasure.MEETINGS, 1);
      count(known, group, meeting.on(), day, GroupMeasure.TURNS, meeting.turns());
    }
    known.values().removeIf(sum -> sum == 0);
    return known;
  }

  private static void count(
      Map<Key, Long> known,
      CommunityGroup group,
      LocalDate on,
      LocalDate day,
      GroupMeasure measure,
      long amount) {
    if (!on.isAfter(day)) {
      known.merge(new Key(group.placeOn(on), measure), amount, Long::sum);
    }
  }
}

package vn.sen.reporting.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.reporting.change.Difference.Figure;
import vn.sen.reporting.change.Difference.Turnover;
import vn.sen.reporting.lending.LendingFigures;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingRow;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;

/** Why there are more or fewer households and loans. */
class HouseholdChangesTest {

  private static final LocalDate KNOWN_AT = LocalDate.of(2024, 1, 10);
  private static final LocalDate BEFORE = LocalDate.of(2023, 12, 1);
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

  private final SmallProvince units = new SmallProvince();
  private final LendingWorld world = new LendingWorld();
  private final UUID household = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final LendingWorld.Loan loan = lend(household);
  private final LendingWorld.Loan otherLoan = lend(other);
  private final int known = world.told().size();
  private final Counting<LendingRow, LendingFigures, LendingReports.Reading> counting =
      Countings.lending();

  private LendingWorld.Loan lend(UUID borrower) {
    return world.lend(world.place(world.vbsp, units.branchA1, borrower), 100, BEFORE);
  }

  private Changes changes(LocalDate asOf) {
    var steps = new MapSteps();
    var told = units.orgUnits();
    for (int i = 0; i < told.size(); i++) {
      var t = told.get(i);
      steps.counted(t.event(), new RecordMeta(t.aggregate(), t.sequence(), i), false);
    }
    var maps = steps.maps();
    var query = new ChangeQuery(units.communeA.toString(), asOf, BEFORE, KNOWN_AT);
    var slice =
        new Slice<>(
            counting, query, reading(known, maps), reading(world.told().size(), maps), maps);
    var log = world.told();
    for (int i = 0; i < log.size(); i++) {
      var t = log.get(i);
      slice.counted(t.event(), new RecordMeta(t.aggregate(), t.sequence(), i), i >= known);
    }
    return slice.changes();
  }

  private LendingReports.Reading reading(int first, MapSteps.Maps maps) {
    var figures = new LendingFigures();
    for (var t : world.told().subList(0, first)) {
      counting.view().fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures);
    }
    return counting.over(figures, maps.now());
  }

  private static long difference(Changes changes, String name) {
    return changes.difference().figures().stream()
        .filter(figure -> figure.name().equals(name))
        .mapToLong(Figure::difference)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoThatTurnOutToBeOneAreToldByTheDecision() {
    // given an officer who decides that two households are one, and one whom that does not concern
    world.merge(household, other, BEFORE);
    world.merge(UUID.randomUUID(), UUID.randomUUID(), BEFORE);
    // when the change is asked for
    var changes = changes(AS_OF);
    // then there is one household less, and the decision is the only event
    assertThat(difference(changes, "households")).isEqualTo(-1);
    assertThat(changes.events(null, 10))
        .extracting(ChangedEvent::type, ChangedEvent::cause, ChangedEvent::once)
        .containsExactly(
            tuple(
                "lending.household.merged.v1",
                Cause.HOUSEHOLDS_MATCHED,
                Map.of("households", List.of(household))));
    assertThat(changes.difference().once())
        .containsExactly(
            new Turnover("households", 0, 1, List.of(), List.of(household)),
            new Turnover("loans", 0, 0, List.of(), List.of()));
  }

  @Test
  void aDecisionOfALaterDayChangesNothingYet() {
    world.merge(household, other, AS_OF.plusDays(1));
    var changes = changes(AS_OF);
    assertThat(difference(changes, "households")).isZero();
    assertThat(changes.events(null, 10)).isEmpty();
  }

  @Test
  void whoPaysAllOfHerLoanIsToldByTheRepayment() {
    // given two households of which one pays back all, and the other a part
    loan.repay(100, KNOWN_AT.plusDays(5));
    otherLoan.repay(40, KNOWN_AT.plusDays(5));
    // when
    var changes = changes(AS_OF);
    // then both moved the debt, and one of them a household and a loan
    assertThat(difference(changes, "loans")).isEqualTo(-1);
    assertThat(changes.events(null, 10))
        .extracting(ChangedEvent::cause, e -> e.deltas().get("outstanding"), e -> e.once().keySet())
        .containsExactly(
            tuple(Cause.NEW_FACT, -100L, Set.of("households", "loans")),
            tuple(Cause.NEW_FACT, -40L, Set.of()));
  }

  @Test
  void twoDecisionsThatCancelEachOtherStillTellOfTheDayBetweenThem() {
    // given two that turn out to be one, and then to be two after all
    world.merge(household, other, BEFORE);
    world.unmerge(household, KNOWN_AT.plusDays(1));
    // then afterwards nothing is gained or lost
    assertThat(difference(changes(AS_OF), "households")).isZero();
    // and on a day between them they are one, by the first decision
    var between = changes(KNOWN_AT);
    assertThat(difference(between, "households")).isEqualTo(-1);
    assertThat(between.events(null, 10))
        .extracting(ChangedEvent::type)
        .containsExactly("lending.household.merged.v1");
  }
}

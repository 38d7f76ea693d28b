package vn.sen.reporting.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.reporting.change.Difference.SumOfCause;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipRow;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.membership.SmallProvince.Told;

/** What is said of a change, cause by cause. */
class ChangesTest {

  private static final LocalDate KNOWN_AT = LocalDate.of(2024, 1, 10);
  private static final LocalDate BEFORE = LocalDate.of(2023, 12, 1);
  private static final LocalDate AFTER = LocalDate.of(2024, 2, 1);
  private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

  private final SmallProvince world = new SmallProvince();
  private final int known = world.members().size();
  private final int mapKnown = world.orgUnits().size();
  private final Counting<MembershipRow, MembershipFigures, MembershipReports.Reading> counting =
      Countings.membership(new MembershipReporter(BigDecimal.valueOf(60)));

  private Changes changes(UUID unit, LocalDate hierarchy, int mapKnownThen) {
    return changes(unit, hierarchy, mapKnownThen, Duration.ofMinutes(1));
  }

  private Changes changes(UUID unit, LocalDate hierarchy, int mapKnownThen, Duration patience) {
    return changes(unit, AS_OF, hierarchy, mapKnownThen, patience);
  }

  private Changes changes(
      UUID unit, LocalDate asOf, LocalDate hierarchy, int mapKnownThen, Duration patience) {
    var steps = new MapSteps();
    tell(world.orgUnits(), mapKnownThen, steps);
    var maps = steps.maps();
    var query = new ChangeQuery(unit.toString(), asOf, hierarchy, KNOWN_AT);
    var slice =
        new Slice<>(
            counting,
            query,
            reading(known, maps),
            reading(world.members().size(), maps),
            maps,
            patience);
    tell(world.members(), known, slice);
    return slice.changes();
  }

  private static void tell(List<Told> told, int knownThen, Witness witness) {
    for (int i = 0; i < told.size(); i++) {
      var t = told.get(i);
      witness.counted(t.event(), new RecordMeta(t.aggregate(), t.sequence(), i), i >= knownThen);
    }
  }

  private MembershipReports.Reading reading(int first, MapSteps.Maps maps) {
    var figures = new MembershipFigures();
    for (var t : world.members().subList(0, first)) {
      counting.view().fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures);
    }
    return counting.over(figures, maps.now());
  }

  private static Map<Cause, Long> members(Changes changes) {
    return changes.difference().causes().stream()
        .filter(c -> c.deltas().containsKey("members"))
        .collect(Collectors.toMap(SumOfCause::cause, c -> c.deltas().get("members")));
  }

  @Test
  void tellsWhatIsNewFromWhatWasLateAndWhatWasWrong() {
    // given two members entered late, three who came afterwards, and one import taken back
    world.imported(UUID.randomUUID(), world.branchA1, BEFORE);
    world.imported(UUID.randomUUID(), world.branchA1, KNOWN_AT);
    for (int i = 0; i < 3; i++) {
      world.imported(UUID.randomUUID(), world.branchB1, AFTER);
    }
    var slip = world.imported(UUID.randomUUID(), world.branchB1, AFTER);
    world.withdrawn(slip, UUID.randomUUID());
    // when the change of the province is asked for
    var changes = changes(world.province, AS_OF, mapKnown);
    // then each is told by its cause
    assertThat(members(changes))
        .isEqualTo(Map.of(Cause.LATE_ENTRY, 2L, Cause.NEW_FACT, 4L, Cause.CORRECTION, -1L));
    assertThat(changes.events(null, 100))
        .extracting(ChangedEvent::type)
        .filteredOn("membership.member.withdrawn.v1"::equals)
        .hasSize(1);
  }

  @Test
  void leavesOutWhatDoesNotTouchTheFigure() {
    // given events of another commune, of a later business date, and within the unit
    world.imported(UUID.randomUUID(), world.branchB1, BEFORE);
    world.imported(UUID.randomUUID(), world.branchA1, AS_OF.plusDays(1));
    var inside = world.members().getFirst().aggregate();
    world.transfer(inside, world.branchA2, world.branchA1, BEFORE);
    // when the change of the commune is asked for, nothing has moved
    var changes = changes(world.communeA, AS_OF, mapKnown);
    assertThat(members(changes)).isEmpty();
    assertThat(changes.events(null, 100)).isEmpty();
  }

  @Test
  void aRedrawingThatBecameKnownMovesWhatWasKnown() {
    // given that the split of November 2024 was not known then
    var told = world.orgUnits().stream().map(Told::event).toList();
    int beforeTheSplit =
        told.indexOf(told.stream().filter(MapRedrawn.class::isInstance).findFirst().orElseThrow());
    // when the figures are shown by the map after it
    var changes = changes(world.newA, SmallProvince.SPLIT, beforeTheSplit);
    // then all members of the new unit came by the map, told by the events that drew it
    long members = changes.difference().figures().getFirst().now();
    assertThat(members).isPositive();
    assertThat(members(changes)).isEqualTo(Map.of(Cause.MAP, members));
    assertThat(changes.events(null, 100))
        .extracting(ChangedEvent::cause)
        .containsOnly(Cause.MAP)
        .hasSize(2);
  }

  @Test
  void whatMapsChangeForWhichThereIsNoTimeIsToldInOneSum() {
    // given a map that is not known, and no time
    var changes = changes(world.communeA, AS_OF, 0, Duration.ZERO);
    // then all came by the map, no event is listed for it, and that is said
    long members = changes.difference().figures().getFirst().now();
    assertThat(members).isPositive();
    assertThat(members(changes)).isEqualTo(Map.of(Cause.MAP, members));
    assertThat(changes.events(null, 100)).isEmpty();
    assertThat(changes.difference().inSumsAlone()).isPositive();
    assertThat(changes.difference().allListed()).isFalse();
    // and the numbers of women that were stated are no redrawing
    assertThat(women(changes)).isEqualTo(Map.of(Cause.WOMEN_STATED, 50L));
  }

  private static Map<Cause, Long> women(Changes changes) {
    return changes.difference().causes().stream()
        .filter(c -> c.deltas().containsKey("women.WOMEN_PRESENT"))
        .collect(Collectors.toMap(SumOfCause::cause, c -> c.deltas().get("women.WOMEN_PRESENT")));
  }

  private static long sum(List<ChangedEvent> events, Cause cause, String figure) {
    return events.stream()
        .filter(event -> event.cause() == cause)
        .mapToLong(event -> event.deltas().getOrDefault(figure, 0L))
        .sum();
  }

  @Test
  void howeverManyNumbersAreStatedTheyAreListedAndHideNoRedrawing() {
    // given that the split was not known then, and that more was stated since than maps are drawn
    var told = world.orgUnits().stream().map(Told::event).toList();
    int beforeTheSplit =
        told.indexOf(told.stream().filter(MapRedrawn.class::isInstance).findFirst().orElseThrow());
    for (int i = 1; i <= 220; i++) {
      world.present(world.newA, 1_000 + i, SmallProvince.SPLIT.plusDays(i % 100));
    }
    // when the figures are shown by the map after it, of a day after all numbers
    var day = SmallProvince.MERGER.minusDays(1);
    var changes = changes(world.newA, day, day, beforeTheSplit, Duration.ofMinutes(1));
    // then the members came by the redrawing, which is listed
    var events = changes.events(null, 1_000);
    long members = changes.difference().figures().getFirst().now();
    assertThat(members(changes)).isEqualTo(Map.of(Cause.MAP, members));
    assertThat(sum(events, Cause.MAP, "members")).isEqualTo(members).isPositive();
    // and the women were stated, by events that are listed
    long stated = sum(events, Cause.WOMEN_STATED, "women.WOMEN_PRESENT");
    assertThat(women(changes).get(Cause.WOMEN_STATED)).isEqualTo(stated).isPositive();
    assertThat(changes.difference().inSumsAlone()).isZero();
    assertThat(changes.difference().allListed()).isTrue();
  }

  @Test
  void aNumberOfWomenThatWasStatedIsACauseOfItsOwn() {
    // given that the units were known then, but no number
    var told = world.orgUnits().stream().map(Told::event).toList();
    int beforeTheFirst =
        told.indexOf(
            told.stream().filter(WomenCountStated.class::isInstance).findFirst().orElseThrow());
    var changes = changes(world.communeA, AS_OF, beforeTheFirst);
    // then
    var women =
        changes.difference().causes().stream()
            .filter(c -> c.cause() == Cause.WOMEN_STATED)
            .findFirst()
            .orElseThrow();
    assertThat(women.deltas())
        .isEqualTo(Map.of("women.ALL_WOMEN", 100L, "women.WOMEN_PRESENT", 50L));
  }
}

package vn.sen.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.chassis.org.PhuYenMother.BEGINNING;
import static vn.sen.chassis.org.PhuYenMother.FIRST_REDRAWING;
import static vn.sen.chassis.org.PhuYenMother.SECOND_REDRAWING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Caller.Appointment;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.PhuYenMother;

/** Who reaches whom on the real map of Phú Yên, seen from August 2025. */
class ScopeTest {

  private static final LocalDate TODAY = LocalDate.parse("2025-08-01");
  private static final LocalDate IN_2023 = LocalDate.parse("2023-12-31");

  private final PhuYenMother phuYen = new PhuYenMother();
  private final UUID province = phuYen.unit("54", BEGINNING);
  private final UUID successor = phuYen.unit("66", SECOND_REDRAWING);
  private final UUID city = phuYen.unit("555", BEGINNING);
  private final UUID ward8 = phuYen.unit("22018", BEGINNING);
  private final UUID ward9 = phuYen.unit("22024", BEGINNING);
  private final UUID ward2 = phuYen.unit("22018", FIRST_REDRAWING);
  private final Scope scope =
      new Scope(
          phuYen::map,
          _ -> Optional.empty(),
          Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

  private boolean reaches(UUID own, UUID unit, LocalDate day) {
    return scope.covers(CallerMother.at(own, Role.VIEWER), unit, List.of(), day);
  }

  @Test
  void aUnitReachesItselfAndWhatLiesBelowItOnTheDayInQuestion() {
    assertThat(reaches(city, city, IN_2023)).isTrue();
    assertThat(reaches(city, ward8, IN_2023)).isTrue();
    assertThat(reaches(ward8, city, IN_2023)).isFalse();
    assertThat(reaches(ward8, ward9, IN_2023)).isFalse();
  }

  @Test
  void aSuccessorReachesTheHistoryOfWhatWasMergedIntoIt() {
    // ward 8 went whole into ward 2 in 2024, the province whole into 66 in 2025
    assertThat(reaches(ward2, ward8, IN_2023)).isFalse();
    assertThat(scope.covers(CallerMother.at(ward2, Role.VIEWER), ward8, List.of(), FIRST_REDRAWING))
        .isTrue();
    assertThat(reaches(successor, province, IN_2023)).isTrue();
    assertThat(reaches(successor, ward8, IN_2023)).isTrue();
  }

  @Test
  void aUnitThatWasSplitIsReachedFromAboveAllItsSuccessorsOnly() {
    // given ward 9, split among three wards
    var parts = phuYen.map().successorsOf(ward9);

    // then
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts).noneMatch(part -> reaches(part, ward9, FIRST_REDRAWING));
    assertThat(reaches(city, ward9, FIRST_REDRAWING)).isTrue();
  }

  @Test
  void aSuccessorTakesWhatASplitLeftOpenAndNothingThatTheOtherHas() {
    // given a commune that was split in 2025, and its successors
    var split =
        phuYen.map().splits().stream()
            .filter(s -> s.on().equals(SECOND_REDRAWING))
            .findFirst()
            .orElseThrow();
    var parts = split.successors().stream().sorted().toList();
    var one = parts.getFirst();
    var other = parts.getLast();
    var officer = scope.reach(CallerMother.at(one, Role.OFFICER));
    var above = scope.reach(CallerMother.at(successor, Role.OFFICER));
    var unit = split.unit();

    // then
    assertThat(scope.mayAssign(officer, unit, List.of(), split, one)).isTrue();
    assertThat(scope.mayAssign(officer, unit, List.of(), split, other)).isFalse();
    assertThat(scope.mayAssign(officer, unit, List.of(other), split, one)).isFalse();
    assertThat(scope.mayAssign(officer, unit, List.of(one), split, other))
        .as("what is hers she may give away")
        .isTrue();
    assertThat(scope.mayAssign(above, unit, List.of(other), split, one)).isTrue();
    var stranger = scope.reach(CallerMother.at(province, Role.OFFICER));
    assertThat(scope.mayAssign(stranger, unit, List.of(), split, one)).isFalse();
  }

  @Test
  void whatASplitLeftOpenIsFoundByEachSuccessorAndByTheOthersNotAtAll() {
    // given a commune that was split in 2025, officers of its successors, and one above both
    var split =
        phuYen.map().splits().stream()
            .filter(s -> s.on().equals(SECOND_REDRAWING))
            .findFirst()
            .orElseThrow();
    var parts = split.successors().stream().sorted().toList();
    var one = CallerMother.at(parts.getFirst(), Role.VIEWER);
    var other = CallerMother.at(parts.getLast(), Role.VIEWER);
    var above = CallerMother.at(successor, Role.VIEWER);
    var unit = split.unit();
    var taken = List.of(parts.getLast());

    // then
    assertThat(scope.mayTake(one, unit, List.of())).isTrue();
    assertThat(scope.mayTake(other, unit, List.of())).isTrue();
    assertThat(scope.mayTake(one, unit, taken)).isFalse();
    assertThat(scope.mayTake(CallerMother.at(ward2, Role.VIEWER), unit, List.of())).isFalse();
    assertThat(scope.openTo(one, null))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.units()).contains(unit);
              assertThat(open.successors()).isEqualTo(split.successors());
            });
    assertThat(scope.openTo(one, unit)).extracting(Scope.Open::units).containsOnly(Set.of(unit));
    assertThat(scope.openTo(above, null)).as("she sees the unit itself").isEmpty();
    assertThat(scope.seenBy(above, null)).contains(unit);
  }

  @Test
  void whoWasAssignedToASuccessorIsReachedFromThere() {
    var part = phuYen.map().successorsOf(ward9).getFirst();

    assertThat(
            scope.covers(
                CallerMother.at(part, Role.OFFICER), ward9, List.of(part), FIRST_REDRAWING))
        .isTrue();
  }

  @Test
  void aUnitStillUnderWayToTheMapIsReachedFromAboveIt() {
    // given a branch that only the database knows yet
    var branch = UUID.randomUUID();
    var known = phuYen.map().unit(ward8).orElseThrow();
    var unit =
        new OrgUnit(branch, "B1", known.level(), ward8, BEGINNING, null, true, known.names());
    var patient =
        new Scope(
            phuYen::map,
            id -> id.equals(branch) ? Optional.of(unit) : Optional.empty(),
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    // then
    assertThat(patient.covers(CallerMother.at(city, Role.OFFICER), branch, List.of(), IN_2023))
        .isTrue();
    assertThat(patient.covers(CallerMother.at(ward9, Role.OFFICER), branch, List.of(), IN_2023))
        .isFalse();
  }

  @Test
  void theWholeUnionReachesEvenWhatNobodyKnows() {
    assertThat(scope.covers(CallerMother.officer(), UUID.randomUUID(), List.of(), TODAY)).isTrue();
    assertThat(reaches(successor, UUID.randomUUID(), TODAY)).isFalse();
  }

  @Test
  void whatIsOutOfReachIsRefusedByTheFieldThatNamesIt() {
    assertThatThrownBy(
            () -> scope.require(CallerMother.at(ward8, Role.OFFICER), ward9, IN_2023, "/unitId"))
        .isInstanceOfSatisfying(
            OutOfScope.class, refusal -> assertThat(refusal.pointer()).isEqualTo("/unitId"));
  }

  @Test
  void onlyAProvinceOrTheWholeUnionActsForEverybody() {
    scope.requireTop(CallerMother.officer());
    scope.requireTop(CallerMother.at(successor, Role.ADMINISTRATOR));
    var officer = CallerMother.at(city, Role.ADMINISTRATOR);
    assertThatThrownBy(() -> scope.requireTop(officer)).isInstanceOf(OutOfScope.class);
  }

  @Test
  void sheActsOnlyWhereSheHasTheRole() {
    // given an officer of one ward who may look at another one
    var caller =
        CallerMother.with(
            new Appointment(ward8, Set.of(Role.OFFICER)),
            new Appointment(ward9, Set.of(Role.VIEWER)));

    // when
    var writing = caller.acting(Set.of(Role.OFFICER));
    var reading = caller.acting(Set.of(Role.VIEWER));

    // then an officer may look as well
    assertThat(scope.reach(writing).units()).containsExactly(ward8);
    assertThat(scope.reach(reading).units()).containsExactlyInAnyOrder(ward8, ward9);
    assertThat(caller.acting(Set.of(Role.APPROVER)).appointments()).isEmpty();
  }
}

package vn.sen.membership.orgunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitRenamed;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitStated;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitWithdrawn;
import vn.sen.events.membership.OrgUnitEvent.WomenCountProposed;
import vn.sen.events.membership.OrgUnitEvent.WomenCountRejected;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

class UnitTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final String AUTHOR = "author";
  private static final String APPROVER = "approver";
  private static final LocalDate SPLIT_ON = LocalDate.of(2024, 11, 1);

  private final UnitsMother map = new UnitsMother();

  private Decision<Unit> found(
      UnitLevel level, UnitKind kind, @Nullable UUID parent, LocalDate from, boolean territorial) {
    return Unit.found(
        UUID.randomUUID(),
        new Founding("A-1", "  Chi  hội 1 ", level, kind, parent, from, territorial),
        map);
  }

  private Decision<Unit> decide(UUID unit, UnitCommand command) {
    return decide(Unit.setUpByRedrawing(unit), command);
  }

  private Decision<Unit> decide(Unit unit, UnitCommand command) {
    return unit.decide(command, map.unit(unit.id()).orElseThrow(), map, map, TODAY);
  }

  private static List<DomainEvent> events(Decision<Unit> decision) {
    return List.copyOf(decision.events());
  }

  @Nested
  class SettingUp {

    @Test
    void keepsNameAndCodeTidy() {
      var commune = map.commune();

      var decision = found(UnitLevel.BRANCH, UnitKind.BRANCH, commune, UnitsMother.FOUNDED, true);

      assertThat(events(decision))
          .containsExactly(
              new OrgUnitCreated(
                  "A-1",
                  "Chi hội 1",
                  UnitLevel.BRANCH,
                  UnitKind.BRANCH,
                  commune,
                  UnitsMother.FOUNDED,
                  true));
      assertThat(decision.state().keys()).containsExactly("code:A-1@1990-01-01");
    }

    @ParameterizedTest
    @CsvSource({
      "PROVINCE, PROVINCE, COMMUNE",
      "DISTRICT, DISTRICT, ",
      "COMMUNE, WARD, ",
      "COMMUNE, WARD, COMMUNE",
      "BRANCH, BRANCH, PROVINCE",
      "TEAM, TEAM, COMMUNE"
    })
    void refusesAParentOfTheWrongLevel(UnitLevel level, UnitKind kind, @Nullable UnitLevel parent) {
      var above =
          parent == null ? null : parent == UnitLevel.COMMUNE ? map.commune() : map.province();

      assertThatThrownBy(() -> found(level, kind, above, UnitsMother.FOUNDED, true))
          .isInstanceOf(UnitRules.ParentOfWrongLevel.class);
    }

    @Test
    void letsUnitsWithoutTerritoryStandAnywhereAboveThem() {
      var police =
          map.unit(UnitLevel.DISTRICT, UnitKind.OTHER, map.province(), UnitsMother.FOUNDED, false);

      var branch = found(UnitLevel.BRANCH, UnitKind.BRANCH, police, UnitsMother.FOUNDED, false);

      assertThat(branch.events()).hasSize(1);
    }

    @Test
    void refusesAParentThatIsNotThereOnTheFirstDay() {
      var commune = map.commune();
      map.closed(commune, LocalDate.of(2024, 11, 1));

      assertThatThrownBy(
              () ->
                  found(
                      UnitLevel.BRANCH, UnitKind.BRANCH, commune, LocalDate.of(2024, 11, 1), true))
          .isInstanceOfSatisfying(
              UnitRules.UnitNotInForce.class, e -> assertThat(e.pointer()).isEqualTo("/parentId"));
    }

    @Test
    void refusesAKindOfAnotherLevel() {
      assertThatThrownBy(
              () ->
                  found(UnitLevel.BRANCH, UnitKind.WARD, map.commune(), UnitsMother.FOUNDED, true))
          .isInstanceOf(UnitRules.KindDoesNotFitLevel.class);
    }

    @Test
    void refusesACodeThatAnotherUnitBearsThen() {
      var taken = map.unit(map.commune()).orElseThrow().code();
      var founding =
          new Founding(
              taken,
              "Phường 1",
              UnitLevel.COMMUNE,
              UnitKind.WARD,
              map.province(),
              LocalDate.of(2000, 1, 1),
              true);

      assertThatThrownBy(() -> Unit.found(UUID.randomUUID(), founding, map))
          .isInstanceOfSatisfying(
              UnitRules.CodeInUse.class, e -> assertThat(e.status()).isEqualTo(409));
    }

    @Test
    void takesACodeAgainAfterItsBearerIsGone() {
      var gone = map.commune();
      var on = LocalDate.of(2025, 7, 1);
      map.closed(gone, on);
      var founding =
          new Founding(
              map.unit(gone).orElseThrow().code(),
              "Phường Tuy Hòa",
              UnitLevel.COMMUNE,
              UnitKind.WARD,
              map.province(),
              on,
              true);

      assertThat(Unit.found(UUID.randomUUID(), founding, map).events()).hasSize(1);
    }
  }

  @Nested
  class Renaming {

    @Test
    void holdsFromADayOn() {
      var commune = map.commune();
      var from = LocalDate.of(2005, 1, 5);

      var decision = decide(commune, new UnitCommand.Rename("Xã  Hòa Hải", null, from));

      assertThat(events(decision))
          .containsExactly(new OrgUnitRenamed("Xã Hòa Hải", UnitKind.WARD, from));
    }

    @Test
    void toldTwiceChangesNothing() {
      var command = new UnitCommand.Rename("Xã Hòa Hải", null, LocalDate.of(2005, 1, 5));
      var renamed = decide(map.commune(), command).state();

      assertThat(decide(renamed, command).events()).isEmpty();
    }

    @Test
    void outsideTheUnitsLifeIsRefused() {
      var commune = map.commune();

      assertThatThrownBy(
              () ->
                  decide(
                      commune, new UnitCommand.Rename("X", null, UnitsMother.FOUNDED.minusDays(1))))
          .isInstanceOf(UnitRules.OutsideTheUnitsLife.class);
    }
  }

  @Nested
  class Closing {

    @Test
    void happensOnce() {
      var branch = map.branch();
      var on = LocalDate.of(2023, 5, 1);

      var decision = decide(branch, new UnitCommand.Close(on));

      assertThat(events(decision)).containsExactly(new OrgUnitClosed(on));
      assertThat(decision.state().keys()).containsExactly("closes:" + branch);
      map.closed(branch, on);
      assertThatThrownBy(() -> decide(branch, new UnitCommand.Close(on)))
          .isInstanceOf(UnitRules.UnitAlreadyClosed.class);
    }

    @Test
    void waitsForTheUnitsBelow() {
      var commune = map.commune();
      map.branchOf(commune);

      assertThatThrownBy(() -> decide(commune, new UnitCommand.Close(LocalDate.of(2023, 5, 1))))
          .isInstanceOf(UnitRules.UnitsStillBelow.class);
    }

    @Test
    void afterARedrawingIsRefused() {
      var commune = map.commune();
      map.split(commune, SPLIT_ON);

      assertThatThrownBy(() -> decide(commune, new UnitCommand.Close(LocalDate.of(2025, 1, 1))))
          .isInstanceOf(UnitRules.UnitAlreadyClosed.class);
    }
  }

  @Nested
  class StatingWomen {

    private final LocalDate asOf = LocalDate.of(2023, 12, 31);

    private UnitCommand women(int count) {
      return new UnitCommand.ProposeWomen(
          WomenDefinition.WOMEN_18_PLUS, count, asOf, "Báo cáo xã", AUTHOR);
    }

    private UnitCommand approvedBy(String approver) {
      return new UnitCommand.ApproveWomen(WomenDefinition.WOMEN_18_PLUS, asOf, approver);
    }

    private Unit stated(Unit unit, int count) {
      return decide(decide(unit, women(count)).state(), approvedBy(APPROVER)).state();
    }

    @Test
    void isAProposalAtFirst() {
      var decision = decide(map.commune(), women(2_105));

      assertThat(events(decision))
          .containsExactly(new WomenCountProposed(WomenDefinition.WOMEN_18_PLUS, asOf, AUTHOR));
      assertThat(decision.state().women()).isEmpty();
    }

    @Test
    void isKeptWithDefinitionDateSourceAndBothPeopleOnceApproved() {
      var proposed = decide(map.commune(), women(2_105)).state();

      var decision = decide(proposed, approvedBy(APPROVER));

      assertThat(events(decision))
          .containsExactly(
              new WomenCountStated(
                  WomenDefinition.WOMEN_18_PLUS,
                  2_105,
                  asOf,
                  "Báo cáo xã",
                  new Approval(AUTHOR, APPROVER)));
      assertThat(decision.state().proposedWomen()).isEmpty();
    }

    @Test
    void isNotApprovedByItsAuthor() {
      var proposed = decide(map.commune(), women(2_105)).state();

      assertThatThrownBy(() -> decide(proposed, approvedBy(AUTHOR)))
          .isInstanceOf(AuthorCannotApprove.class);
    }

    @Test
    void isDecidedOnce() {
      var proposed = decide(map.commune(), women(2_105)).state();
      var rejection = new UnitCommand.RejectWomen(WomenDefinition.WOMEN_18_PLUS, asOf, APPROVER);

      var rejected = decide(proposed, rejection);

      assertThat(events(rejected))
          .containsExactly(new WomenCountRejected(WomenDefinition.WOMEN_18_PLUS, asOf, APPROVER));
      assertThatThrownBy(() -> decide(rejected.state(), approvedBy(APPROVER)))
          .isInstanceOf(AlreadyDecided.class);
      assertThatThrownBy(() -> decide(rejected.state(), rejection))
          .isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void proposedAgainReplacesTheProposal() {
      var first = decide(map.commune(), women(2_105)).state();

      var second = decide(first, women(2_110)).state();

      assertThat(second.proposedWomen())
          .extracting(p -> p.content().count())
          .containsExactly(2_110);
      assertThat(decide(second, women(2_110)).events()).isEmpty();
    }

    @Test
    void againForTheSameDateReplaces() {
      var first = stated(Unit.setUpByRedrawing(map.commune()), 2_105);

      var second = stated(first, 2_110);

      assertThat(second.women()).extracting(Unit.StatedWomen::count).containsExactly(2_110);
      assertThat(decide(second, women(2_110)).events()).isEmpty();
    }

    @Test
    void forADayToComeIsRefused() {
      var command =
          new UnitCommand.ProposeWomen(
              WomenDefinition.ALL_WOMEN, 1, TODAY.plusDays(1), "Báo cáo xã", AUTHOR);

      assertThatThrownBy(() -> decide(map.commune(), command))
          .isInstanceOf(UnitRules.WomenStatedForTheFuture.class);
    }
  }

  @Nested
  class FollowingASuccessor {

    @Test
    void isPossibleForABranchOfTheSplitUnit() {
      var commune = map.commune();
      var branch = map.branchOf(commune);
      var split = map.split(commune, SPLIT_ON);
      var successor = split.successors().iterator().next();

      var decision = decide(branch, new UnitCommand.Follow(split.redrawingId(), successor));

      assertThat(events(decision))
          .containsExactly(new OrgUnitAssigned(split.redrawingId(), successor, SPLIT_ON));
    }

    @Test
    void theEarliestRedrawingComesFirst() {
      // given a branch that was assigned by many redrawings, told in no order of their days
      var branch = Unit.setUpByRedrawing(map.branch());
      var followed = new ArrayList<UUID>();
      for (int year = 0; year < 12; year++) {
        var on = SPLIT_ON.plusYears((5 * year) % 12);
        var split = map.split(map.commune(), on);
        var successor = split.successors().iterator().next();
        branch = branch.evolve(new OrgUnitAssigned(split.redrawingId(), successor, on));
        followed.add(successor);
      }

      // then
      assertThat(branch.followed(map))
          .containsExactlyInAnyOrderElementsOf(followed)
          .isSortedAccordingTo(Comparator.comparing(this::firstDay));
    }

    private LocalDate firstDay(UUID successor) {
      return map.unit(successor).orElseThrow().validFrom();
    }

    @Test
    void isRefusedForABranchOfAnotherUnit() {
      var split = map.split(map.commune(), SPLIT_ON);
      var stranger = map.branch();
      var successor = split.successors().iterator().next();

      assertThatThrownBy(
              () -> decide(stranger, new UnitCommand.Follow(split.redrawingId(), successor)))
          .isInstanceOf(UnitRules.NotConcernedByTheSplit.class);
    }

    @Test
    void isRefusedForTheSplitUnitItself() {
      var commune = map.commune();
      var split = map.split(commune, SPLIT_ON);
      var command =
          new UnitCommand.Follow(split.redrawingId(), split.successors().iterator().next());

      assertThatThrownBy(() -> decide(commune, command)).isInstanceOf(RuleViolation.class);
    }
  }

  @Nested
  class Traits {

    private final UUID commune = map.commune();

    private UnitCommand.StateTrait project8(@Nullable LocalDate until) {
      return new UnitCommand.StateTrait(UnitTrait.PROJECT_8_AREA, SPLIT_ON, until, " 861/QĐ-TTg ");
    }

    @Test
    void areStatedWithTheirDaysAndTheDocument() {
      var decision = decide(commune, project8(TODAY));

      assertThat(events(decision))
          .containsExactly(
              new UnitTraitStated(UnitTrait.PROJECT_8_AREA, SPLIT_ON, TODAY, "861/QĐ-TTg"));
      assertThat(decide(decision.state(), project8(TODAY)).events()).isEmpty();
    }

    @Test
    void areStatedAnewForTheirFirstDay() {
      var stated = decide(commune, project8(TODAY)).state();

      assertThat(decide(stated, project8(null)).state().traits())
          .containsExactly(
              new OrgUnit.Trait(UnitTrait.PROJECT_8_AREA, SPLIT_ON, null, "861/QĐ-TTg"));
    }

    @Test
    void areTakenBackByTheirFirstDay() {
      var stated = decide(commune, project8(null)).state();
      var withdrawal = new UnitCommand.WithdrawTrait(UnitTrait.PROJECT_8_AREA, SPLIT_ON);

      var decision = decide(stated, withdrawal);

      assertThat(events(decision))
          .containsExactly(new UnitTraitWithdrawn(UnitTrait.PROJECT_8_AREA, SPLIT_ON));
      assertThat(decision.state().traits()).isEmpty();
      assertThatThrownBy(() -> decide(decision.state(), withdrawal))
          .isInstanceOf(UnitRules.TraitNotStated.class);
    }

    @Test
    void belongToTheUnitsLifeAndEndAfterTheyBegin() {
      assertThatThrownBy(() -> decide(commune, project8(SPLIT_ON.minusDays(1))))
          .isInstanceOf(UnitRules.TraitEndsBeforeItBegins.class);
      map.closed(commune, SPLIT_ON);
      assertThatThrownBy(() -> decide(commune, project8(null)))
          .isInstanceOf(UnitRules.OutsideTheUnitsLife.class);
    }
  }
}

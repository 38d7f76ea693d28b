package vn.sen.reporting.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.membership.MembershipReport.LowRate;
import vn.sen.reporting.membership.MembershipReport.Row;
import vn.sen.reporting.reading.LevelNotBelowUnit;
import vn.sen.reporting.reading.LevelNotOnMap;
import vn.sen.reporting.reading.UnitNotOnMap;
import vn.sen.reporting.reading.UnitUnknown;

class MembershipReporterTest {

  private static final LocalDate END_OF_2023 = LocalDate.of(2023, 12, 31);
  private static final LocalDate START_OF_2023 = LocalDate.of(2023, 1, 1);

  private final SmallProvince world = new SmallProvince();
  private final MembershipFigures figures = new MembershipFigures();
  private final MembershipReporter reporter = new MembershipReporter(BigDecimal.valueOf(60));

  @BeforeEach
  void fold() {
    fold(world.members());
  }

  private void fold(List<SmallProvince.Told> told) {
    var view = new MembershipView();
    told.forEach(
        t -> view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures));
    figures.publish(ViewPosition.NONE);
  }

  private MembershipReport report(String unit, LocalDate hierarchy, UnitLevel level) {
    return reporter.report(
        figures.snapshot(),
        world.facts().map(),
        new MembershipQuery(unit, END_OF_2023, hierarchy, level, START_OF_2023));
  }

  private static Row row(MembershipReport report, String code) {
    return report.rows().stream()
        .filter(r -> r.unit() != null && r.unit().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class OnTheMapOfItsOwnDay {

    @Test
    void countsMembersAndGrossFlowsByReason() {
      var report = report("54", END_OF_2023, UnitLevel.COMMUNE);
      assertThat(report.total().members()).isEqualTo(44);
      assertThat(report.total().flows().in()).isEqualTo(Map.of(Flow.ADMISSION, 3L));
      assertThat(report.total().flows().out()).isEqualTo(Map.of(Flow.DEATH, 1L));
      assertThat(report.total().flows().net()).isEqualTo(2);
      assertThat(report.rows()).hasSize(2).noneMatch(Row::remainder);
      assertThat(row(report, "22015").members()).isEqualTo(32);
      assertThat(row(report, "22024").members()).isEqualTo(12);
    }

    @Test
    void showsATransferOnlyWhereItCrossesTheBorder() {
      var report = report("54", END_OF_2023, UnitLevel.COMMUNE);
      assertThat(row(report, "22015").flows().out()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      assertThat(row(report, "22024").flows().in()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      var branches = report("22015", END_OF_2023, UnitLevel.BRANCH);
      assertThat(branches.total().flows().out()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      assertThat(row(branches, "22015-CH01").flows().out()).isEqualTo(Map.of(Flow.TRANSFER, 2L));
      assertThat(row(branches, "22015-CH02").flows().in()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
    }

    @Test
    void neverCountedWhoWasImportedByMistake() {
      // given
      var before = report("54", END_OF_2023, UnitLevel.BRANCH);
      var withdrawal = UUID.randomUUID();
      var imported = world.imported(UUID.randomUUID(), world.branchA1, LocalDate.of(2023, 5, 1));
      fold(List.of(imported));
      assertThat(report("54", END_OF_2023, UnitLevel.BRANCH).rows()).isNotEqualTo(before.rows());

      // when
      fold(List.of(world.withdrawn(imported, withdrawal)));

      // then no date shows her any more, and the reader of the withdrawal's token is sure of it
      assertThat(report("54", END_OF_2023, UnitLevel.BRANCH).rows()).isEqualTo(before.rows());
      assertThat(figures.snapshot().imported(withdrawal)).isEqualTo(1);
    }

    @Test
    void countsTransfersOfOneDayInBothDirections() {
      // given one woman goes from A1 to B1 on 1 June, another the other way on that day
      var other = world.members().get(30).aggregate();
      fold(
          List.of(world.transfer(other, world.branchB1, world.branchA1, LocalDate.of(2023, 6, 1))));

      var report = report("54", END_OF_2023, UnitLevel.COMMUNE);

      assertThat(row(report, "22015").flows().in()).containsEntry(Flow.TRANSFER, 1L);
      assertThat(row(report, "22015").flows().out()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      assertThat(row(report, "22024").flows().in()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      assertThat(row(report, "22024").flows().out()).containsEntry(Flow.TRANSFER, 1L);
      assertThat(row(report, "22015").members()).isEqualTo(33);
      assertThat(row(report, "22024").members()).isEqualTo(11);
    }

    @Test
    void measuresAgainstEachDenominatorAndRanks() {
      var report = report("54", END_OF_2023, UnitLevel.COMMUNE);
      var a = row(report, "22015");
      assertThat(a.gatheringRates())
          .extracting(MembershipReport.Rate::percent)
          .containsExactly(new BigDecimal("32.00"), null, new BigDecimal("64.00"));
      assertThat(a.rank()).isEqualTo(1);
      assertThat(a.underThreshold()).isFalse();
      assertThat(row(report, "22024").rank()).isEqualTo(2);
      assertThat(report.total().women().getFirst())
          .isEqualTo(
              new MembershipReport.Women(
                  WomenDefinition.ALL_WOMEN, 150L, START_OF_2023, List.of("mô phỏng")));
      assertThat(report.under60())
          .singleElement()
          .returns("22024", low -> low.unit().code())
          .returns(new BigDecimal("30.00"), LowRate::percent);
    }

    @Test
    void leavesOutWhatCameLater() {
      var before = LocalDate.of(2022, 12, 31);
      var report =
          reporter.report(
              figures.snapshot(),
              world.facts().map(),
              new MembershipQuery("54", before, before, null, LocalDate.of(2022, 1, 1)));
      assertThat(report.level()).isEqualTo(UnitLevel.DISTRICT);
      assertThat(report.total().members()).isEqualTo(42);
      assertThat(report.total().flows().net()).isEqualTo(42);
    }
  }

  @Nested
  class OfLocalitiesWithATrait {

    private MembershipReport report(UnitTrait trait, LocalDate hierarchy, UnitLevel level) {
      return reporter.report(
          figures.snapshot(),
          world.facts().map(),
          new MembershipQuery("54", END_OF_2023, hierarchy, level, START_OF_2023, trait));
    }

    @Test
    void countsOnlyWhatLiesInThem() {
      // given
      world.trait(world.communeB, UnitTrait.PROJECT_8_AREA);
      // when
      var report = report(UnitTrait.PROJECT_8_AREA, END_OF_2023, UnitLevel.COMMUNE);
      // then
      assertThat(report.trait()).isEqualTo(UnitTrait.PROJECT_8_AREA);
      assertThat(report.total().members()).isEqualTo(12);
      assertThat(report.rows()).singleElement().returns("22024", r -> r.unit().code());
      // and who came from another locality of the province came from outside
      assertThat(report.total().flows().in()).isEqualTo(Map.of(Flow.TRANSFER, 1L));
      // and the women of the other localities are no denominator
      assertThat(report.total().women().getFirst().count()).isEqualTo(50L);
      assertThat(report.under60()).singleElement().returns("22024", low -> low.unit().code());
    }

    @Test
    void takesABranchWithItsTraitForItself() {
      world.trait(world.branchA2, UnitTrait.RELIGIOUS_AREA);

      var report = report(UnitTrait.RELIGIOUS_AREA, END_OF_2023, UnitLevel.COMMUNE);

      assertThat(report.total().members()).isEqualTo(21);
      assertThat(row(report, "22015").members()).isEqualTo(21);
      assertThat(row(report, "22015").women().getFirst().count()).isNull();
      assertThat(report.under60()).isEmpty();
    }

    @Test
    void asksTheMapOfTheReport() {
      world.trait(world.communeB, UnitTrait.PROJECT_8_AREA);

      // nothing was stated for what the redrawing made of it
      assertThat(report(UnitTrait.PROJECT_8_AREA, SmallProvince.SPLIT, null).total().members())
          .isZero();
      assertThat(report(UnitTrait.KEY_PROJECT_AREA, END_OF_2023, null).total().members()).isZero();
    }
  }

  @Nested
  class OnAnotherMap {

    @Test
    void addsUpMergersAndLeavesTheRestOfASplitOpen() {
      var report = report("54", SmallProvince.SPLIT, UnitLevel.COMMUNE);
      assertThat(report.total().members()).isEqualTo(44);
      assertThat(row(report, "22015").members()).isEqualTo(32 + 9);
      assertThat(row(report, "22024").members()).isZero();
      assertThat(report.rows().getLast().remainder()).isTrue();
      assertThat(report.rows().getLast().members()).isEqualTo(3);
      assertThat(report.rows().getLast().flows().out()).isEqualTo(Map.of(Flow.DEATH, 1L));
    }

    @Test
    void showsNoRateForASuccessorOfASplit() {
      var report = report("54", SmallProvince.SPLIT, UnitLevel.COMMUNE);
      assertThat(row(report, "22015").gatheringRates()).allMatch(rate -> rate.percent() == null);
      assertThat(row(report, "22015").rank()).isNull();
      assertThat(report.under60()).isEmpty();
    }

    @Test
    void placesTheOtherSideOfATransferWhereTheSplitPutHerPersonally() {
      // given a transfer from A2 to B2, which the split leaves open, and she is assigned to new A
      var member = world.members().get(12).aggregate();
      var on = LocalDate.of(2023, 7, 1);
      var before = report("54", SmallProvince.SPLIT, UnitLevel.COMMUNE);
      fold(
          List.of(
              world.transfer(member, world.branchA2, world.branchB2, on),
              world.assignedAfterTransfer(member, world.branchA2, world.branchB2, on, world.newA)));

      var report = report("54", SmallProvince.SPLIT, UnitLevel.COMMUNE);

      // then nobody left or entered the commune that holds both sides
      assertThat(row(report, "22015").members()).isEqualTo(row(before, "22015").members());
      assertThat(row(report, "22015").flows()).isEqualTo(row(before, "22015").flows());
      assertThat(report.rows().getLast().flows()).isEqualTo(before.rows().getLast().flows());
    }

    @Test
    void countsATransferAsInsideOnceTheMapHasMergedBothEnds() {
      var report = report("66", SmallProvince.MERGER, UnitLevel.COMMUNE);
      assertThat(report.total().members()).isEqualTo(44);
      assertThat(report.rows()).singleElement().returns(44L, Row::members);
      assertThat(report.rows().getFirst().flows().out()).isEqualTo(Map.of(Flow.DEATH, 1L));
    }

    @Test
    void namesTheSuccessorOfAUnitThatIsNoMore() {
      assertThatThrownBy(() -> report("54", SmallProvince.MERGER, UnitLevel.COMMUNE))
          .isInstanceOf(UnitNotOnMap.class)
          .extracting(e -> ((RuleViolation) e).arguments())
          .satisfies(
              arguments ->
                  assertThat((Object[]) arguments)
                      .containsExactly(
                          "54 Tỉnh Phú Yên",
                          "2025-07-01",
                          "1990-01-01 – 2025-06-30",
                          "66 Tỉnh Đắk Lắk"));
    }

    @Test
    void namesAllSuccessorsOfASplit() {
      assertThatThrownBy(
              () -> report(world.communeB.toString(), SmallProvince.SPLIT, UnitLevel.BRANCH))
          .isInstanceOf(UnitNotOnMap.class)
          .extracting(e -> ((RuleViolation) e).arguments()[3])
          .isEqualTo("22015 Phường 1, 22024 Phường 9");
    }
  }

  @Nested
  class Refuses {

    @Test
    void unknownUnits() {
      assertThatThrownBy(() -> report("99999", END_OF_2023, null)).isInstanceOf(UnitUnknown.class);
    }

    @Test
    void levelsAboveTheUnit() {
      assertThatThrownBy(() -> report("22015", END_OF_2023, UnitLevel.DISTRICT))
          .isInstanceOf(LevelNotBelowUnit.class);
    }

    @Test
    void districtsWhereThereAreNone() {
      assertThatThrownBy(() -> report("66", SmallProvince.MERGER, UnitLevel.DISTRICT))
          .isInstanceOf(LevelNotOnMap.class);
    }
  }
}

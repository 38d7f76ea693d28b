package vn.sen.reporting.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.reporting.programme.ProgrammeWorld.rule;
import static vn.sen.reporting.programme.ProgrammeWorld.stated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewPosition.TopicPosition;
import vn.sen.events.Topic;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRetired;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRevised;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeDaysSet;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeRenamed;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.communitygroup.CommunityGroupWorld;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.programme.ProgrammeReport.Achievement;
import vn.sen.reporting.programme.ProgrammeReport.IndicatorResults;
import vn.sen.reporting.programme.ProgrammeReport.ProgrammeResults;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingWorld;

class ProgrammeReporterTest {

  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final String PROJECT_8 = "DA8";

  private final SmallProvince province = new SmallProvince();
  private final ProgrammeWorld world = new ProgrammeWorld();
  private final TrainingWorld training = new TrainingWorld();
  private final CommunityGroupWorld groups = new CommunityGroupWorld();
  private final LendingWorld lending = new LendingWorld();
  private final ProgrammeWorld.Programme project = world.introduce(PROJECT_8, START, null);

  private ProgrammeReport report(ProgrammeQuery query) {
    var map = province.facts().map();
    return new ProgrammeReports(
            world.programmes(),
            world.activities(),
            new TrainingReports(training.figures(), () -> map),
            new CommunityGroupReports(groups.figures(), () -> map),
            new LendingReports(lending.figures(), () -> map),
            () -> map)
        .read()
        .report(query);
  }

  private static ProgrammeQuery on(LocalDate asOf) {
    return query(asOf, asOf);
  }

  private static ProgrammeQuery query(LocalDate asOf, LocalDate hierarchy) {
    var unit = hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66";
    return new ProgrammeQuery(unit, asOf, hierarchy, UnitLevel.COMMUNE, null);
  }

  private IndicatorResults first(ProgrammeQuery query) {
    return report(query).programmes().getFirst().indicators().getFirst();
  }

  private static Achievement achieved(String target, String result, String percent) {
    return new Achievement(decimal(target), decimal(result), decimal(percent));
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @Nested
  class Results {

    /** What the other reports count for the programme, and beside it. */
    private void work() {
      var lan = TrainingWorld.cadre(province.branchA1);
      var hoa = TrainingWorld.cadre(province.branchB1);
      training.appoint(training.chair, province.communeA, lan, START);
      training.appoint(training.chair, province.communeB, hoa, START);
      for (var code : new String[] {PROJECT_8, null}) {
        var taught =
            training.plan(training.software, province.communeA, 1, BudgetSource.STATE, code, MARCH);
        taught.attend(1, lan);
        taught.hold();
        taught.pass(lan);
        groups.found(CommunityGroupWorld.TEAM, code, province.branchB1, MARCH);
        var kind = ActivityKind.COMMUNICATION_EVENT;
        world.hold(kind, province.communeB, code, MARCH, 30, lan.id(), hoa.id());
      }
      world.hold(ActivityKind.POLICY_DIALOGUE, province.communeA, PROJECT_8, OCTOBER, 0, lan.id());
      lending.lend(lending.place(lending.vbsp, province.branchA1, UUID.randomUUID()), 50, MARCH);
    }

    private ResultRule narrowed(ResultMeasure measure, boolean ownOnly) {
      return switch (measure) {
        case GROUPS_ALIVE, GROUPS_FOUNDED ->
            new ResultRule(
                measure, null, CommunityGroupWorld.TEAM, null, null, null, null, null, ownOnly);
        case LOANS, BORROWING_HOUSEHOLDS, OUTSTANDING ->
            new ResultRule(measure, null, null, null, lending.poor, null, null, null, ownOnly);
        case CADRES_COMPETENT, CADRE_COVERAGE ->
            new ResultRule(
                measure,
                null,
                null,
                null,
                null,
                TrainingWorld.SOFTWARE,
                training.chair,
                null,
                ownOnly);
        default -> rule(measure, ownOnly);
      };
    }

    @ParameterizedTest
    @CsvSource({
      "CLASSES_HELD, 1, 2, 1, 0",
      "PEOPLE_TRAINED, 1, 1, 1, 0",
      "TRAINING_TURNS, 1, 2, 1, 0",
      "GROUPS_ALIVE, 1, 2, 0, 1",
      "GROUPS_FOUNDED, 1, 2, 0, 1",
      "ACTIVITIES_HELD, 2, 3, 1, 1",
      "ACTIVITY_PEOPLE, 32, 62, 1, 32",
      "ACTIVITY_TURNS, 33, 65, 1, 32",
      "LOANS, 1, 1, 1, 0",
      "BORROWING_HOUSEHOLDS, 1, 1, 1, 0",
      "OUTSTANDING, 50, 50, 50, 0",
      "CADRES_COMPETENT, 1, 1, 1, 0",
      "CADRE_COVERAGE, 50.0, 50.0, 100.0, 0.0",
    })
    void areCountedByRuleFromWhatTheOtherReportsShow(
        ResultMeasure measure, String own, String all, String rowA, String rowB) {
      // given
      work();
      project.measure("I1", narrowed(measure, true), START);
      project.measure("I2", narrowed(measure, false), START);
      // then
      var indicators = report(on(OCTOBER)).programmes().getFirst().indicators();
      assertThat(indicators)
          .extracting(IndicatorResults::counted, i -> i.total().result())
          .containsExactly(tuple(true, decimal(own)), tuple(true, decimal(all)));
      assertThat(indicators.getFirst().rows())
          .extracting(row -> row.unit().code(), row -> row.achievement().result())
          .containsExactly(tuple("22015", decimal(rowA)), tuple("22024", decimal(rowB)));
    }

    @Test
    void ofAKindOfActivitiesAreThoseOfTheYearOnly() {
      // given
      work();
      var kind = ActivityKind.POLICY_DIALOGUE;
      project.measure(
          "I1",
          new ResultRule(
              ResultMeasure.ACTIVITIES_HELD, null, null, kind, null, null, null, null, false),
          START);
      // then
      assertThat(first(on(OCTOBER)).total().result()).isEqualTo("1");
      assertThat(first(on(OCTOBER.minusDays(1))).total().result()).isEqualTo("0");
      assertThat(first(on(OCTOBER.plusYears(1))).total().result()).isEqualTo("0");
    }

    @Test
    void ofWhatNobodyKnowsAreNotTold() {
      // given a type of groups that was never defined
      project.measure(
          "I1",
          new ResultRule(ResultMeasure.GROUPS_ALIVE, null, "X", null, null, null, null, null, true),
          START);
      project.target("I1", province.province, 2023, 3);
      // then
      assertThat(first(on(OCTOBER)).total()).isEqualTo(achieved("3", null, null));
    }

    @Test
    void showWhatTheMapLeavesOpenAsRemainder() {
      // given
      groups.found(CommunityGroupWorld.TEAM, PROJECT_8, province.branchB2, MARCH);
      project.measure("I1", narrowed(ResultMeasure.GROUPS_ALIVE, true), START);
      // then
      var results = first(query(OCTOBER, SmallProvince.SPLIT));
      assertThat(results.rows())
          .extracting(row -> row.remainder(), row -> row.achievement().result())
          .containsExactly(
              tuple(false, decimal("0")), tuple(false, decimal("0")), tuple(true, decimal("1")));
    }

    @Test
    void thatCannotBeCountedAreStated() {
      // given
      project.measure("I1", stated(StatedKind.YEAR_TO_DATE), START);
      project.measure("I2", stated(StatedKind.AS_OF), 1, START);
      var asOf = StatedKind.AS_OF;
      var sum = StatedKind.YEAR_TO_DATE;
      project.state("I1", province.communeA, MARCH, sum, 4L);
      project.state("I1", province.communeA, OCTOBER, sum, 9L);
      project.state("I1", province.communeA, OCTOBER, sum, null);
      project.state("I2", province.communeA, MARCH, asOf, 975L);
      project.state("I2", province.communeA, MARCH, asOf, 980L);
      // then the last word for a date counts, and a stock stands beyond its year
      assertThat(rowA(OCTOBER)).containsExactly(decimal("4"), decimal("98.0"));
      assertThat(rowA(OCTOBER.plusYears(1))).containsExactly(null, decimal("98.0"));
      assertThat(rowA(MARCH.minusDays(1))).containsExactly(null, null);
      // and what communes state does not add up for the province
      assertThat(first(on(OCTOBER)))
          .returns(false, IndicatorResults::counted)
          .returns(achieved(null, null, null), IndicatorResults::total);
    }

    private List<BigDecimal> rowA(LocalDate asOf) {
      return report(on(asOf)).programmes().getFirst().indicators().stream()
          .map(i -> i.rows().getFirst().achievement().result())
          .toList();
    }
  }

  @Nested
  class Targets {

    @Test
    void areThoseOfTheYearAsTheyWereSetLast() {
      // given
      project.measure("I1", rule(ResultMeasure.CLASSES_HELD, true), START);
      project.target("I1", province.province, 2023, 5);
      project.target("I1", province.province, 2023, 4);
      project.target("I1", province.communeA, 2023, 0);
      project.target("I1", province.communeB, 2023, 7);
      project.withdrawTarget("I1", province.communeB, 2023);
      training
          .plan(training.software, province.communeA, 1, BudgetSource.STATE, PROJECT_8, MARCH)
          .hold();
      // then a target of none is not the same as no target
      var results = first(on(OCTOBER));
      assertThat(results.total()).isEqualTo(achieved("4", "1", "25.0"));
      assertThat(results.rows())
          .extracting(row -> row.achievement())
          .containsExactly(achieved("0", "1", null), achieved(null, "0", null));
      assertThat(first(on(OCTOBER.plusYears(1))).total()).isEqualTo(achieved(null, "0", null));
    }

    @Test
    void ofUnitsThatWereMergedWholeAddUpAndASplitMovesNone() {
      // given
      project.measure("I1", rule(ResultMeasure.CLASSES_HELD, true), START);
      project.target("I1", province.province, 2023, 10);
      project.target("I1", province.communeA, 2023, 3);
      project.target("I1", province.communeB, 2023, 4);
      // then
      var split = first(query(OCTOBER, SmallProvince.SPLIT));
      assertThat(split.rows()).extracting(row -> row.achievement().target()).containsOnlyNulls();
      assertThat(first(query(OCTOBER, SmallProvince.MERGER)).total().target()).isEqualTo("10");
      // when the successors of the split have numbers of their own
      project.target("I1", province.newA, 2023, 5);
      project.target("I1", province.newB, 2023, 2);
      // then they add up for the unit that both were merged into
      assertThat(first(query(OCTOBER, SmallProvince.MERGER)).rows())
          .extracting(row -> row.achievement().target())
          .containsExactly(decimal("7"));
    }

    @Test
    void thatAreRatiosDoNotAddUp() {
      // given
      var asOf = StatedKind.AS_OF;
      project.measure("I1", rule(ResultMeasure.CADRE_COVERAGE, true), START);
      project.measure("I2", stated(asOf), "% hộ", 1, START);
      for (var code : List.of("I1", "I2")) {
        project.target(code, province.newA, 2023, 100);
        project.target(code, province.newB, 2023, 100);
      }
      project.state("I2", province.newA, OCTOBER, asOf, 975L);
      project.state("I2", province.newB, OCTOBER, asOf, 980L);
      // then the unit that both were merged into has none
      assertThat(ofLastCommune())
          .extracting(Achievement::target, Achievement::result)
          .containsExactly(tuple(null, null), tuple(null, null));
      // until it has its own
      project.target("I1", province.lastCommune, 2023, 90);
      project.state("I2", province.lastCommune, OCTOBER, asOf, 978L);
      assertThat(ofLastCommune())
          .extracting(Achievement::target, Achievement::result)
          .containsExactly(tuple(decimal("90"), null), tuple(null, decimal("97.8")));
    }

    private List<Achievement> ofLastCommune() {
      return report(query(OCTOBER, SmallProvince.MERGER))
          .programmes()
          .getFirst()
          .indicators()
          .stream()
          .map(i -> i.rows().getFirst().achievement())
          .toList();
    }
  }

  @Test
  void aReportIsMadeOnceUntilTheFiguresMoveOn() {
    // given
    var map = province.facts().map();
    var programmes = world.programmes();
    var reports =
        new ProgrammeReports(
            programmes,
            world.activities(),
            new TrainingReports(training.figures(), () -> map),
            new CommunityGroupReports(groups.figures(), () -> map),
            new LendingReports(lending.figures(), () -> map),
            () -> map);
    var first = reports.read().report(on(OCTOBER));
    // then whoever asks the same gets the same, and whoever asks something else does not
    assertThat(reports.read().report(on(OCTOBER))).isSameAs(first);
    assertThat(reports.read().report(on(MARCH))).isNotEqualTo(first);
    // when the programme is renamed
    programmes.add(new ProgrammeRow.Named(project.id, 2, START, "Dự án 8"), 1);
    programmes.publish(
        new ViewPosition(
            Map.of(Topic.UNION_PROGRAMMES.name(), new TopicPosition("t", List.of(2L)))));
    // then
    assertThat(reports.read().report(on(OCTOBER)).programmes())
        .extracting(ProgrammeResults::name)
        .containsExactly("Dự án 8");
  }

  @Nested
  class Programmes {

    @Test
    void areThereFromTheFirstToTheLastDayUnderTheNameOfTheDate() {
      // given
      project.tell(new UnionProgrammeRenamed("Dự án 8 (mới)", OCTOBER));
      project.tell(new UnionProgrammeDaysSet(MARCH, OCTOBER, "QĐ 2"));
      // then they are told of for the whole of their last year
      assertThat(report(on(MARCH.minusDays(1))).programmes()).isEmpty();
      assertThat(report(on(MARCH)).programmes())
          .extracting(ProgrammeResults::name)
          .containsExactly("Chương trình DA8");
      assertThat(report(on(LocalDate.of(2023, 12, 31))).programmes())
          .extracting(ProgrammeResults::name, ProgrammeResults::until)
          .containsExactly(tuple("Dự án 8 (mới)", OCTOBER));
      assertThat(report(on(LocalDate.of(2024, 1, 1))).programmes()).isEmpty();
    }

    @Test
    void areMeasuredByTheIndicatorsAndRulesOfTheDate() {
      // given
      project.measure("I1", rule(ResultMeasure.CLASSES_HELD, true), START);
      project.tell(
          new IndicatorRevised("I1", "Lượt", rule(ResultMeasure.TRAINING_TURNS, true), OCTOBER));
      project.measure("I2", rule(ResultMeasure.CLASSES_HELD, true), START);
      project.tell(new IndicatorRetired("I2", OCTOBER));
      // then
      assertThat(report(on(OCTOBER.minusDays(1))).programmes().getFirst().indicators())
          .extracting(IndicatorResults::code, i -> i.rule().measure())
          .containsExactly(
              tuple("I1", ResultMeasure.CLASSES_HELD), tuple("I2", ResultMeasure.CLASSES_HELD));
      assertThat(report(on(OCTOBER)).programmes().getFirst().indicators())
          .extracting(IndicatorResults::name, i -> i.rule().measure())
          .containsExactly(tuple("Lượt", ResultMeasure.TRAINING_TURNS));
    }

    @Test
    void areChosenByTheirCode() {
      // given
      world.introduce("DA939", START, null);
      // then
      var query = new ProgrammeQuery("54", OCTOBER, OCTOBER, null, "DA939");
      assertThat(report(query).programmes())
          .extracting(ProgrammeResults::code)
          .containsExactly("DA939");
      assertThat(report(on(OCTOBER)).programmes())
          .extracting(ProgrammeResults::code)
          .containsExactly("DA8", "DA939");
      assertThatThrownBy(() -> report(new ProgrammeQuery("54", OCTOBER, OCTOBER, null, "DA9")))
          .isInstanceOf(UnionProgrammeUnknown.class);
    }
  }
}

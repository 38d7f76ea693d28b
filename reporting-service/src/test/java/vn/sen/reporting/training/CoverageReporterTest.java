package vn.sen.reporting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.reporting.training.TrainingWorld.GENDER;
import static vn.sen.reporting.training.TrainingWorld.SOFTWARE;
import static vn.sen.reporting.training.TrainingWorld.cadre;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.training.CoverageReport.CoverageAtLevel;
import vn.sen.reporting.training.CoverageReport.CoverageOfUnit;
import vn.sen.reporting.training.CoverageReport.PostsElsewhere;
import vn.sen.reporting.training.TrainingWorld.Course;
import vn.sen.reporting.training.TrainingWorld.Person;

class CoverageReporterTest {

  private static final LocalDate START = LocalDate.of(2021, 5, 1);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);

  private final SmallProvince province = new SmallProvince();
  private final TrainingWorld world = new TrainingWorld();
  private final Person lan = cadre(province.branchA1);
  private final Person hoa = cadre(province.branchB1);
  private final Person mai = cadre(province.branchA2);

  private CoverageReport report(CoverageQuery query) {
    var map = province.facts().map();
    return new TrainingReports(world.figures(), () -> map).read().coverage(query);
  }

  private static CoverageQuery query(LocalDate asOf, LocalDate hierarchy, String competency) {
    return new CoverageQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        null,
        null,
        competency,
        null);
  }

  private Coverage totalOn(LocalDate asOf, String competency) {
    return report(query(asOf, asOf, competency)).total();
  }

  private CoverageReport onTheme(LocalDate asOf, String theme) {
    return report(new CoverageQuery("54", asOf, asOf, UnitLevel.COMMUNE, null, null, null, theme));
  }

  private TrainingWorld.TaughtClass taught(Course course, LocalDate on, Person... people) {
    var held = world.plan(course, province.communeA, on);
    held.attend(1, people);
    held.hold();
    return held.pass(people);
  }

  @Nested
  class TheDenominator {

    @Test
    void isWhoIsInPostOnTheDate() {
      // given
      var term = world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.chair, province.communeB, hoa, MARCH);
      taught(world.software, JUNE, lan);
      // then
      assertThat(totalOn(MARCH.minusDays(1), null).people()).isEqualTo(1);
      assertThat(totalOn(MARCH, null).people()).isEqualTo(2);
      assertThat(totalOn(OCTOBER, SOFTWARE).percent()).isEqualTo("50.0");
      // when she leaves, she drops out on that day
      term.end(OCTOBER);
      assertThat(totalOn(OCTOBER.minusDays(1), SOFTWARE))
          .returns(2L, Coverage::people)
          .returns(1L, Coverage::trained);
      assertThat(totalOn(OCTOBER, SOFTWARE))
          .returns(1L, Coverage::people)
          .returns(0L, Coverage::trained)
          .returns(0L, Coverage::turns)
          .returns(new BigDecimal("0.0"), Coverage::percent);
    }

    @Test
    void followsACorrectedAndAWithdrawnTerm() {
      // given
      world.appoint(world.chair, province.communeA, lan, START).correct(MARCH);
      world.appoint(world.chair, province.communeB, hoa, START).withdraw();
      // then
      assertThat(totalOn(MARCH.minusDays(1), null))
          .returns(0L, Coverage::people)
          .returns(null, Coverage::percent);
      assertThat(totalOn(MARCH, null).people()).isEqualTo(1);
    }

    @Test
    void countsWhoHoldsTwoPostsOnce() {
      // given Lan is chair of A and head of a branch of B
      world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.branchHead, province.branchB1, lan, START);
      taught(world.software, JUNE, lan);
      taught(world.software, OCTOBER, lan);
      // then
      var report = report(query(OCTOBER, OCTOBER, SOFTWARE));
      assertThat(report.total())
          .returns(1L, Coverage::people)
          .returns(2L, Coverage::posts)
          .returns(1L, Coverage::trained)
          .returns(2L, Coverage::turns);
      assertThat(report.rows()).extracting(r -> r.coverage().people()).containsExactly(1L, 1L);
      assertThat(report.byPostLevel())
          .extracting(CoverageAtLevel::postLevel, l -> l.coverage().people())
          .containsExactly(tuple(UnitLevel.COMMUNE, 1L), tuple(UnitLevel.BRANCH, 1L));
    }
  }

  @Nested
  class TheNumerator {

    @Test
    void isCompleteWhereEveryChairIsProficient() {
      // given
      world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.chair, province.communeB, hoa, START);
      world.appoint(world.branchHead, province.branchA2, mai, START);
      taught(world.software, JUNE, lan, hoa);
      // then all chairs are, though not all cadres
      var report = report(query(OCTOBER, OCTOBER, SOFTWARE));
      assertThat(report.byTitle())
          .extracting(
              t -> t.title().code(),
              t -> t.postLevel(),
              t -> t.coverage().trained(),
              t -> t.coverage().percent())
          .containsExactly(
              tuple("CHAIR", UnitLevel.COMMUNE, 2L, new BigDecimal("100.0")),
              tuple("VICE", UnitLevel.COMMUNE, 0L, null),
              tuple("BRANCH-HEAD", UnitLevel.BRANCH, 0L, new BigDecimal("0.0")));
      assertThat(report.total().percent()).isEqualTo("66.7");
      var chairs =
          report(
              new CoverageQuery(
                  "54", OCTOBER, OCTOBER, null, "CHAIR", UnitLevel.COMMUNE, SOFTWARE, null));
      assertThat(chairs.total().percent()).isEqualTo("100.0");
    }

    @Test
    void endsWithWhatTheCompetencyLastsFor() {
      // given a competency of twelve months
      world.appoint(world.chair, province.communeA, lan, START);
      taught(world.communication, MARCH, lan);
      // then it holds from the last day of the class to the last day of the year
      assertThat(totalOn(MARCH.minusDays(1), GENDER).trained()).isZero();
      assertThat(totalOn(MARCH, GENDER).trained()).isEqualTo(1);
      assertThat(totalOn(MARCH.plusYears(1).minusDays(1), GENDER).trained()).isEqualTo(1);
      assertThat(totalOn(MARCH.plusYears(1), GENDER))
          .returns(0L, Coverage::trained)
          .returns(1L, Coverage::turns);
    }

    @Test
    void losesWhatAClassGaveByMistakeOnEveryDate() {
      // given she has it from two classes
      world.appoint(world.chair, province.communeA, lan, START);
      taught(world.communication, MARCH, lan).fail(lan);
      taught(world.communication, JUNE, lan);
      // then
      assertThat(totalOn(JUNE.minusDays(1), GENDER).trained()).isZero();
      assertThat(totalOn(JUNE, GENDER).trained()).isEqualTo(1);
    }

    @Test
    void ofAThemeTakesAnyCompetencyOnItAndPassesThatGiveNone() {
      // given
      world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.chair, province.communeB, hoa, START);
      world.appoint(world.vice, province.communeB, mai, START);
      taught(world.communication, MARCH, lan);
      taught(world.briefing, JUNE, hoa);
      taught(world.software, JUNE, mai);
      // then
      assertThat(onTheme(OCTOBER, "GENDER").total())
          .returns(2L, Coverage::trained)
          .returns(2L, Coverage::turns)
          .returns(new BigDecimal("66.7"), Coverage::percent);
      assertThat(onTheme(MARCH.plusMonths(15), "GENDER").total().trained()).isEqualTo(1);
      assertThat(onTheme(OCTOBER, "DIGITAL").total().trained()).isEqualTo(1);
    }

    @Test
    void isNoneWhereNothingWasAskedFor() {
      world.appoint(world.chair, province.communeA, lan, START);
      assertThat(totalOn(OCTOBER, null)).isEqualTo(new Coverage(1, 1, null, null, null, 10, 9));
    }

    @Test
    void isRoundedToAHundredOnlyWhereNobodyIsMissing() {
      assertThat(Coverage.percent(9_999, 10_000)).isEqualTo("99.9");
      assertThat(Coverage.percent(10_000, 10_000)).isEqualTo("100.0");
      assertThat(Coverage.percent(2, 3)).isEqualTo("66.7");
      assertThat(Coverage.percent(0, 0)).isNull();
    }
  }

  @Nested
  class Seats {

    @Test
    void thatNobodyHoldsAreVacant() {
      // given two chairs in A after a hand-over that overlaps, none in B, and half its vice chairs
      world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.chair, province.communeA, mai, MARCH);
      world.appoint(world.vice, province.communeB, hoa, START);
      // then a chair too many fills no seat elsewhere
      assertThat(report(query(OCTOBER, OCTOBER, null)).byTitle())
          .extracting(
              t -> t.title().code(),
              t -> t.coverage().posts(),
              t -> t.coverage().seats(),
              t -> t.coverage().vacant())
          .containsExactly(
              tuple("CHAIR", 2L, 2L, 1L),
              tuple("VICE", 1L, 4L, 3L),
              tuple("BRANCH-HEAD", 0L, 4L, 4L));
    }

    @Test
    void changeFromADayOnAndEndWithTheTitle() {
      // given
      world.setSeats(world.vice, UnitLevel.COMMUNE, 1, MARCH);
      world.setSeats(world.vice, UnitLevel.COMMUNE, 3, OCTOBER);
      world.retire(world.vice, JUNE);
      // then
      assertThat(totalOn(MARCH.minusDays(1), null).seats()).isEqualTo(2 + 4 + 4);
      assertThat(totalOn(MARCH, null).seats()).isEqualTo(2 + 2 + 4);
      assertThat(totalOn(OCTOBER, null).seats()).isEqualTo(2 + 4);
    }
  }

  @Nested
  class UnderAnotherMap {

    @Test
    void postsOfClosedUnitsBelongToThePast() {
      // given a chair of A, and the head of a branch that outlives the communes
      world.appoint(world.chair, province.communeA, lan, START);
      world.appoint(world.branchHead, province.branchA1, mai, START);
      // then
      var report = report(query(OCTOBER, SmallProvince.MERGER, null));
      assertThat(report.total()).returns(1L, Coverage::people).returns(4L, Coverage::seats);
      assertThat(report.offMap()).isEqualTo(new PostsElsewhere(1, 1));
      assertThat(report.rows())
          .singleElement()
          .returns("22015", r -> r.unit().code())
          .returns(1L, r -> r.coverage().people());
    }

    @Test
    void aPostEndsWithItsUnitAlsoWhereNobodyHasSaidSo() {
      // given
      world.appoint(world.chair, province.communeA, lan, START);
      // then its successor has a vacant seat
      var after = report(query(SmallProvince.MERGER, SmallProvince.MERGER, null));
      assertThat(after.total()).returns(0L, Coverage::people).returns(0L, Coverage::posts);
      assertThat(after.offMap()).isEqualTo(new PostsElsewhere(0, 0));
      assertThat(after.rows()).singleElement().returns(1L + 2 + 4, r -> r.coverage().vacant());
      assertThat(
              report(query(SmallProvince.MERGER.minusDays(1), SmallProvince.SPLIT, null)).total())
          .returns(0L, Coverage::people);
    }

    @Test
    void aHigherUnitsPostsAreInTheRemainder() {
      world.appoint(world.chair, province.province, lan, START);
      assertThat(report(query(OCTOBER, OCTOBER, null)).rows())
          .extracting(CoverageOfUnit::remainder, r -> r.coverage().people())
          .containsExactly(tuple(false, 0L), tuple(false, 0L), tuple(true, 1L));
    }

    @Test
    void unitsTheMapHasNotHeardOfAreUnplaced() {
      world.appoint(world.chair, UUID.randomUUID(), lan, START);
      var report = report(query(OCTOBER, OCTOBER, null));
      assertThat(report.total().people()).isZero();
      assertThat(report.unplaced()).isEqualTo(new PostsElsewhere(1, 1));
    }
  }

  @Nested
  class Refuses {

    @Test
    void whatNamesNothing() {
      assertThatThrownBy(() -> totalOn(OCTOBER, "COOKING")).isInstanceOf(CompetencyUnknown.class);
      assertThatThrownBy(() -> onTheme(OCTOBER, "COOKING")).isInstanceOf(ThemeUnknown.class);
      var query = new CoverageQuery("54", OCTOBER, OCTOBER, null, "KING", null, null, null);
      assertThatThrownBy(() -> report(query)).isInstanceOf(TitleUnknown.class);
    }
  }
}

package vn.sen.reporting.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.reporting.training.TrainingWorld.cadre;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.training.TrainingQuery.Selection;
import vn.sen.reporting.training.TrainingReport.TrainingOfUnit;
import vn.sen.reporting.training.TrainingWorld.Person;

class TrainingReporterTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);

  private final SmallProvince province = new SmallProvince();
  private final TrainingWorld world = new TrainingWorld();
  private final Person lan = cadre(province.branchA1);
  private final Person hoa = cadre(province.branchB1);
  private final Person binh =
      new Person(UUID.randomUUID(), province.branchB2, ParticipantCategory.MAN);

  private TrainingReport report(TrainingQuery query) {
    var map = province.facts().map();
    return new TrainingReports(world.figures(), () -> map).read().report(query);
  }

  private static TrainingQuery query(LocalDate asOf, LocalDate hierarchy, Selection selection) {
    return new TrainingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.withDayOfYear(1),
        selection,
        EnumSet.allOf(Dimension.class));
  }

  private TrainingReport on(LocalDate asOf) {
    return report(query(asOf, asOf, Selection.ALL));
  }

  @Nested
  class Classes {

    @Test
    void countAtTheirOrganiserAndPeopleAtTheirOwnUnits() {
      // given a class of commune A in two sessions
      var course = world.plan(world.software, province.communeA, MARCH, MARCH.plusDays(1));
      course.attend(1, lan, hoa);
      course.attend(2, lan, binh);
      course.hold();
      course.pass(lan, hoa);
      // then
      assertThat(on(OCTOBER).total())
          .isEqualTo(
              new Training(
                  1, 2, 5_000_000, Map.of(BudgetSource.STATE, 5_000_000L), 3, 3, 4, 2, 0, 0));
      assertThat(on(OCTOBER).rows())
          .extracting(
              r -> r.unit() == null ? null : r.unit().code(),
              r -> r.training().classes(),
              r -> r.training().sessions(),
              r -> r.training().people(),
              r -> r.training().passed())
          .containsExactly(tuple("22015", 1L, 2L, 1L, 1L), tuple("22024", 0L, 0L, 2L, 1L));
    }

    @Test
    void ofAHigherUnitAreInTheRemainder() {
      // given
      var course = world.plan(world.software, province.province, MARCH);
      course.attend(1, lan);
      course.hold();
      // then
      assertThat(on(OCTOBER).rows())
          .extracting(
              TrainingOfUnit::remainder, r -> r.training().classes(), r -> r.training().people())
          .containsExactly(tuple(false, 0L, 1L), tuple(false, 0L, 0L), tuple(true, 1L, 0L));
    }

    @Test
    void countOnTheirOwnDays() {
      // given a class over the end of a quarter that began before the period
      var course = world.plan(world.software, province.communeA, MARCH, JUNE);
      course.attend(1, lan);
      // then attendance counts at once, the class when it has ended
      assertThat(on(MARCH).total())
          .returns(1L, Training::turns)
          .returns(1L, Training::sessions)
          .returns(0L, Training::classes);
      course.attend(2, lan, hoa);
      course.hold();
      assertThat(on(JUNE.minusDays(1)).total())
          .returns(1L, Training::turns)
          .returns(0L, Training::classes)
          .returns(Map.of(), Training::budgetBySource);
      assertThat(on(JUNE).total())
          .returns(2L, Training::turns)
          .returns(3L, Training::sessionTurns)
          .returns(2L, Training::sessions)
          .returns(1L, Training::classes);
    }

    @Test
    void followACorrectionOnEveryDate() {
      // given
      var course =
          world.plan(world.software, province.communeA, 700, BudgetSource.UNION, null, MARCH, JUNE);
      course.attend(1, lan, hoa);
      course.attend(2, hoa);
      course.hold();
      course.pass(lan, hoa);
      // when Hoa was not there in March, Lan did not pass, and the money came from elsewhere
      course.attend(1, lan);
      course.fail(lan);
      course.replan(900, BudgetSource.SOCIAL);
      // then
      assertThat(on(MARCH).total()).returns(1L, Training::people).returns(1L, Training::turns);
      assertThat(on(OCTOBER).total())
          .returns(2L, Training::people)
          .returns(1L, Training::passed)
          .returns(Map.of(BudgetSource.SOCIAL, 900L), Training::budgetBySource);
    }

    @Test
    void haveTheSessionsAtWhichSomebodyWasPresent() {
      // given two sessions of one day, and one to which nobody came
      var course = world.plan(world.software, province.communeA, MARCH, MARCH, JUNE);
      course.attend(1, lan, hoa);
      course.attend(2, hoa);
      course.attend(3);
      assertThat(on(OCTOBER).total()).returns(2L, Training::sessions);
      // when Hoa was there at neither
      course.attend(1, lan);
      course.attend(2);
      // then
      assertThat(on(OCTOBER).total()).returns(1L, Training::sessions);
      // when nobody was there at all, as before a class is cancelled
      course.attend(1);
      // then
      assertThat(on(OCTOBER).total()).returns(0L, Training::sessions);
    }

    @Test
    void countsPeopleOnceAndTurnsForEachClass() {
      // given Lan in two classes of two themes, once as a cadre of A1, once as a member of B1
      var member = new Person(lan.id(), province.branchB1, ParticipantCategory.MEMBER);
      var first = world.plan(world.software, province.communeA, MARCH);
      first.attend(1, lan, binh);
      first.hold();
      var second = world.plan(world.briefing, province.communeB, JUNE);
      second.attend(1, member);
      second.hold();
      // then
      var report = on(OCTOBER);
      assertThat(report.total()).returns(2L, Training::people).returns(3L, Training::turns);
      assertThat(report.rows()).extracting(r -> r.training().people()).containsExactly(1L, 2L);
      assertThat(report.byTheme())
          .extracting(
              t -> t.theme().code(), t -> t.training().people(), t -> t.training().classes())
          .containsExactly(tuple("DIGITAL", 2L, 1L), tuple("GENDER", 1L, 1L));
      assertThat(report.byCategory())
          .extracting(c -> c.category(), c -> c.training().people(), c -> c.training().classes())
          .containsExactly(
              tuple(ParticipantCategory.CADRE, 1L, 0L),
              tuple(ParticipantCategory.MEMBER, 1L, 0L),
              tuple(ParticipantCategory.MAN, 1L, 0L),
              tuple(null, 0L, 2L));
      assertThat(report.byCourse())
          .extracting(c -> c.course().name())
          .containsExactly("Nói chuyện chuyên đề", "Phần mềm quản lý hội viên");
      assertThat(report.cells()).hasSize(5);
    }

    @Test
    void areSelectedByThemeCourseAndProgramme() {
      // given
      var plain = world.plan(world.software, province.communeA, MARCH);
      plain.attend(1, lan);
      plain.hold();
      var project =
          world.plan(
              world.communication, province.communeA, 900, BudgetSource.PROGRAMME, "DU-AN-8", JUNE);
      project.attend(1, lan, hoa);
      project.hold();
      // then
      assertThat(report(query(OCTOBER, OCTOBER, new Selection("GENDER", null, null))).total())
          .returns(1L, Training::classes)
          .returns(2L, Training::people);
      assertThat(report(query(OCTOBER, OCTOBER, new Selection(null, "SOFTWARE", null))).total())
          .returns(1L, Training::turns)
          .returns(1L, Training::sessions);
      assertThat(report(query(OCTOBER, OCTOBER, new Selection(null, null, "DU-AN-8"))).total())
          .returns(900L, Training::budget);
      assertThat(report(query(OCTOBER, OCTOBER, new Selection(null, null, "NONE"))).total())
          .returns(0L, Training::turns);
      assertThat(on(OCTOBER).byProgramme())
          .extracting(p -> p.programme(), p -> p.training().classes())
          .containsExactly(tuple("DU-AN-8", 1L), tuple(null, 1L));
    }
  }

  @Nested
  class Certificates {

    @Test
    void countWhereThePersonDidWhoPassed() {
      // given a certificate that was misprinted, another one in its place, and one of next year
      var course = world.plan(world.software, province.communeA, MARCH);
      course.attend(1, lan, hoa);
      course.hold();
      course.pass(lan, hoa);
      course.certify(hoa, JUNE).revoke(JUNE.plusDays(2));
      course.certify(hoa, JUNE.plusDays(2));
      course.certify(lan, LocalDate.of(2024, 1, 5));
      // then
      assertThat(on(OCTOBER).rows())
          .extracting(
              r -> r.training().certificatesIssued(), r -> r.training().certificatesRevoked())
          .containsExactly(tuple(0L, 0L), tuple(2L, 1L));
      assertThat(report(query(OCTOBER, OCTOBER, new Selection("GENDER", null, null))).total())
          .returns(0L, Training::certificatesIssued);
    }

    @Test
    void areListedWhereTheyAreCounted() {
      // given two certificates, of which one is not valid any more
      var course = world.plan(world.software, province.communeA, MARCH);
      course.attend(1, lan, hoa);
      course.hold();
      course.pass(lan, hoa);
      course.certify(hoa, JUNE).revoke(JUNE.plusDays(2));
      course.certify(lan, JUNE);
      // then
      var map = province.facts().map();
      var reading = new TrainingReports(world.figures(), () -> map).read();
      var year = query(OCTOBER, OCTOBER, Selection.ALL);
      assertThat(reading.certificatesIssued(year)).hasSize(2);
      assertThat(reading.certificatesRevoked(year))
          .hasSize(1)
          .isSubsetOf(reading.certificatesIssued(year));
      var later = query(LocalDate.of(2024, 10, 1), OCTOBER, Selection.ALL);
      assertThat(reading.certificatesIssued(later)).isEmpty();
    }
  }

  @Nested
  class UnderAnotherMap {

    @Test
    void followsTheSuccessorsAndLeavesTheRestOfASplitOpen() {
      // given a class of commune B, which is split: B1 goes to A, nobody says where B2 goes
      var course = world.plan(world.software, province.communeB, MARCH);
      course.attend(1, lan, hoa, binh);
      course.hold();
      // then
      var split = report(query(OCTOBER, SmallProvince.SPLIT, Selection.ALL));
      assertThat(split.rows())
          .extracting(
              TrainingOfUnit::remainder, r -> r.training().classes(), r -> r.training().people())
          .containsExactly(tuple(false, 0L, 2L), tuple(false, 0L, 0L), tuple(true, 1L, 1L));
      // when class and participant are assigned
      course.assign(province.newB, SmallProvince.SPLIT);
      course.assign(binh, province.newB, SmallProvince.SPLIT);
      // then nothing is left, and the old map has not changed
      assertThat(report(query(OCTOBER, SmallProvince.SPLIT, Selection.ALL)).rows())
          .extracting(
              TrainingOfUnit::remainder,
              r -> r.training().classes(),
              r -> r.training().sessions(),
              r -> r.training().people())
          .containsExactly(tuple(false, 0L, 0L, 2L), tuple(false, 1L, 1L, 1L));
      assertThat(on(OCTOBER).rows())
          .extracting(r -> r.training().classes(), r -> r.training().people())
          .containsExactly(tuple(0L, 1L), tuple(1L, 2L));
      assertThat(report(query(OCTOBER, SmallProvince.MERGER, Selection.ALL)).rows())
          .singleElement()
          .returns(3L, r -> r.training().people());
    }

    @Test
    void countsAsUnplacedWhatTheMapPlacesNowhere() {
      var course = world.plan(world.software, UUID.randomUUID(), MARCH);
      course.attend(1, lan);
      course.hold();
      assertThat(on(OCTOBER).total()).returns(0L, Training::classes);
      assertThat(on(OCTOBER).unplaced()).returns(1L, Training::classes);
    }
  }

  @Nested
  class Refuses {

    @Test
    void whatNamesNothing() {
      assertThatThrownBy(() -> report(query(OCTOBER, OCTOBER, new Selection("X", null, null))))
          .isInstanceOf(ThemeUnknown.class);
      assertThatThrownBy(() -> report(query(OCTOBER, OCTOBER, new Selection(null, "X", null))))
          .isInstanceOf(CourseUnknown.class);
    }

    @Test
    void aPeriodTurnedRound() {
      var query =
          new TrainingQuery("54", MARCH, MARCH, null, JUNE, Selection.ALL, Set.of(Dimension.THEME));
      assertThatThrownBy(() -> report(query)).isInstanceOf(PeriodInvalid.class);
    }
  }

  @Test
  void hasNoCellsOfOneDimension() {
    var query =
        new TrainingQuery("54", MARCH, MARCH, null, MARCH, Selection.ALL, Set.of(Dimension.COURSE));
    assertThat(report(query)).returns(List.of(), TrainingReport::cells);
  }
}

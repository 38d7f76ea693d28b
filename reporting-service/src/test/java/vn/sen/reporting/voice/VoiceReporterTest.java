package vn.sen.reporting.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.voice.VoiceReport.VoicesAtUnit;

class VoiceReporterTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate DUE = MARCH.plusDays(VoiceWorld.DAYS);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);

  private final SmallProvince province = new SmallProvince();
  private final VoiceWorld world = new VoiceWorld();

  private VoiceReport report(VoiceQuery query) {
    var map = province.facts().map();
    return new VoiceReports(world.figures(), () -> map).read().report(query);
  }

  private static VoiceQuery query(Side side, LocalDate asOf, LocalDate hierarchy) {
    return new VoiceQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        side,
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        LocalDate.of(2023, 1, 1),
        null,
        null,
        EnumSet.allOf(Dimension.class));
  }

  private VoiceCounts totalOn(LocalDate asOf) {
    return report(query(Side.RAISED, asOf, asOf)).total();
  }

  private VoiceWorld.Voice raise() {
    return world.raise(province.branchA1, VoiceKind.NEED, "LAND", MARCH);
  }

  @Nested
  class Answers {

    @Test
    void areDueUntilADayAndOverdueFromTheNextOnThoughNothingHappens() {
      // given
      raise();
      // then
      assertThat(totalOn(DUE))
          .returns(1L, VoiceCounts::raised)
          .returns(1L, VoiceCounts::open)
          .returns(0L, VoiceCounts::overdue)
          .returns(0L, VoiceCounts::due)
          .returns(null, VoiceCounts::inTimePercent);
      assertThat(totalOn(DUE.plusDays(1)))
          .returns(1L, VoiceCounts::open)
          .returns(1L, VoiceCounts::overdue)
          .returns(1L, VoiceCounts::due)
          .returns(new BigDecimal("0.00"), VoiceCounts::inTimePercent);
    }

    @Test
    void inTimeAreAShareOfAllThatWereDue() {
      // given one in time, one late, one overdue, one that has time left
      raise().answer(DUE);
      raise().answer(DUE.plusDays(1));
      raise();
      world.raise(province.branchB1, VoiceKind.PETITION, "FAMILY", OCTOBER);
      // then
      assertThat(totalOn(OCTOBER))
          .isEqualTo(new VoiceCounts(4, 2, 1, 2, 1, 1, 3, new BigDecimal("33.33"), 0, 0, 0, 0));
    }

    @Test
    void followACorrectedDay() {
      // given
      var voice = raise();
      voice.answer(DUE.plusDays(10));
      assertThat(totalOn(DUE.plusDays(5))).returns(1L, VoiceCounts::overdue);
      // when it turns out to have been answered in time
      voice.correctAnswer("FAMILY", DUE);
      // then on every date
      assertThat(totalOn(DUE.plusDays(5)))
          .returns(0L, VoiceCounts::overdue)
          .returns(1L, VoiceCounts::answeredInTime);
      assertThat(totalOn(OCTOBER))
          .isEqualTo(new VoiceCounts(1, 0, 0, 1, 1, 0, 1, new BigDecimal("100.00"), 0, 0, 0, 0));
      assertThat(report(query(Side.RAISED, OCTOBER, OCTOBER)).bySubject())
          .extracting(VoiceReport.VoicesOfSubject::subject)
          .containsExactly("FAMILY");
    }

    @Test
    void areGivenOnceMoreAfterReopening() {
      // given
      var voice = raise();
      voice.answer(DUE);
      voice.close(false, DUE.plusDays(2));
      voice.reopen(DUE.plusDays(3));
      voice.answer(OCTOBER);
      voice.close(true, OCTOBER);
      raise().withdraw(DUE);
      // then
      assertThat(totalOn(OCTOBER))
          .isEqualTo(new VoiceCounts(2, 0, 0, 0, 1, 1, 2, new BigDecimal("50.00"), 1, 1, 1, 1));
    }
  }

  @Nested
  class Units {

    @Test
    void areThoseWhereVoicesWereRaisedOrThoseThatHaveToAnswer() {
      // given a voice that went from a branch to its commune, and another one to the province
      raise().route(province.communeA, MARCH.plusDays(2));
      world
          .raise(province.branchB1, VoiceKind.PETITION, "FAMILY", MARCH)
          .route(province.province, MARCH.plusDays(2));
      // then
      var raised = report(query(Side.RAISED, OCTOBER, OCTOBER));
      assertThat(raised.rows())
          .extracting(row -> row.counts().raised(), row -> row.counts().overdue())
          .containsExactly(tuple(1L, 1L), tuple(1L, 1L));
      assertThat(raised.byOwner())
          .extracting(row -> row.unit().code(), row -> row.counts().open())
          .containsExactly(
              tuple("22015", 1L),
              tuple("22015-CH01", 0L),
              tuple("22024-CH01", 0L),
              tuple("54", 1L));
      var owned = report(query(Side.OWNER, OCTOBER, OCTOBER));
      assertThat(owned.total()).isEqualTo(raised.total());
      assertThat(owned.rows())
          .extracting(row -> row.remainder(), row -> row.counts().open())
          .containsExactly(tuple(false, 1L), tuple(false, 0L), tuple(true, 1L));
      assertThat(owned.byRaisedAt())
          .extracting(row -> row.unit().code(), row -> row.counts().open())
          .containsExactly(tuple("22015-CH01", 1L), tuple("22024-CH01", 1L));
    }

    @Test
    void areFollowedByTheirSuccessors() {
      // given a unit that a split leaves open
      world.raise(province.branchB2, VoiceKind.NEED, "LAND", MARCH);
      raise();
      // then
      var split = report(query(Side.RAISED, OCTOBER, SmallProvince.SPLIT));
      assertThat(split.rows())
          .extracting(row -> row.remainder(), row -> row.counts().open())
          .containsExactly(tuple(false, 1L), tuple(false, 0L), tuple(true, 1L));
      var merged = report(query(Side.OWNER, OCTOBER, SmallProvince.MERGER));
      assertThat(merged.total()).isEqualTo(totalOn(OCTOBER));
      assertThat(merged.rows()).extracting(row -> row.counts().open()).containsExactly(2L);
      assertThat(merged.unplaced()).isZero();
    }
  }

  @Test
  void selectAndDivideByKindAndSubject() {
    // given
    raise();
    world.raise(province.branchA1, VoiceKind.PETITION, "LAND", MARCH).answer(DUE);
    // then
    var all = report(query(Side.RAISED, OCTOBER, OCTOBER));
    assertThat(all.byKind())
        .extracting(row -> row.kind(), row -> row.counts().open())
        .containsExactly(tuple(VoiceKind.NEED, 1L), tuple(VoiceKind.PETITION, 0L));
    assertThat(all.cells())
        .extracting(c -> c.kind(), c -> c.subject(), c -> c.owner().code(), c -> c.counts().due())
        .containsExactly(
            tuple(VoiceKind.NEED, "LAND", "22015-CH01", 1L),
            tuple(VoiceKind.PETITION, "LAND", "22015-CH01", 1L));
    var petitions =
        new VoiceQuery(
            "22015",
            Side.RAISED,
            OCTOBER,
            OCTOBER,
            null,
            MARCH,
            VoiceKind.PETITION,
            "LAND",
            EnumSet.of(Dimension.RAISED_AT));
    assertThat(report(petitions).byRaisedAt())
        .singleElement()
        .extracting(VoicesAtUnit::counts)
        .isEqualTo(report(petitions).total())
        .returns(1L, counts -> ((VoiceCounts) counts).answeredInTime());
  }

  @Test
  void refuseAPeriodTurnedRound() {
    assertThatThrownBy(() -> totalOn(LocalDate.of(2022, 12, 31))).isInstanceOf(PeriodInvalid.class);
  }
}

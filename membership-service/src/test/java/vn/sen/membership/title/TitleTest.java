package vn.sen.membership.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.events.membership.TitleEvent.TitleSeatsSet;
import vn.sen.events.membership.TitleEvent.TitleStandardSet;
import vn.sen.events.membership.TitleSeats;
import vn.sen.events.membership.UnitLevel;

class TitleTest {

  private static final LocalDate LATER = LocalDate.of(2021, 6, 1);

  private final Title chair = TitleMother.chair();

  private static Standard standard(LocalDate from, String... competencies) {
    return new Standard(
        UnitLevel.COMMUNE,
        TheoryLevel.INTERMEDIATE,
        ProfessionalLevel.UNIVERSITY,
        List.of(competencies),
        "  Hướng dẫn  12/HD ",
        from);
  }

  @Test
  void a_title_has_seats_at_its_levels_from_its_first_day_on() {
    assertThat(chair.seatsOn(UnitLevel.COMMUNE, TitleMother.INTRODUCED)).isEqualTo(1);
    assertThat(chair.seatsOn(UnitLevel.COMMUNE, TitleMother.INTRODUCED.minusDays(1))).isZero();
    assertThat(chair.seatsOn(UnitLevel.BRANCH, LATER)).isZero();
  }

  @Test
  void seats_change_from_a_day_on() {
    // when
    var decision = chair.setSeats(UnitLevel.COMMUNE, 2, LATER);
    // then
    assertThat(decision.events())
        .isEqualTo(List.of(new TitleSeatsSet(UnitLevel.COMMUNE, 2, LATER)));
    assertThat(decision.state().seatsOn(UnitLevel.COMMUNE, LATER.minusDays(1))).isEqualTo(1);
    assertThat(decision.state().seatsOn(UnitLevel.COMMUNE, LATER)).isEqualTo(2);
    assertThat(decision.state().seatsOn(UnitLevel.PROVINCE, LATER)).isEqualTo(1);
  }

  @Test
  void said_again_for_the_day_it_replaces_and_said_twice_it_changes_nothing() {
    var two = chair.setSeats(UnitLevel.COMMUNE, 2, LATER).state();

    assertThat(two.setSeats(UnitLevel.COMMUNE, 3, LATER).state().seatsOn(UnitLevel.COMMUNE, LATER))
        .isEqualTo(3);
    assertThat(two.setSeats(UnitLevel.COMMUNE, 2, LATER).events()).isEmpty();
    assertThat(chair.rename("Chủ tịch Hội", TitleMother.INTRODUCED).events()).isEmpty();
  }

  @Test
  void a_standard_holds_until_the_next_one_of_its_level() {
    // given
    var first = TitleMother.withStandard(chair, standard(TitleMother.INTRODUCED, "TIN_HOC"));
    // when
    var decision = first.setStandard(standard(LATER, "TIN_HOC", "GIOI", "GIOI"));
    // then
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new TitleStandardSet(
                    UnitLevel.COMMUNE,
                    TheoryLevel.INTERMEDIATE,
                    ProfessionalLevel.UNIVERSITY,
                    List.of("GIOI", "TIN_HOC"),
                    "Hướng dẫn 12/HD",
                    LATER)));
    var title = decision.state();
    assertThat(title.standardOn(UnitLevel.COMMUNE, LATER.minusDays(1)))
        .hasValueSatisfying(s -> assertThat(s.competencies()).containsExactly("TIN_HOC"));
    assertThat(title.standardOn(UnitLevel.COMMUNE, LATER))
        .hasValueSatisfying(s -> assertThat(s.competencies()).containsExactly("GIOI", "TIN_HOC"));
    assertThat(title.standardOn(UnitLevel.PROVINCE, LATER)).isEmpty();
  }

  @Test
  void a_name_is_borne_from_a_day_on() {
    var renamed = chair.rename(" Chủ tịch  Hội LHPN", LATER).state();

    assertThat(renamed.nameOn(LATER)).isEqualTo("Chủ tịch Hội LHPN");
    assertThat(renamed.nameOn(LATER.minusDays(1))).isEqualTo("Chủ tịch Hội");
    assertThat(renamed.nameOn(LocalDate.of(1999, 1, 1))).isEqualTo("Chủ tịch Hội");
  }

  @Test
  void a_retired_title_has_no_seats_and_is_retired_once() {
    var retired = chair.retire(LATER).state();

    assertThat(retired.seatsOn(UnitLevel.COMMUNE, LATER.minusDays(1))).isEqualTo(1);
    assertThat(retired.seatsOn(UnitLevel.COMMUNE, LATER)).isZero();
    assertThat(retired.retire(LATER).events()).isEmpty();
    assertThatThrownBy(() -> retired.retire(LATER.plusDays(1)))
        .isInstanceOf(TitleRules.TitleAlreadyRetired.class);
    assertThatThrownBy(() -> retired.setSeats(UnitLevel.COMMUNE, 1, LATER))
        .isInstanceOf(TitleRules.OutsideTheTitlesLife.class);
  }

  @Test
  void what_is_no_title_is_refused() {
    var commune = new TitleSeats(UnitLevel.COMMUNE, 1);
    assertThatThrownBy(() -> Title.introduce("X", "X", List.of(commune, commune), LATER))
        .isInstanceOf(TitleRules.LevelTwice.class);
    assertThatThrownBy(
            () -> Title.introduce("X", "X", List.of(new TitleSeats(UnitLevel.COMMUNE, 0)), LATER))
        .isInstanceOf(TitleRules.NoSeatsAnywhere.class);
    assertThatThrownBy(() -> Title.introduce("X", "  ", List.of(commune), LATER))
        .isInstanceOf(TitleRules.TitleNameUnusable.class);
    assertThatThrownBy(() -> chair.rename("Y", TitleMother.INTRODUCED.minusDays(1)))
        .isInstanceOf(TitleRules.OutsideTheTitlesLife.class);
    assertThatThrownBy(() -> chair.retire(TitleMother.INTRODUCED))
        .isInstanceOf(TitleRules.OutsideTheTitlesLife.class);
  }
}

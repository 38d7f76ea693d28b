package vn.sen.membership.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.CadreEvent.CadreForgotten;
import vn.sen.events.membership.CadreEvent.ProfessionStated;
import vn.sen.events.membership.CadreEvent.TheoryStated;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.cadre.Gap.Qualified;
import vn.sen.membership.cadre.Qualifications.Profession;
import vn.sen.membership.cadre.Qualifications.Theory;
import vn.sen.membership.title.Standard;

class GapTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final LocalDate GRADUATED = LocalDate.of(2018, 6, 30);
  private static final UUID HOA = UUID.randomUUID();

  private static Standard demanding(
      @Nullable TheoryLevel theory,
      @Nullable ProfessionalLevel professional,
      String... competencies) {
    return new Standard(
        UnitLevel.COMMUNE, theory, professional, List.of(competencies), "12/HD", GRADUATED);
  }

  @Test
  void lower_levels_and_missing_trainings_are_lacking() {
    var gap =
        Gap.between(
            demanding(TheoryLevel.INTERMEDIATE, ProfessionalLevel.UNIVERSITY, "TIN_HOC", "GIOI"),
            new Qualified(TheoryLevel.ELEMENTARY, null, Set.of("TIN_HOC")));

    assertThat(gap)
        .isEqualTo(
            new Gap(TheoryLevel.INTERMEDIATE, ProfessionalLevel.UNIVERSITY, List.of("GIOI")));
  }

  @Test
  void who_has_as_much_or_more_lacks_nothing() {
    var standard = demanding(TheoryLevel.INTERMEDIATE, ProfessionalLevel.UNIVERSITY, "TIN_HOC");

    assertThat(
            Gap.between(
                standard,
                new Qualified(
                    TheoryLevel.INTERMEDIATE, ProfessionalLevel.MASTER, Set.of("TIN_HOC", "X"))))
        .isEqualTo(Gap.NONE);
    assertThat(Gap.between(demanding(null, null), new Qualified(null, null, Set.of())))
        .isEqualTo(Gap.NONE);
  }

  @Test
  void a_level_is_had_from_its_day_on() {
    // when
    var decision =
        Qualifications.none()
            .state(HOA, new Profession(ProfessionalLevel.UNIVERSITY, GRADUATED), TODAY);
    var later =
        decision
            .state()
            .state(HOA, new Theory(TheoryLevel.INTERMEDIATE, GRADUATED.plusYears(2)), TODAY);
    // then
    assertThat(decision.events())
        .isEqualTo(List.of(new ProfessionStated(HOA, ProfessionalLevel.UNIVERSITY, GRADUATED)));
    assertThat(later.events())
        .isEqualTo(
            List.of(new TheoryStated(HOA, TheoryLevel.INTERMEDIATE, GRADUATED.plusYears(2))));
    var qualifications = later.state();
    assertThat(qualifications.professionalOn(GRADUATED)).isEqualTo(ProfessionalLevel.UNIVERSITY);
    assertThat(qualifications.professionalOn(GRADUATED.minusDays(1))).isNull();
    assertThat(qualifications.theoryOn(GRADUATED)).isNull();
    assertThat(qualifications.theoryOn(TODAY)).isEqualTo(TheoryLevel.INTERMEDIATE);
  }

  @Test
  void a_level_is_corrected_for_its_day_and_not_stated_for_one_to_come() {
    var wrong =
        Qualifications.none().state(HOA, new Theory(TheoryLevel.ADVANCED, GRADUATED), TODAY);

    var corrected = wrong.state().state(HOA, new Theory(null, GRADUATED), TODAY).state();

    assertThat(corrected.theoryOn(TODAY)).isNull();
    assertThat(corrected.theory()).hasSize(1);
    assertThat(corrected.state(HOA, new Theory(null, GRADUATED), TODAY).events()).isEmpty();
    assertThatThrownBy(
            () -> corrected.state(HOA, new Theory(TheoryLevel.ADVANCED, TODAY.plusDays(1)), TODAY))
        .isInstanceOf(Qualifications.LevelInTheFuture.class);
  }

  @Test
  void they_are_forgotten_once() {
    var stated =
        Qualifications.none()
            .state(HOA, new Theory(TheoryLevel.ADVANCED, GRADUATED), TODAY)
            .state();

    assertThat(stated.forget(HOA, TODAY).events())
        .isEqualTo(List.of(new CadreForgotten(HOA, TODAY)));
    assertThat(stated.forget(HOA, TODAY).state().forget(HOA, TODAY).events()).isEmpty();
  }
}

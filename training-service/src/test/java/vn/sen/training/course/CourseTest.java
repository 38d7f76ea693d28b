package vn.sen.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.CourseEvent.CourseIntroduced;
import vn.sen.events.training.CourseEvent.CourseRevised;
import vn.sen.events.training.CourseLevel;

class CourseTest {

  private static final UUID THEME = UUID.randomUUID();
  private static final LocalDate START = LocalDate.of(2015, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2022, 1, 1);

  private static Course.Edition edition(@Nullable String competency, LocalDate from) {
    var months = competency == null ? null : 36;
    return new Course.Edition(
        "Kỹ năng", 16, "Cán bộ Hội", CourseLevel.UPDATE, competency, months, from);
  }

  private static Course introduced() {
    return Course.introduce("GENDER-1", THEME, edition("GENDER", START)).state();
  }

  @Test
  void is_introduced_as_what_it_is_first() {
    assertThat(Course.introduce("GENDER-1", THEME, edition("GENDER", START)).events())
        .isEqualTo(
            List.of(
                new CourseIntroduced(
                    "GENDER-1",
                    THEME,
                    "Kỹ năng",
                    16,
                    "Cán bộ Hội",
                    CourseLevel.UPDATE,
                    "GENDER",
                    36,
                    START)));
  }

  @Test
  void is_what_it_was_on_the_day_asked_for() {
    var revised = introduced().revise(edition(null, LATER));

    assertThat(revised.events())
        .isEqualTo(
            List.of(
                new CourseRevised(
                    "Kỹ năng", 16, "Cán bộ Hội", CourseLevel.UPDATE, null, null, LATER)));
    assertThat(revised.state().on(LATER.minusDays(1)).competency()).isEqualTo("GENDER");
    assertThat(revised.state().on(LATER).competency()).isNull();
    assertThat(revised.state().revise(edition(null, LATER)).events()).isEmpty();
  }

  @Test
  void is_held_from_its_first_day_until_it_is_retired() {
    var retired = introduced().retire(LATER).state();

    assertThat(retired.isHeldOn(START.minusDays(1))).isFalse();
    assertThat(retired.isHeldOn(LATER.minusDays(1))).isTrue();
    assertThat(retired.isHeldOn(LATER)).isFalse();
    assertThat(retired.retire(LATER).events()).isEmpty();
    assertThatThrownBy(() -> retired.retire(LATER.plusDays(1)))
        .isInstanceOf(CourseRules.CourseAlreadyRetired.class);
  }

  @Test
  void a_time_without_a_competency_makes_no_sense() {
    var senseless =
        new Course.Edition("Kỹ năng", 16, "Cán bộ", CourseLevel.UPDATE, null, 36, START);

    assertThatThrownBy(() -> Course.introduce("X", THEME, senseless))
        .isInstanceOf(CourseRules.LastsWithoutCompetency.class);
    assertThatThrownBy(() -> introduced().revise(edition(null, START.minusDays(1))))
        .isInstanceOf(CourseRules.RevisedBeforeStart.class);
    assertThatThrownBy(() -> introduced().retire(START))
        .isInstanceOf(CourseRules.CourseRetiredBeforeStart.class);
  }
}

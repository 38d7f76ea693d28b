package vn.sen.training.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.training.theme.ThemeMother.END;
import static vn.sen.training.theme.ThemeMother.START;
import static vn.sen.training.theme.ThemeMother.software;
import static vn.sen.training.theme.ThemeMother.softwareIntroduced;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.ThemeEvent.ThemeRetired;

class ThemeTest {

  @Test
  void aThemeBeginsByItsIntroduction() {
    // when
    var events =
        Theme.decide(null, new ThemeCommand.Introduce("PMHV", "Phần mềm quản lý hội viên", START));
    // then
    assertThat(events).containsExactly(softwareIntroduced());
    assertThat(software()).isEqualTo(new Theme("PMHV", "Phần mềm quản lý hội viên", START, null));
  }

  @Nested
  class Retiring {

    @Test
    void endsTheThemeOnADay() {
      // when
      var events = Theme.decide(software(), new ThemeCommand.Retire(END));
      // then
      assertThat(events).containsExactly(new ThemeRetired(END));
      assertThat(Theme.evolve(software(), events.getFirst()).retiredOn()).isEqualTo(END);
    }

    @Test
    void againOnTheSameDayChangesNothing() {
      // given
      var retired = Theme.evolve(software(), new ThemeRetired(END));
      // then
      assertThat(Theme.decide(retired, new ThemeCommand.Retire(END))).isEmpty();
    }

    @Test
    void againOnAnotherDayIsRefused() {
      // given
      var retired = Theme.evolve(software(), new ThemeRetired(END));
      // then
      assertThatThrownBy(() -> Theme.decide(retired, new ThemeCommand.Retire(END.plusDays(1))))
          .isInstanceOfSatisfying(
              ThemeAlreadyRetired.class,
              refused -> {
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.arguments()).containsExactly("2025-07-01");
              });
    }

    @Test
    void onItsFirstDayIsRefusedTheNextDayIsNot() {
      assertThatThrownBy(() -> Theme.decide(software(), new ThemeCommand.Retire(START)))
          .isInstanceOfSatisfying(
              RetiredBeforeStart.class, refused -> assertThat(refused.pointer()).isEqualTo("/on"));
      assertThat(Theme.decide(software(), new ThemeCommand.Retire(START.plusDays(1))))
          .containsExactly(new ThemeRetired(START.plusDays(1)));
    }
  }
}

package vn.sen.training.theme;

import java.time.LocalDate;
import vn.sen.events.training.ThemeEvent.ThemeIntroduced;

/** Themes to test with. */
final class ThemeMother {

  static final LocalDate START = LocalDate.of(2022, 1, 1);
  static final LocalDate END = LocalDate.of(2025, 7, 1);

  private ThemeMother() {}

  static ThemeIntroduced softwareIntroduced() {
    return new ThemeIntroduced("PMHV", "Phần mềm quản lý hội viên", START);
  }

  static Theme software() {
    return Theme.evolve(null, softwareIntroduced());
  }
}

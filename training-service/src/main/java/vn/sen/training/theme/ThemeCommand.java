package vn.sen.training.theme;

import java.time.LocalDate;

/** What can be asked of a theme. */
sealed interface ThemeCommand {

  /** Hold classes on it from a day on. */
  record Introduce(String code, String name, LocalDate from) implements ThemeCommand {}

  /** Hold no more classes on it; {@code on} is the first day without. */
  record Retire(LocalDate on) implements ThemeCommand {}
}

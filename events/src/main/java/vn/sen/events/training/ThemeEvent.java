package vn.sen.events.training;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one theme of training. */
public sealed interface ThemeEvent extends DomainEvent {

  /**
   * Classes can be held on the theme from a day on.
   *
   * @param code short and unique for ever, also after the theme was retired
   */
  @EventName("training.theme.introduced.v1")
  record ThemeIntroduced(String code, String name, LocalDate from) implements ThemeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * No more classes are held on the theme; those that were still count.
   *
   * @param on the first day without it
   */
  @EventName("training.theme.retired.v1")
  record ThemeRetired(LocalDate on) implements ThemeEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

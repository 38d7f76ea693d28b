package vn.sen.training.theme;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says which themes there are. */
@Component
public class KnownThemes {

  private final Themes themes;

  KnownThemes(Themes themes) {
    this.themes = themes;
  }

  /** Whether classes can be held on the theme on a day. */
  public boolean taughtOn(UUID theme, LocalDate day) {
    return themes.find(theme).filter(known -> known.state().isTaughtOn(day)).isPresent();
  }
}

package vn.sen.reporting.activity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.Drafts;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitTallies;

/**
 * All figures at one point of the log. Immutable, shared by all readers.
 *
 * @param position up to where the log is in the figures
 */
public record ActivitySnapshot(
    Drafts.Copies<ActivityPlace, DatedSteps> places, ViewPosition position) {

  /**
   * Which activities are meant; null for all.
   *
   * @param themeId of the theme
   * @param programme the code of a programme of the Union
   */
  public record Selection(
      @Nullable ActivityKind kind, @Nullable UUID themeId, @Nullable String programme) {

    boolean has(ActivityPlace place) {
      return (kind == null || kind == place.kind())
          && (themeId == null || themeId.equals(place.themeId()))
          && (programme == null || programme.equals(place.programme()));
    }
  }

  /** Adds up activities of a period. */
  public static final class Tally {
    private final Set<UUID> known = new HashSet<>();
    private long activities;
    private long turns;
    private long unnamed;

    private void add(@Nullable UUID person, long held, long came) {
      activities += held;
      turns += came;
      if (person == null) {
        unnamed += came;
      } else if (came > 0) {
        known.add(person);
      }
    }

    /** Activities held. */
    public long activities() {
      return activities;
    }

    /** Lượt. */
    public long turns() {
      return turns;
    }

    /** Who is known by id once, and as many others as are said to have come. */
    public long people() {
      return known.size() + unnamed;
    }
  }

  /** Adds up the activities of a period at the units that organised them. */
  public void addUp(
      Selection selection,
      Territory territory,
      LocalDate from,
      LocalDate asOf,
      UnitTallies<Tally> units) {
    places.forEach(
        (place, steps) -> {
          if (!selection.has(place)) {
            return;
          }
          long held = steps.within(ActivityMeasure.ACTIVITIES, from, asOf);
          long came = steps.within(ActivityMeasure.TURNS, from, asOf);
          if (held != 0 || came != 0) {
            Consumer<Tally> addition = tally -> tally.add(place.personId(), held, came);
            units.add(territory.place(new Leaf(place.unitId(), place.via())), addition);
          }
        });
  }
}

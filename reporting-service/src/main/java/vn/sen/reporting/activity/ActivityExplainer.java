package vn.sen.reporting.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.reporting.activity.ActivityPart.ActivitiesOf;
import vn.sen.reporting.activity.ActivitySnapshot.Selection;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Source;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory.Place;
import vn.sen.reporting.reading.Unit;

/** Tells of which activities, or people, the figures of a period are made. */
public final class ActivityExplainer implements Source<ActivityPart> {

  /** Activities held. */
  public static final String ACTIVITIES = "activities";

  /** Who is known by id once, and as many others as are said to have come. */
  public static final String PEOPLE = "people";

  /** Lượt. */
  public static final String TURNS = "turns";

  private static final Figures<Figure> ALL = all();

  private enum Figure {
    HELD,
    WHO_CAME,
    TOOK_PART
  }

  private static Figures<Figure> all() {
    var all = new LinkedHashMap<String, Figure>();
    all.put(ACTIVITIES, Figure.HELD);
    all.put(PEOPLE, Figure.WHO_CAME);
    all.put(TURNS, Figure.TOOK_PART);
    return Figures.of(all);
  }

  /** Somebody, or people of whom only the number is known. */
  private record Came(@Nullable UUID person, List<ActivityPlace> places) {

    String key() {
      return person == null ? ActivityExplainer.key(places.getFirst()) : person.toString();
    }
  }

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(LocalDate from, LocalDate asOf, String figure, String part) {}

  private final ActivitySnapshot snapshot;
  private final Selection selection;
  private final RowChoice row;
  private final LocalDate from;
  private final LocalDate asOf;

  /**
   * @param from the first day of the period that ends with {@code asOf}
   */
  public ActivityExplainer(
      ActivitySnapshot snapshot,
      Selection selection,
      RowChoice row,
      LocalDate from,
      LocalDate asOf) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.row = row;
    this.from = from;
    this.asOf = asOf;
  }

  @Override
  public Explained<ActivityPart> explain(String figure, @Nullable After after, int limit) {
    return switch (ALL.find(figure)) {
      case HELD -> activities(ActivityMeasure.ACTIVITIES, figure, after, limit);
      case TOOK_PART -> activities(ActivityMeasure.TURNS, figure, after, limit);
      case WHO_CAME -> people(after, limit);
    };
  }

  private void forEach(ActivityMeasure measure, ObjLongConsumer<ActivityPlace> action) {
    snapshot
        .places()
        .forEach(
            (place, steps) -> {
              if (selection.has(place) && row.holds(organiser(place))) {
                action.accept(place, steps.within(measure, from, asOf));
              }
            });
  }

  private Place organiser(ActivityPlace place) {
    return row.territory().place(new Leaf(place.unitId(), place.via()));
  }

  private Explained<ActivityPart> activities(
      ActivityMeasure measure, String figure, @Nullable After after, int limit) {
    var page = new PartPage<>(ActivityExplainer::key, after, limit);
    forEach(measure, page::add);
    return new Explained.Sum<>(
        page.parts().with(place -> new ActivityPart(null, List.of(named(place)))), figure);
  }

  private Explained<ActivityPart> people(@Nullable After after, int limit) {
    var known = new HashMap<UUID, List<ActivityPlace>>();
    var page = new PartPage<>(Came::key, after, limit);
    forEach(
        ActivityMeasure.TURNS,
        (place, came) -> {
          var person = place.personId();
          if (person == null) {
            page.add(new Came(null, List.of(place)), came);
          } else if (came > 0) {
            known.computeIfAbsent(person, _ -> new ArrayList<>()).add(place);
          }
        });
    known.forEach((person, places) -> page.add(new Came(person, places), 1));
    return new Explained.Sum<>(
        page.parts()
            .with(
                came ->
                    new ActivityPart(
                        came.person(), came.places().stream().map(this::named).toList())),
        TURNS);
  }

  private static String key(ActivityPlace place) {
    return UUID.nameUUIDFromBytes(place.toString().getBytes(UTF_8)).toString();
  }

  private ActivitiesOf named(ActivityPlace place) {
    var above = organiser(place).above();
    return new ActivitiesOf(
        key(place),
        place.kind(),
        above.isEmpty() ? null : Unit.of(above.getFirst(), row.territory().day()),
        place.programme(),
        place.themeId());
  }

  @Override
  public Trail<ActivityRow> trail(String figure, String part) {
    var measure =
        switch (ALL.find(figure)) {
          case HELD -> ActivityMeasure.ACTIVITIES;
          case TOOK_PART -> ActivityMeasure.TURNS;
          case WHO_CAME -> throw new PartUnknown();
        };
    var found = new HashMap<ActivityPlace, Long>();
    forEach(
        measure,
        (place, value) -> {
          if (part.equals(key(place))) {
            found.put(place, value);
          }
        });
    var place = found.keySet().stream().findFirst().orElseThrow(PartUnknown::new);
    return Trail.mentioning(
        new Question(from, asOf, figure, part),
        found.getOrDefault(place, 0L),
        new ActivityView(),
        snapshot.position(),
        Stream.concat(Stream.of(place.unitId()), Stream.ofNullable(place.personId())).toList(),
        counted ->
            counted.place().equals(place)
                    && counted.measure() == measure
                    && !counted.date().isBefore(from)
                    && !counted.date().isAfter(asOf)
                ? 1
                : 0);
  }
}

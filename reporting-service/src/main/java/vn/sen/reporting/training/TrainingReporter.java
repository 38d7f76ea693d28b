package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Territory.Place;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;
import vn.sen.reporting.training.ClassPart.Spot;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingReport.TrainingCell;
import vn.sen.reporting.training.TrainingReport.TrainingInCourse;
import vn.sen.reporting.training.TrainingReport.TrainingInProgramme;
import vn.sen.reporting.training.TrainingReport.TrainingOfCategory;
import vn.sen.reporting.training.TrainingReport.TrainingOfUnit;
import vn.sen.reporting.training.TrainingReport.TrainingOnTheme;

/** Makes one report of classes: every class and certificate is looked at once. */
final class TrainingReporter {

  private static final Comparator<@Nullable ParticipantCategory> PEOPLE_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());
  private static final Comparator<@Nullable String> CODES_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** Numbers of a theme, a course and a programme, −1 where not asked for. */
  private record Cell(
      int theme,
      int course,
      int programme,
      @Nullable ParticipantCategory category,
      @Nullable OrgUnit unit) {}

  private final TrainingSnapshot snapshot;
  private final Territory territory;
  private final TrainingQuery query;
  private final Set<Dimension> by;
  private final Selected selected;
  private final Place[] places;
  private final UnitTallies<TrainingTally> units;
  private final Map<Integer, TrainingTally> themes = new HashMap<>();
  private final Map<Integer, TrainingTally> courses = new HashMap<>();
  private final Map<Integer, TrainingTally> programmes = new HashMap<>();
  private final Map<Optional<ParticipantCategory>, TrainingTally> categories = new HashMap<>();
  private final Map<Cell, TrainingTally> cells = new HashMap<>();

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  TrainingReporter(TrainingSnapshot snapshot, Territory territory, TrainingQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.by = query.by();
    this.selected = Selected.of(snapshot, query.selection());
    this.places = snapshot.leaves().stream().map(territory::place).toArray(Place[]::new);
    this.units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), query.selection().trait(), TrainingTally::new);
  }

  /** Which classes are meant, by numbers; null for all. */
  private record Selected(
      @Nullable Integer theme, @Nullable Integer course, @Nullable Integer programme) {

    /** Of a programme that no class names; not {@link ClassPart#NONE}, the classes outside any. */
    private static final int UNKNOWN = -2;

    static Selected of(TrainingSnapshot snapshot, TrainingQuery.Selection asked) {
      Integer theme = null;
      if (asked.theme() != null) {
        var id = snapshot.find(Register.THEME, asked.theme()).orElseThrow(ThemeUnknown::new);
        theme = snapshot.themes().indexOf(id);
      }
      Integer course = null;
      if (asked.course() != null) {
        var id = snapshot.find(Register.COURSE, asked.course()).orElseThrow(CourseUnknown::new);
        course = snapshot.courses().indexOf(id);
      }
      Integer programme = null;
      if (asked.programme() != null) {
        int found = snapshot.programmes().indexOf(asked.programme());
        programme = found < 0 ? UNKNOWN : found;
      }
      return new Selected(theme, course, programme);
    }

    boolean has(Spot spot) {
      return (theme == null || theme == spot.theme())
          && (course == null || course == spot.course())
          && (programme == null || programme == spot.programme());
    }
  }

  TrainingReport report() {
    snapshot.classes().values().forEach(this::add);
    snapshot.certificates().values().forEach(this::add);
    return new TrainingReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        query.from(),
        units.level(),
        by.stream().sorted().toList(),
        units.total().training(),
        units.rows((unit, tally) -> new TrainingOfUnit(unit, unit == null, tally.training())),
        by.contains(Dimension.THEME) ? byTheme() : List.of(),
        by.contains(Dimension.COURSE) ? byCourse() : List.of(),
        by.contains(Dimension.PROGRAMME) ? byProgramme() : List.of(),
        by.contains(Dimension.CATEGORY) ? byCategory() : List.of(),
        cells(),
        units.unplaced().training());
  }

  private void add(ClassFigures figures) {
    var source = figures.plan() == null ? BudgetSource.OTHER : figures.plan().source();
    for (var part : figures.parts()) {
      if (selected.has(part.spot())) {
        add(part.spot(), Share.of(part, source, query.from(), query.asOf()));
      }
    }
    if (figures.own() != null && selected.has(figures.own())) {
      long sessions = figures.sessionDays().filter(this::isWithin).count();
      add(figures.own(), Share.ofSessions(sessions));
    }
  }

  private void add(Certificate certificate) {
    boolean issued = isWithin(certificate.issuedOn());
    boolean revoked = isWithin(certificate.revokedOn());
    if (!issued && !revoked) {
      return;
    }
    var spot = spotOf(certificate);
    if (spot != null) {
      add(spot, Share.ofCertificate(issued, revoked));
    }
  }

  /** Where a certificate counts; null where its class is not known or not meant. */
  private @Nullable Spot spotOf(Certificate certificate) {
    var classId = certificate.classId();
    var figures = classId == null ? null : snapshot.classes().get(classId);
    var spot = figures == null ? null : figures.spotOf(certificate.person());
    return spot != null && selected.has(spot) ? spot : null;
  }

  /**
   * The certificates of which something is counted, by id.
   *
   * @param day of what is counted; it is where the day lies within the period
   */
  Set<UUID> certificates(Function<Certificate, @Nullable LocalDate> day) {
    var found = new HashSet<UUID>();
    snapshot
        .certificates()
        .forEach(
            (id, certificate) -> {
              var spot = isWithin(day.apply(certificate)) ? spotOf(certificate) : null;
              if (spot != null && units.holds(places[spot.leaf()])) {
                found.add(id);
              }
            });
    return found;
  }

  private boolean isWithin(@Nullable LocalDate day) {
    return day != null && !day.isBefore(query.from()) && !day.isAfter(query.asOf());
  }

  private void add(Spot spot, Share share) {
    if (share.isNothing()) {
      return;
    }
    var place = places[spot.leaf()];
    units.add(place, tally -> tally.add(share));
    if (units.holds(place)) {
      tally(themes, spot.theme()).add(share);
      tally(courses, spot.course()).add(share);
      tally(programmes, spot.programme()).add(share);
      tally(categories, Optional.ofNullable(spot.category())).add(share);
      if (by.size() > 1) {
        tally(cells, cell(spot, place)).add(share);
      }
    }
  }

  private static <K> TrainingTally tally(Map<K, TrainingTally> tallies, K key) {
    return tallies.computeIfAbsent(key, _ -> new TrainingTally());
  }

  private Cell cell(Spot spot, Place place) {
    return new Cell(
        by.contains(Dimension.THEME) ? spot.theme() : ClassPart.NONE,
        by.contains(Dimension.COURSE) ? spot.course() : ClassPart.NONE,
        by.contains(Dimension.PROGRAMME) ? spot.programme() : ClassPart.NONE,
        by.contains(Dimension.CATEGORY) ? spot.category() : null,
        by.contains(Dimension.UNIT) ? units.row(place) : null);
  }

  private Labelled theme(int number) {
    return snapshot.labelled(Register.THEME, snapshot.themes().get(number), query.asOf());
  }

  private Labelled course(int number) {
    return snapshot.labelled(Register.COURSE, snapshot.courses().get(number), query.asOf());
  }

  private @Nullable String programme(int number) {
    return number < 0 ? null : snapshot.programmes().get(number);
  }

  private List<TrainingOnTheme> byTheme() {
    return sorted(
        themes,
        (number, tally) -> new TrainingOnTheme(theme(number), tally.training()),
        Comparator.comparing(row -> row.theme().order()));
  }

  private List<TrainingInCourse> byCourse() {
    return sorted(
        courses,
        (number, tally) -> new TrainingInCourse(course(number), tally.training()),
        Comparator.comparing(row -> row.course().order()));
  }

  private List<TrainingInProgramme> byProgramme() {
    return sorted(
        programmes,
        (number, tally) -> new TrainingInProgramme(programme(number), tally.training()),
        Comparator.comparing(TrainingInProgramme::programme, CODES_FIRST));
  }

  private List<TrainingOfCategory> byCategory() {
    return sorted(
        categories,
        (category, tally) -> new TrainingOfCategory(category.orElse(null), tally.training()),
        Comparator.comparing(TrainingOfCategory::category, PEOPLE_FIRST));
  }

  private static <K, R> List<R> sorted(
      Map<K, TrainingTally> tallies, BiFunction<K, TrainingTally, R> make, Comparator<R> order) {
    var rows = new ArrayList<R>();
    tallies.forEach((key, tally) -> rows.add(make.apply(key, tally)));
    rows.sort(order);
    return rows;
  }

  private List<TrainingCell> cells() {
    return sorted(
        cells,
        (cell, tally) ->
            new TrainingCell(
                cell.theme() < 0 ? null : theme(cell.theme()),
                cell.course() < 0 ? null : course(cell.course()),
                programme(cell.programme()),
                cell.category(),
                cell.unit() == null ? null : Unit.of(cell.unit(), territory.day()),
                tally.training()),
        Comparator.comparing((TrainingCell c) -> order(c.theme()))
            .thenComparing(c -> order(c.course()))
            .thenComparing(TrainingCell::programme, CODES_FIRST)
            .thenComparing(TrainingCell::category, PEOPLE_FIRST)
            .thenComparing(c -> c.unit() == null ? "~" : c.unit().code()));
  }

  private static String order(@Nullable Labelled one) {
    return one == null ? "" : one.order();
  }
}

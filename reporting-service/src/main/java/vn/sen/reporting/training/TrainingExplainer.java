package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.training.TrainingFact.Issued;
import vn.sen.reporting.training.TrainingFact.Revoked;
import vn.sen.reporting.training.TrainingFact.Step;
import vn.sen.reporting.training.TrainingSums.Certificates;
import vn.sen.reporting.training.TrainingSums.OfClasses;

/** Tells of which classes, people or certificates the figures of one part of a report are made. */
final class TrainingExplainer implements Explainer<TrainingPart> {

  private record FoundClass(UUID id, ClassFigures figures) {}

  private record FoundCertificate(UUID id, Certificate certificate) {}

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      TrainingQuery query, String map, TrainingSection section, String figure, String part) {}

  private final TrainingSnapshot snapshot;
  private final Territory territory;
  private final TrainingQuery query;
  private final TrainingSection section;
  private final Function<TrainingQuery, TrainingReport> reports;
  private final RowChoice row;
  private final ClassesMeant meant;
  private final ClassNames names;

  /**
   * @param reports makes the report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  TrainingExplainer(
      TrainingSnapshot snapshot,
      Territory territory,
      TrainingQuery query,
      TrainingSection section,
      Function<TrainingQuery, TrainingReport> reports) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.section = section;
    this.reports = reports;
    this.row =
        RowChoice.of(
            section.row(), query.unit(), query.level(), query.selection().trait(), territory);
    this.meant = new ClassesMeant(snapshot, territory, row, query.selection(), section);
    this.names = new ClassNames(snapshot, territory, query.asOf());
  }

  @Override
  public Object report() {
    return reports.apply(query.at(row.level(), section.dimensions()));
  }

  @Override
  public Map<String, String> limits() {
    return section.limits();
  }

  @Override
  public Explained<TrainingPart> explain(String figure, @Nullable After after, int limit) {
    return switch (TrainingSums.ALL.find(figure)) {
      case OfClasses sums ->
          classes(found -> value(sums, found.figures(), null), figure, after, limit);
      case TrainingSums.Sessions _ -> classes(this::sessions, null, after, limit);
      case TrainingSums.People _ -> people(after, limit);
      case Certificates(var issued) -> certificates(issued, figure, after, limit);
    };
  }

  private Explained<TrainingPart> classes(
      ToLongFunction<FoundClass> value, @Nullable String traced, @Nullable After after, int limit) {
    var page = new PartPage<FoundClass>(found -> found.id().toString(), after, limit);
    snapshot
        .classes()
        .forEach(
            (id, figures) -> {
              var found = new FoundClass(id, figures);
              page.add(found, value.applyAsLong(found));
            });
    return new Explained.Sum<>(
        page.parts()
            .with(
                found ->
                    new TrainingPart(
                        null, null, List.of(names.of(found.id(), found.id().toString())))),
        traced);
  }

  /** What a class adds; of one person alone, where she is named. */
  private long value(OfClasses sums, ClassFigures figures, @Nullable Integer person) {
    if (sums.source() != null && sums.source() != source(figures)) {
      return 0;
    }
    long sum = 0;
    for (var part : figures.parts()) {
      if ((person == null || person == part.spot().person()) && meant.holds(part.spot())) {
        sum += part.steps().within(sums.measure(), query.from(), query.asOf());
      }
    }
    return sum;
  }

  private static BudgetSource source(ClassFigures figures) {
    return figures.plan() == null ? BudgetSource.OTHER : figures.plan().source();
  }

  private long sessions(FoundClass found) {
    var own = found.figures().own();
    return own != null && meant.holds(own)
        ? found.figures().sessionDays().filter(this::isWithin).count()
        : 0;
  }

  private boolean isWithin(@Nullable LocalDate day) {
    return day != null && !day.isBefore(query.from()) && !day.isAfter(query.asOf());
  }

  private Explained<TrainingPart> people(@Nullable After after, int limit) {
    Map<Integer, Set<UUID>> classesOf = new HashMap<>();
    snapshot
        .classes()
        .forEach(
            (id, figures) ->
                present(figures)
                    .forEach(
                        person ->
                            classesOf.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(id)));
    var page =
        new PartPage<Integer>(person -> snapshot.people().get(person).toString(), after, limit);
    classesOf.keySet().forEach(person -> page.add(person, 1));
    return new Explained.Sum<>(
        page.parts().with(person -> of(person, classesOf.getOrDefault(person, Set.of()))),
        TrainingSums.TURNS);
  }

  private Stream<Integer> present(ClassFigures figures) {
    return figures.parts().stream()
        .filter(part -> meant.holds(part.spot()))
        .filter(part -> part.steps().within(TrainingMeasure.TURNS, query.from(), query.asOf()) > 0)
        .map(part -> part.spot().person());
  }

  private TrainingPart of(int person, Set<UUID> classes) {
    var id = snapshot.people().get(person);
    return new TrainingPart(
        id, null, classes.stream().map(one -> names.of(one, one + "." + id)).toList());
  }

  private Explained<TrainingPart> certificates(
      boolean issued, String figure, @Nullable After after, int limit) {
    var page = new PartPage<FoundCertificate>(found -> found.id().toString(), after, limit);
    snapshot
        .certificates()
        .forEach(
            (id, certificate) -> {
              if (counts(certificate, issued)) {
                page.add(new FoundCertificate(id, certificate), 1);
              }
            });
    return new Explained.Sum<>(
        page.parts()
            .with(
                found ->
                    new TrainingPart(
                        snapshot.people().get(found.certificate().person()),
                        found.id(),
                        Stream.ofNullable(found.certificate().classId())
                            .map(id -> names.of(id, found.id().toString()))
                            .toList())),
        figure);
  }

  private boolean counts(Certificate certificate, boolean issued) {
    var day = issued ? certificate.issuedOn() : certificate.revokedOn();
    var classId = certificate.classId();
    var figures = classId == null ? null : snapshot.classes().get(classId);
    if (figures == null || !isWithin(day)) {
      return false;
    }
    var spot = figures.spotOf(certificate.person());
    return spot != null && meant.holds(spot);
  }

  @Override
  public Trail<TrainingRow> trail(String figure, String part) {
    return switch (TrainingSums.ALL.find(figure)) {
      case OfClasses sums -> trail(sums, figure, part);
      case Certificates(var issued) -> trail(issued, figure, part);
      case TrainingSums.Sessions _, TrainingSums.People _ -> throw new PartUnknown();
    };
  }

  /** A part is a class, or one person in a class. */
  private Trail<TrainingRow> trail(OfClasses sums, String figure, String part) {
    var ids = part.split("\\.", -1);
    var id = id(ids[0]);
    var figures = snapshot.classes().get(id);
    var person = ids.length == 1 ? null : id(ids[1]);
    int number = person == null ? ClassPart.NONE : snapshot.people().indexOf(person);
    if (figures == null || person != null && number < 0) {
      throw new PartUnknown();
    }
    long value = value(sums, figures, person == null ? null : number);
    boolean sourceMeant = sums.source() == null || sums.source() == source(figures);
    return Trail.of(
        id,
        question(figure, part),
        value,
        new TrainingView(),
        snapshot.position(),
        counted ->
            sourceMeant
                    && counted.fact() instanceof Step step
                    && step.classId().equals(id)
                    && step.measure() == sums.measure()
                    && (person == null || person.equals(step.place().personId()))
                    && isWithin(step.date())
                    && meant.holds(step.place())
                ? 1
                : 0);
  }

  private Trail<TrainingRow> trail(boolean issued, String figure, String part) {
    var id = id(part);
    var certificate = snapshot.certificates().get(id);
    if (certificate == null || !counts(certificate, issued)) {
      throw new PartUnknown();
    }
    return Trail.of(
        id,
        question(figure, part),
        1,
        new TrainingView(),
        snapshot.position(),
        counted ->
            switch (counted.fact()) {
              case Issued told -> issued && told.certificate().equals(id) ? 1 : 0;
              case Revoked told -> !issued && told.certificate().equals(id) ? 1 : 0;
              default -> 0;
            });
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new PartUnknown();
    }
  }

  private Question question(String figure, String part) {
    return new Question(query, territory.map().version(), section, figure, part);
  }
}

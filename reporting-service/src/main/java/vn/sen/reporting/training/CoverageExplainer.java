package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Facts.Fact;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.RowUnknown;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.training.CoveragePart.PostOf;
import vn.sen.reporting.training.TrainingFact.InPost;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingFact.Seats;
import vn.sen.reporting.training.TrainingSnapshot.TitleAt;

/** Tells of which people, posts or seats the figures of one part of a report are made. */
final class CoverageExplainer implements Explainer<CoveragePart> {

  private static final String PEOPLE = "people";
  private static final String POSTS = "posts";
  private static final String TRAINED = "trained";
  private static final String TURNS = "turns";
  private static final String SEATS = "seats";
  private static final int PERCENT_DECIMALS = 1;

  /** All of them, by their paths in the report's JSON. */
  static final Figures<Figure> ALL = all();

  /** Those of posts outside the totals. */
  static final Figures<Figure> BESIDE = ALL.only(PEOPLE, POSTS);

  /** How a figure is made. */
  enum Figure {
    IN_POST,
    HELD,
    COMPETENT,
    SHARE,
    TOOK_PART,
    SEATED,
    FREE
  }

  private static Figures<Figure> all() {
    var all = new LinkedHashMap<String, Figure>();
    all.put(PEOPLE, Figure.IN_POST);
    all.put(POSTS, Figure.HELD);
    all.put(TRAINED, Figure.COMPETENT);
    all.put("percent", Figure.SHARE);
    all.put(TURNS, Figure.TOOK_PART);
    all.put(SEATS, Figure.SEATED);
    all.put("vacant", Figure.FREE);
    return Figures.of(all);
  }

  /** A title at a unit. */
  private record Chair(UUID title, UUID unit) {

    String key() {
      return title + "." + unit;
    }
  }

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      CoverageQuery query, String map, CoverageSection section, String figure, String part) {}

  private final TrainingSnapshot snapshot;
  private final Territory territory;
  private final CoverageQuery query;
  private final CoverageSection section;
  private final Function<CoverageQuery, CoverageReport> reports;
  private final CoverageMeant meant;
  private final @Nullable UUID title;
  private final boolean offMap;
  private final RowChoice row;
  private final Grounds grounds;

  /**
   * @param reports makes the report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  CoverageExplainer(
      TrainingSnapshot snapshot,
      Territory territory,
      CoverageQuery query,
      CoverageSection section,
      Function<CoverageQuery, CoverageReport> reports) {
    if (!section.isThere()) {
      throw new RowUnknown();
    }
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.section = section;
    this.reports = reports;
    this.meant = CoverageMeant.by(query, snapshot);
    this.title = CoverageMeant.title(section.title(), snapshot);
    this.offMap = RowChoice.OFF_MAP.equals(section.row());
    this.row =
        RowChoice.of(
            offMap ? null : section.row(), query.unit(), query.level(), query.trait(), territory);
    this.grounds = new Grounds(snapshot, query, meant);
  }

  @Override
  public Object report() {
    return reports.apply(query.at(row.level()));
  }

  @Override
  public Map<String, String> limits() {
    return section.limits();
  }

  private Figure find(String figure) {
    return (offMap || row.isUnplaced() ? BESIDE : ALL).find(figure);
  }

  @Override
  public Explained<CoveragePart> explain(String figure, @Nullable After after, int limit) {
    return switch (find(figure)) {
      case IN_POST -> people(after, limit);
      case HELD -> posts(after, limit);
      case COMPETENT -> ofClasses(TRAINED, after, limit);
      case TOOK_PART -> ofClasses(TURNS, after, limit);
      case SHARE -> new Explained.Quotient<>(TRAINED, PEOPLE, PERCENT_DECIMALS, true);
      case SEATED -> seats(page -> forEachSeat(page::add), after, limit);
      case FREE -> seats(this::addFree, after, limit);
    };
  }

  private void forEachPost(Consumer<Post> action) {
    snapshot
        .posts()
        .forEach(
            (post, steps) -> {
              if (isMeant(post, steps)) {
                action.accept(post);
              }
            });
  }

  private boolean isMeant(Post post, DatedSteps steps) {
    return isTitle(post.title())
        && steps.upTo(Post.Measure.HELD, query.asOf()) > 0
        && isHere(post.unit());
  }

  private boolean isTitle(UUID one) {
    return meant.isTitle(one) && (title == null || title.equals(one));
  }

  private boolean isHere(UUID id) {
    var unit = territory.map().unit(id).orElse(null);
    if (!row.holds(territory.place(id))) {
      return false;
    }
    return unit == null ? !offMap : isInForce(unit) && unit.existsOn(territory.day()) != offMap;
  }

  private boolean isInForce(OrgUnit unit) {
    return unit.existsOn(query.asOf())
        && (query.postLevel() == null || query.postLevel() == unit.level())
        && (section.postLevel() == null || section.postLevel() == unit.level());
  }

  private Map<Integer, List<Post>> posts() {
    var held = new HashMap<Integer, List<Post>>();
    forEachPost(post -> held.computeIfAbsent(post.person(), _ -> new ArrayList<>()).add(post));
    return held;
  }

  private Explained<CoveragePart> people(@Nullable After after, int limit) {
    var held = posts();
    var page = new PartPage<Integer>(person -> id(person).toString(), after, limit);
    held.keySet().forEach(person -> page.add(person, 1));
    return new Explained.Sum<>(
        page.parts()
            .with(
                person ->
                    new CoveragePart(
                        id(person),
                        held.getOrDefault(person, List.of()).stream().map(this::named).toList(),
                        List.of())),
        POSTS);
  }

  private Explained<CoveragePart> posts(@Nullable After after, int limit) {
    var page = new PartPage<>(this::key, after, limit);
    forEachPost(post -> page.add(post, 1));
    return new Explained.Sum<>(
        page.parts()
            .with(post -> new CoveragePart(id(post.person()), List.of(named(post)), List.of())),
        POSTS);
  }

  private UUID id(int person) {
    return snapshot.people().get(person);
  }

  private String key(Post post) {
    return new Chair(post.title(), post.unit()).key() + "." + id(post.person());
  }

  private PostOf named(Post post) {
    return named(new Chair(post.title(), post.unit()), key(post));
  }

  private PostOf named(Chair chair, String part) {
    return new PostOf(
        part,
        snapshot.labelled(Register.TITLE, chair.title(), query.asOf()),
        territory.map().unit(chair.unit()).map(u -> Unit.of(u, query.asOf())).orElse(null));
  }

  /** People with the classes that their figure follows from. */
  private Explained<CoveragePart> ofClasses(String figure, @Nullable After after, int limit) {
    var held = posts();
    boolean turns = figure.equals(TURNS);
    var classes = turns ? grounds.turns(held.keySet()) : grounds.trained(held.keySet());
    var page = new PartPage<Integer>(person -> id(person).toString(), after, limit);
    classes.forEach(
        (person, counts) -> {
          long sum = counts.values().stream().mapToLong(count -> count).sum();
          page.add(person, turns ? sum : Math.min(1, sum));
        });
    var names = new ClassNames(snapshot, territory, query.asOf());
    return new Explained.Sum<>(
        page.parts()
            .with(
                person ->
                    new CoveragePart(
                        id(person),
                        held.getOrDefault(person, List.of()).stream().map(this::named).toList(),
                        classes.getOrDefault(person, Map.of()).keySet().stream()
                            .map(one -> names.of(one, one + "." + id(person)))
                            .toList())),
        figure);
  }

  private void forEachSeat(ObjLongConsumer<Chair> action) {
    territory.map().units().stream()
        .filter(unit -> isInForce(unit) && unit.existsOn(territory.day()))
        .filter(unit -> row.holds(territory.place(unit.id())))
        .forEach(
            unit ->
                seatsAt(unit)
                    .forEach(
                        at ->
                            action.accept(
                                new Chair(at.title(), unit.id()),
                                snapshot.seatsOn(at, query.asOf()))));
  }

  private Stream<TitleAt> seatsAt(OrgUnit unit) {
    return snapshot.seats().keySet().stream()
        .filter(at -> at.level() == unit.level() && isTitle(at.title()));
  }

  private void addFree(PartPage<Chair> page) {
    var holders = new HashMap<Chair, Integer>();
    forEachPost(post -> holders.merge(new Chair(post.title(), post.unit()), 1, Integer::sum));
    forEachSeat(
        (chair, seats) -> page.add(chair, Math.max(0, seats - holders.getOrDefault(chair, 0))));
  }

  private Explained<CoveragePart> seats(
      Consumer<PartPage<Chair>> add, @Nullable After after, int limit) {
    var page = new PartPage<>(Chair::key, after, limit);
    add.accept(page);
    return new Explained.Sum<>(
        page.parts()
            .with(chair -> new CoveragePart(null, List.of(named(chair, chair.key())), List.of())),
        SEATS);
  }

  @Override
  public Trail<TrainingRow> trail(String figure, String part) {
    var ids = Stream.of(part.split("\\.", -1)).map(CoverageExplainer::id).toList();
    return switch (find(figure)) {
      case HELD -> trailOfPost(figure, part, ids);
      case COMPETENT, TOOK_PART -> trailOfClass(figure, part, ids);
      case SEATED -> trailOfSeats(figure, part, ids);
      case IN_POST, SHARE, FREE -> throw new PartUnknown();
    };
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new PartUnknown();
    }
  }

  private static void require(boolean known) {
    if (!known) {
      throw new PartUnknown();
    }
  }

  private Trail<TrainingRow> trailOfPost(String figure, String part, List<UUID> ids) {
    require(ids.size() == 3);
    var person = ids.getLast();
    var post = new Post(ids.getFirst(), ids.get(1), snapshot.people().indexOf(person));
    var steps = snapshot.posts().getOrDefault(post, DatedSteps.NONE);
    require(isMeant(post, steps));
    return Trail.mentioning(
        question(figure, part),
        steps.upTo(Post.Measure.HELD, query.asOf()),
        new TrainingView(),
        snapshot.position(),
        ids,
        counted ->
            counted.fact() instanceof InPost step
                    && step.title().equals(post.title())
                    && step.unit().equals(post.unit())
                    && step.person().equals(person)
                    && !step.date().isAfter(query.asOf())
                ? 1
                : 0);
  }

  private Trail<TrainingRow> trailOfClass(String figure, String part, List<UUID> ids) {
    require(ids.size() == 2);
    var classId = ids.getFirst();
    var person = ids.getLast();
    int number = snapshot.people().indexOf(person);
    var held = posts().keySet();
    require(held.contains(number));
    boolean turns = figure.equals(TURNS);
    var classes = turns ? grounds.turns(held) : grounds.trained(held);
    long value = classes.getOrDefault(number, Map.of()).getOrDefault(classId, 0L);
    return Trail.mentioning(
        question(figure, part),
        value,
        new TrainingView(),
        snapshot.position(),
        ids,
        counted -> counts(counted.fact(), turns, person, classId) ? 1 : 0);
  }

  private boolean counts(TrainingFact fact, boolean turns, UUID person, UUID classId) {
    return turns ? grounds.took(fact, person, classId) : grounds.trained(fact, person, classId);
  }

  /** Behind seats is the last word about them. */
  private Trail<TrainingRow> trailOfSeats(String figure, String part, List<UUID> ids) {
    require(ids.size() == 2);
    var found = new HashMap<Chair, Long>();
    forEachSeat(found::put);
    var seats = found.get(new Chair(ids.getFirst(), ids.getLast()));
    require(seats != null);
    var level = territory.map().unit(ids.getLast()).orElseThrow(PartUnknown::new).level();
    var word = word(new TitleAt(ids.getFirst(), level));
    return Trail.of(
        ids.getFirst(),
        question(figure, part),
        Objects.requireNonNull(seats),
        new TrainingView(),
        snapshot.position(),
        counted -> word.equals(counted.fact()) ? word.seats() : 0);
  }

  private Seats word(TitleAt at) {
    return snapshot.seats().getOrDefault(at, Facts.none()).all().stream()
        .filter(fact -> !fact.from().isAfter(query.asOf()))
        .max(
            Comparator.<Fact<Integer>, LocalDate>comparing(Fact::from)
                .thenComparing(Fact::sequence))
        .map(f -> new Seats(at.title(), at.level(), f.sequence(), f.from(), f.value()))
        .orElseThrow(PartUnknown::new);
  }

  private Question question(String figure, String part) {
    return new Question(query, territory.map().version(), section, figure, part);
  }
}

package vn.sen.reporting.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.WomenCount;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.FigureUnknown;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.membership.MembershipFigure.Asked;
import vn.sen.reporting.membership.MembershipFigure.OfMembers;
import vn.sen.reporting.membership.MembershipFigure.OfWomen;
import vn.sen.reporting.membership.MembershipFigure.Rate;
import vn.sen.reporting.membership.MembershipPart.WomenStatement;
import vn.sen.reporting.membership.MembershipRow.Step;
import vn.sen.reporting.membership.WomenStatements.Stated;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Territory.Place;
import vn.sen.reporting.reading.Unit;

/** Tells what the figures of one row of a membership report are made of. */
final class MembershipExplainer implements Explainer<MembershipPart> {

  /** The only one of what the map places nowhere. */
  private static final String MEMBERS = "members";

  private static final int RATE_DECIMALS = 2;

  private final MembershipSnapshot snapshot;
  private final Territory territory;
  private final MembershipQuery query;
  private final Function<MembershipQuery, MembershipReport> reports;
  private final RowChoice row;
  private final Asked asked;

  private record LeafOf(Leaf leaf, LeafFigures figures) {}

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      MembershipQuery query, String map, UUID rowOf, boolean rest, String figure, String part) {}

  /**
   * @param rowName see {@link RowChoice#of}
   * @param reports makes the report
   */
  MembershipExplainer(
      MembershipSnapshot snapshot,
      Territory territory,
      MembershipQuery query,
      @Nullable String rowName,
      Function<MembershipQuery, MembershipReport> reports) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.reports = reports;
    this.row = RowChoice.of(rowName, query.unit(), query.level(), query.trait(), territory);
    this.asked = new Asked(query.from(), query.asOf(), this::isInside);
  }

  @Override
  public Object report() {
    return reports.apply(query.at(row.level()));
  }

  @Override
  public Map<String, String> limits() {
    return Map.of();
  }

  /** Moves within the row's territory are none; in a remainder all that lies there is together. */
  private boolean isInside(Leaf counterpart) {
    var place = territory.place(counterpart);
    var unit = row.of() == null ? row.unit() : row.of();
    return row.area().holds(place)
        && place.isWithin(unit.id())
        && (!row.isRemainder() || place.at(row.level()) == null);
  }

  @Override
  public Explained<MembershipPart> explain(String figure, @Nullable After after, int limit) {
    return switch (find(figure)) {
      case OfMembers of -> members(of, figure, after, limit);
      case OfWomen(var definition) -> women(definition, figure, after, limit);
      case Rate(var definition) ->
          new Explained.Quotient<>(MEMBERS, MembershipFigure.women(definition), RATE_DECIMALS);
    };
  }

  private MembershipFigure find(String figure) {
    var found = MembershipFigure.ALL.find(figure);
    if (row.isUnplaced() && !figure.equals(MEMBERS)) {
      throw new FigureUnknown(figure, List.of(MEMBERS));
    }
    return found;
  }

  private Explained<MembershipPart> members(
      OfMembers figure, String name, @Nullable After after, int limit) {
    var page = new PartPage<LeafOf>(of -> key(of.leaf()), after, limit);
    snapshot.forEach(
        (leaf, figures) -> {
          if (row.holds(territory.place(leaf))) {
            page.add(new LeafOf(leaf, figures), figure.of(figures, asked));
          }
        });
    return new Explained.Sum<>(page.parts().with(of -> describe(of.leaf())), name);
  }

  private static String key(Leaf leaf) {
    return Stream.concat(Stream.of(leaf.unit()), leaf.via().stream())
        .map(UUID::toString)
        .collect(Collectors.joining("."));
  }

  private MembershipPart describe(Leaf leaf) {
    return new MembershipPart(
        named(leaf.unit()).orElse(null),
        leaf.via().stream().flatMap(id -> named(id).stream()).toList(),
        above(territory.place(leaf)),
        null);
  }

  private List<Unit> above(Place place) {
    return place.above().stream().map(unit -> Unit.of(unit, territory.day())).toList();
  }

  private Optional<Unit> named(UUID id) {
    return territory.map().unit(id).map(u -> Unit.of(u, u.nearestDay(territory.day())));
  }

  private Explained<MembershipPart> women(
      WomenDefinition definition, String name, @Nullable After after, int limit) {
    var page = new PartPage<WomenCount.Stated>(MembershipExplainer::key, after, limit);
    stated(definition).forEach(stated -> page.add(stated, stated.count()));
    return new Explained.Sum<>(page.parts().with(this::describe), name);
  }

  private static String key(WomenCount.Stated stated) {
    return stated.unit() + "." + stated.asOf();
  }

  private List<WomenCount.Stated> stated(WomenDefinition definition) {
    var of = row.of();
    if (of == null) {
      return List.of();
    }
    var counts = new ArrayList<WomenCount>();
    for (var unit : row.area().parts(of)) {
      counts.add(territory.map().womenOn(unit.id(), definition, query.asOf(), territory.day()));
    }
    return WomenCount.together(definition, counts).parts();
  }

  private MembershipPart describe(WomenCount.Stated stated) {
    return new MembershipPart(
        named(stated.unit()).orElse(null),
        List.of(),
        above(territory.place(stated.unit())),
        new WomenStatement(stated.asOf(), stated.source()));
  }

  @Override
  public Trail<?> trail(String figure, String part) {
    return switch (find(figure)) {
      case OfMembers of -> trail(of, figure, part);
      case OfWomen(var definition) -> trail(definition, figure, part);
      case Rate _ -> throw new PartUnknown();
    };
  }

  private Trail<MembershipRow> trail(OfMembers figure, String name, String part) {
    var found = new ArrayList<LeafOf>();
    snapshot.forEach(
        (leaf, figures) -> {
          if (part.startsWith(leaf.unit().toString())
              && part.equals(key(leaf))
              && row.holds(territory.place(leaf))) {
            found.add(new LeafOf(leaf, figures));
          }
        });
    if (found.isEmpty()) {
      throw new PartUnknown();
    }
    var leaf = found.getFirst().leaf();
    return Trail.mentioning(
        question(name, part),
        figure.of(found.getFirst().figures(), asked),
        new MembershipView(),
        snapshot.position(),
        Stream.concat(Stream.of(leaf.unit()), leaf.via().stream()).toList(),
        counted ->
            counted instanceof Step step
                    && step.unit().equals(leaf.unit())
                    && step.via().equals(leaf.via())
                ? figure.weight(step, asked)
                : 0);
  }

  /** A number stated again for the same day stands in the place of the one before. */
  private Trail<Stated> trail(WomenDefinition definition, String name, String part) {
    var stated =
        stated(definition).stream()
            .filter(s -> key(s).equals(part))
            .findFirst()
            .orElseThrow(PartUnknown::new);
    LocalDate asOf = stated.asOf();
    return Trail.ofLast(
        stated.unit(),
        question(name, part),
        stated.count(),
        new WomenStatements(),
        ViewPosition.NONE,
        counted -> counted.equals(new Stated(stated.unit(), definition, asOf)) ? 1 : 0);
  }

  private Question question(String figure, String part) {
    var of = row.of();
    return new Question(
        query,
        territory.map().version(),
        of == null ? row.unit().id() : of.id(),
        of == null,
        figure,
        part);
  }
}

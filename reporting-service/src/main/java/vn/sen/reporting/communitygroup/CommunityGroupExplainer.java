package vn.sen.reporting.communitygroup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.communitygroup.CommunityGroupRow.Step;
import vn.sen.reporting.communitygroup.GroupHistory.Part;
import vn.sen.reporting.communitygroup.GroupHistory.Stay;
import vn.sen.reporting.communitygroup.GroupPart.GroupPlaced;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.FigureUnknown;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.Measured;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;

/** Tells of which groups, or members, the figures of one part of a report are made. */
final class CommunityGroupExplainer implements Explainer<GroupPart> {

  private static final String GROUPS = "groups";
  private static final String MEMBERS = "members";
  private static final String TURNS = "turns";

  /** How a figure is made. */
  sealed interface Figure {}

  /** A sum over groups. */
  record Counted(Measured<GroupMeasure> measured) implements Figure {}

  /** Members, each once. */
  enum Distinct implements Figure {
    MEMBERS_OF_GROUPS,
    ATTENDEES
  }

  /** All of them, by their paths in the report's JSON. */
  static final Figures<Figure> ALL = all();

  private static Figures<Figure> all() {
    var all = new LinkedHashMap<String, Figure>();
    all.put(GROUPS, new Counted(Measured.stock(GroupMeasure.GROUPS)));
    all.put(MEMBERS, new Counted(Measured.stock(GroupMeasure.MEMBERS)));
    all.put("distinctMembers", Distinct.MEMBERS_OF_GROUPS);
    all.put("others", new Counted(Measured.stock(GroupMeasure.OTHERS)));
    all.put("founded", new Counted(Measured.flow(GroupMeasure.FOUNDED)));
    all.put("closed", new Counted(Measured.flow(GroupMeasure.CLOSED)));
    all.put("meetings", new Counted(Measured.flow(GroupMeasure.MEETINGS)));
    all.put(TURNS, new Counted(Measured.flow(GroupMeasure.TURNS)));
    all.put("distinctAttendees", Distinct.ATTENDEES);
    return Figures.of(all);
  }

  private record Found(UUID id, GroupHistory group, Part part) {}

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      CommunityGroupQuery query, String map, GroupSection section, String figure, String part) {}

  private final CommunityGroupSnapshot snapshot;
  private final Territory territory;
  private final CommunityGroupQuery query;
  private final GroupSection section;
  private final Function<CommunityGroupQuery, CommunityGroupReport> reports;
  private final RowChoice row;

  /**
   * @param reports makes the report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  CommunityGroupExplainer(
      CommunityGroupSnapshot snapshot,
      Territory territory,
      CommunityGroupQuery query,
      GroupSection section,
      Function<CommunityGroupQuery, CommunityGroupReport> reports) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.section = section;
    this.reports = reports;
    this.row = RowChoice.of(section.row(), query.unit(), query.level(), query.trait(), territory);
    requireType(query.type());
    requireType(section.type());
  }

  private void requireType(@Nullable String code) {
    if (code != null && !snapshot.hasType(code)) {
      throw new GroupTypeUnknown();
    }
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
  public Explained<GroupPart> explain(String figure, @Nullable After after, int limit) {
    return switch (find(figure)) {
      case Counted(var measured) -> {
        var page = new PartPage<>(CommunityGroupExplainer::key, after, limit);
        forEach(found -> page.add(found, value(measured, found)));
        yield new Explained.Sum<>(
            page.parts().with(found -> new GroupPart(null, List.of(placed(found)))), figure);
      }
      case Distinct of -> people(of, after, limit);
    };
  }

  private Figure find(String figure) {
    var found = ALL.find(figure);
    if (row.isUnplaced() && (!figure.equals(GROUPS) || !section.limits().isEmpty())) {
      throw new FigureUnknown(figure, List.of(GROUPS));
    }
    return found;
  }

  private long value(Measured<GroupMeasure> measured, Found found) {
    return measured.of(found.part().totals(), query.from(), query.asOf());
  }

  private void forEach(Consumer<Found> action) {
    snapshot
        .groups()
        .forEach(
            (id, group) -> {
              for (var part : group.parts()) {
                if (isMeant(part.place()) && row.holds(territory.place(part.leaf()))) {
                  action.accept(new Found(id, group, part));
                }
              }
            });
  }

  private boolean isMeant(GroupPlace place) {
    return is(query.type(), place.type())
        && is(section.type(), place.type())
        && is(query.programme(), place.programme())
        && (GroupSection.NO_PROGRAMME.equals(section.programme())
            ? place.programme() == null
            : is(section.programme(), place.programme()));
  }

  private static boolean is(@Nullable String asked, @Nullable String code) {
    return asked == null || asked.equals(code);
  }

  private Explained<GroupPart> people(Distinct of, @Nullable After after, int limit) {
    var groupsOf = new HashMap<Integer, Set<Found>>();
    forEach(
        found ->
            people(of, found)
                .forEach(
                    person ->
                        groupsOf.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(found)));
    var page =
        new PartPage<Integer>(person -> snapshot.people().get(person).toString(), after, limit);
    groupsOf.keySet().forEach(person -> page.add(person, 1));
    return new Explained.Sum<>(
        page.parts()
            .with(
                person ->
                    new GroupPart(
                        snapshot.people().get(person),
                        groupsOf.getOrDefault(person, Set.of()).stream()
                            .map(this::placed)
                            .toList())),
        of == Distinct.ATTENDEES ? TURNS : MEMBERS);
  }

  private Stream<Integer> people(Distinct of, Found found) {
    var part = found.part();
    return switch (of) {
      case MEMBERS_OF_GROUPS ->
          part.livesOn(query.asOf())
              ? found.group().stays().stream()
                  .filter(stay -> stay.lastsOn(query.asOf()))
                  .map(Stay::member)
              : Stream.of();
      case ATTENDEES ->
          found.group().meetings().stream()
              .filter(m -> m.isWithin(query.from(), query.asOf()) && part.metOn(m.on()))
              .flatMap(m -> m.attended().stream());
    };
  }

  /** A group has several places after it moved; then the place is in the key. */
  private static String key(Found found) {
    return found.group().parts().size() == 1
        ? found.id().toString()
        : found.id()
            + "."
            + UUID.nameUUIDFromBytes(found.part().place().toString().getBytes(UTF_8));
  }

  private GroupPlaced placed(Found found) {
    var place = found.part().place();
    var above = territory.place(found.part().leaf()).above();
    return new GroupPlaced(
        key(found),
        found.id(),
        snapshot.type(place.type(), query.asOf()),
        place.programme(),
        above.isEmpty() ? null : Unit.of(above.getFirst(), territory.day()));
  }

  @Override
  public Trail<CommunityGroupRow> trail(String figure, String part) {
    if (!(find(figure) instanceof Counted(var measured))) {
      throw new PartUnknown();
    }
    var all = new ArrayList<Found>();
    forEach(
        one -> {
          if (part.startsWith(one.id().toString()) && part.equals(key(one))) {
            all.add(one);
          }
        });
    if (all.isEmpty()) {
      throw new PartUnknown();
    }
    var found = all.getFirst();
    return Trail.of(
        found.id(),
        new Question(query, territory.map().version(), section, figure, part),
        value(measured, found),
        new CommunityGroupView(),
        snapshot.position(),
        counted ->
            counted instanceof Step step
                    && step.group().equals(found.id())
                    && step.place().equals(found.part().place())
                ? measured.weight(step.measure(), step.date(), query.from(), query.asOf())
                : 0);
  }
}

package vn.sen.reporting.voice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.FigureUnknown;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.Measured;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.MeasureTotals;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.RowUnknown;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;

/** Tells what the figures of one part of a report of voices are made of. */
final class VoiceExplainer implements Explainer<VoicePart> {

  private static final String RAISED = "raised";
  private static final String IN_TIME = "answeredInTime";
  private static final String DUE = "due";
  private static final String SHARE = "inTimePercent";
  private static final int PERCENT_DECIMALS = 2;

  /** Voices that the map places nowhere are told whenever they were raised. */
  private static final Measured<VoiceMeasure> UNPLACED = Measured.stock(VoiceMeasure.RAISED);

  /** All figures but the share, by their paths in the report's JSON. */
  static final Figures<Measured<VoiceMeasure>> SUMS = sums();

  private static Figures<Measured<VoiceMeasure>> sums() {
    var all = new LinkedHashMap<String, Measured<VoiceMeasure>>();
    all.put(RAISED, Measured.flow(VoiceMeasure.RAISED));
    all.put("open", Measured.stock(VoiceMeasure.OPEN));
    all.put("overdue", Measured.stock(VoiceMeasure.OVERDUE));
    all.put("toClose", Measured.stock(VoiceMeasure.TO_CLOSE));
    all.put(IN_TIME, Measured.flow(VoiceMeasure.ANSWERED_IN_TIME));
    all.put("answeredLate", Measured.flow(VoiceMeasure.ANSWERED_LATE));
    all.put(
        DUE,
        new Measured<>(
            EnumSet.of(VoiceMeasure.OVERDUE),
            EnumSet.of(VoiceMeasure.ANSWERED_IN_TIME, VoiceMeasure.ANSWERED_LATE)));
    all.put("closedSatisfied", Measured.flow(VoiceMeasure.CLOSED_SATISFIED));
    all.put("closedUnsatisfied", Measured.flow(VoiceMeasure.CLOSED_UNSATISFIED));
    all.put("reopened", Measured.flow(VoiceMeasure.REOPENED));
    all.put("withdrawn", Measured.flow(VoiceMeasure.WITHDRAWN));
    return Figures.of(all);
  }

  private record Placed(VoicePlace place, MeasureTotals<VoiceMeasure> totals) {}

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      VoiceQuery query, String map, VoiceSection section, String figure, String part) {}

  private final VoiceSnapshot snapshot;
  private final Territory territory;
  private final VoiceQuery query;
  private final VoiceSection section;
  private final Function<VoiceQuery, VoiceReport> reports;
  private final RowChoice row;

  /**
   * @param reports makes the report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  VoiceExplainer(
      VoiceSnapshot snapshot,
      Territory territory,
      VoiceQuery query,
      VoiceSection section,
      Function<VoiceQuery, VoiceReport> reports) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.section = section;
    this.reports = reports;
    this.row = RowChoice.of(section.row(), query.unit(), query.level(), query.trait(), territory);
    if (section.row() != null && !section.limits().isEmpty()) {
      throw new RowUnknown();
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

  /** The names of all figures. */
  static Set<String> figures() {
    var names = new HashSet<>(SUMS.names());
    names.add(SHARE);
    return names;
  }

  @Override
  public Explained<VoicePart> explain(String figure, @Nullable After after, int limit) {
    if (figure.equals(SHARE) && !row.isUnplaced()) {
      return new Explained.Quotient<>(IN_TIME, DUE, PERCENT_DECIMALS);
    }
    var measured = find(figure);
    var page = new PartPage<Placed>(VoiceExplainer::key, after, limit);
    forEach(
        (place, totals) ->
            page.add(new Placed(place, totals), measured.of(totals, query.from(), query.asOf())));
    return new Explained.Sum<>(page.parts().with(placed -> describe(placed.place())), figure);
  }

  private Measured<VoiceMeasure> find(String figure) {
    var found = SUMS.find(figure);
    if (!row.isUnplaced()) {
      return found;
    }
    if (!figure.equals(RAISED)) {
      throw new FigureUnknown(figure, List.of(RAISED));
    }
    return UNPLACED;
  }

  private void forEach(BiConsumer<VoicePlace, MeasureTotals<VoiceMeasure>> action) {
    snapshot
        .places()
        .forEach(
            (where, totals) -> {
              if (isMeant(where)) {
                action.accept(where, totals);
              }
            });
  }

  private boolean isMeant(VoicePlace where) {
    var place = territory.place(query.side() == Side.RAISED ? where.unitId() : where.ownerId());
    return (query.kind() == null || query.kind() == where.kind())
        && (query.subject() == null || query.subject().equals(where.subject()))
        && (section.kind() == null || section.kind() == where.kind())
        && (section.subject() == null || section.subject().equals(where.subject()))
        && (section.raisedAt() == null || section.raisedAt().equals(lowest(where.unitId())))
        && (section.owner() == null || section.owner().equals(lowest(where.ownerId())))
        && (row.isUnplaced() ? place.above().isEmpty() : row.holds(place));
  }

  private String lowest(UUID unit) {
    var above = territory.place(unit).above();
    return above.isEmpty() ? VoiceSection.NOWHERE : above.getFirst().id().toString();
  }

  private static String key(Placed placed) {
    return key(placed.place());
  }

  private static String key(VoicePlace place) {
    return place.unitId() + "." + place.ownerId() + "." + place.kind() + "." + place.subject();
  }

  private VoicePart describe(VoicePlace place) {
    return new VoicePart(
        named(place.unitId()), named(place.ownerId()), place.kind(), place.subject());
  }

  private @Nullable Unit named(UUID id) {
    return territory
        .map()
        .unit(id)
        .map(unit -> Unit.of(unit, unit.nearestDay(territory.day())))
        .orElse(null);
  }

  @Override
  public Trail<VoiceRow> trail(String figure, String part) {
    if (figure.equals(SHARE)) {
      throw new PartUnknown();
    }
    var measured = find(figure);
    var found = new ArrayList<Placed>();
    forEach(
        (place, totals) -> {
          if (part.equals(key(place))) {
            found.add(new Placed(place, totals));
          }
        });
    if (found.isEmpty()) {
      throw new PartUnknown();
    }
    var place = found.getFirst().place();
    return Trail.mentioning(
        new Question(query, territory.map().version(), section, figure, part),
        measured.of(found.getFirst().totals(), query.from(), query.asOf()),
        new VoiceView(),
        snapshot.position(),
        List.of(place.unitId(), place.ownerId()),
        counted ->
            counted.place().equals(place)
                ? measured.weight(counted.measure(), counted.date(), query.from(), query.asOf())
                : 0);
  }
}

package vn.sen.reporting.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.reading.MeasureTotals;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;
import vn.sen.reporting.voice.VoiceReport.VoiceCell;
import vn.sen.reporting.voice.VoiceReport.VoicesAtUnit;
import vn.sen.reporting.voice.VoiceReport.VoicesOfKind;
import vn.sen.reporting.voice.VoiceReport.VoicesOfSubject;
import vn.sen.reporting.voice.VoiceReport.VoicesOfUnit;

/** Makes one report of the voices: every place is looked at once. */
final class VoiceReporter {

  private static final Comparator<@Nullable Unit> BY_CODE =
      Comparator.nullsLast(Comparator.comparing(Unit::code));
  private static final Comparator<VoiceCell> IN_ORDER =
      Comparator.comparing(
              VoiceCell::kind, Comparator.nullsLast(Comparator.<VoiceKind>naturalOrder()))
          .thenComparing(VoiceCell::subject, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(VoiceCell::raisedAt, BY_CODE)
          .thenComparing(VoiceCell::owner, BY_CODE);

  /** Nulls where not asked for, or where the map leaves a unit open. */
  private record Cell(
      @Nullable VoiceKind kind,
      @Nullable String subject,
      @Nullable OrgUnit raisedAt,
      @Nullable OrgUnit owner) {}

  private final VoiceSnapshot snapshot;
  private final Territory territory;
  private final VoiceQuery query;
  private final Set<Dimension> by;
  private final UnitTallies<VoiceTally> units;
  private final Map<VoiceKind, VoiceTally> kinds = new HashMap<>();
  private final Map<String, VoiceTally> subjects = new HashMap<>();
  private final Map<Optional<OrgUnit>, VoiceTally> raisedAt = new HashMap<>();
  private final Map<Optional<OrgUnit>, VoiceTally> owners = new HashMap<>();
  private final Map<Cell, VoiceTally> cells = new HashMap<>();
  private long unplaced;

  VoiceReporter(VoiceSnapshot snapshot, Territory territory, VoiceQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.by = query.by();
    this.units =
        new UnitTallies<>(territory, query.unit(), query.level(), query.trait(), VoiceTally::new);
  }

  VoiceReport report() {
    snapshot.places().forEach(this::add);
    return new VoiceReport(
        units.unit(),
        query.side(),
        query.asOf(),
        query.hierarchy(),
        query.from(),
        units.level(),
        by.stream().sorted().toList(),
        units.total().counts(),
        units.rows((unit, tally) -> new VoicesOfUnit(unit, unit == null, tally.counts())),
        by.contains(Dimension.KIND) ? byKind() : List.of(),
        by.contains(Dimension.SUBJECT) ? bySubject() : List.of(),
        by.contains(Dimension.RAISED_AT) ? byUnit(raisedAt) : List.of(),
        by.contains(Dimension.OWNER) ? byUnit(owners) : List.of(),
        cells(),
        unplaced);
  }

  private void add(VoicePlace where, MeasureTotals<VoiceMeasure> totals) {
    if (!isSelected(where)) {
      return;
    }
    var place = territory.place(query.side() == Side.RAISED ? where.unitId() : where.ownerId());
    if (units.isUnplaced(place)) {
      unplaced += totals.upTo(VoiceMeasure.RAISED, query.asOf());
    }
    var share = VoiceTally.share(totals, query.from(), query.asOf());
    if (!units.holds(place) || VoiceTally.isNothing(share)) {
      return;
    }
    units.add(place, tally -> tally.add(share));
    tally(kinds, where.kind()).add(share);
    tally(subjects, where.subject()).add(share);
    tally(raisedAt, Optional.ofNullable(lowest(where.unitId()))).add(share);
    tally(owners, Optional.ofNullable(lowest(where.ownerId()))).add(share);
    if (by.size() > 1) {
      tally(cells, cell(where)).add(share);
    }
  }

  private boolean isSelected(VoicePlace where) {
    return (query.kind() == null || query.kind() == where.kind())
        && (query.subject() == null || query.subject().equals(where.subject()));
  }

  /** The lowest unit that certainly stands for another one on the day, or null. */
  private @Nullable OrgUnit lowest(UUID unit) {
    var above = territory.place(unit).above();
    return above.isEmpty() ? null : above.getFirst();
  }

  private static <K> VoiceTally tally(Map<K, VoiceTally> tallies, K key) {
    return tallies.computeIfAbsent(key, _ -> new VoiceTally());
  }

  private Cell cell(VoicePlace where) {
    return new Cell(
        by.contains(Dimension.KIND) ? where.kind() : null,
        by.contains(Dimension.SUBJECT) ? where.subject() : null,
        by.contains(Dimension.RAISED_AT) ? lowest(where.unitId()) : null,
        by.contains(Dimension.OWNER) ? lowest(where.ownerId()) : null);
  }

  private List<VoicesOfKind> byKind() {
    return sorted(
        kinds,
        (kind, tally) -> new VoicesOfKind(kind, tally.counts()),
        Comparator.comparing(VoicesOfKind::kind));
  }

  private List<VoicesOfSubject> bySubject() {
    return sorted(
        subjects,
        (subject, tally) -> new VoicesOfSubject(subject, tally.counts()),
        Comparator.comparing(VoicesOfSubject::subject));
  }

  private List<VoicesAtUnit> byUnit(Map<Optional<OrgUnit>, VoiceTally> tallies) {
    return sorted(
        tallies,
        (unit, tally) -> new VoicesAtUnit(named(unit.orElse(null)), tally.counts()),
        Comparator.comparing(VoicesAtUnit::unit, BY_CODE));
  }

  private List<VoiceCell> cells() {
    return sorted(
        cells,
        (cell, tally) ->
            new VoiceCell(
                cell.kind(),
                cell.subject(),
                named(cell.raisedAt()),
                named(cell.owner()),
                tally.counts()),
        IN_ORDER);
  }

  private @Nullable Unit named(@Nullable OrgUnit unit) {
    return unit == null ? null : Unit.of(unit, territory.day());
  }

  private static <K, R> List<R> sorted(
      Map<K, VoiceTally> tallies, BiFunction<K, VoiceTally, R> make, Comparator<R> order) {
    var rows = new ArrayList<R>();
    tallies.forEach((key, tally) -> rows.add(make.apply(key, tally)));
    rows.sort(order);
    return rows;
  }
}

package vn.sen.reporting.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitTallies;
import vn.sen.reporting.training.CoverageReport.CoverageAtLevel;
import vn.sen.reporting.training.CoverageReport.CoverageOfTitle;
import vn.sen.reporting.training.CoverageReport.CoverageOfUnit;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingSnapshot.TitleAt;

/**
 * Makes one report of who is in post and trained.
 *
 * <p>Only units in force on the date have posts. A post does not follow a redrawing: where the
 * hierarchy's map does not have its unit, it is told beside the totals.
 */
final class CoverageReporter {

  private record Chair(UUID title, UUID unit) {}

  private final TrainingSnapshot snapshot;
  private final Territory territory;
  private final CoverageQuery query;
  private final CoverageMeant meant;
  private final UnitTallies<CoverageTally> units;
  private final CoverageTally offMap = new CoverageTally();
  private final Map<TitleAt, CoverageTally> titles = new HashMap<>();
  private final Map<UnitLevel, CoverageTally> levels = new EnumMap<>(UnitLevel.class);
  private final Map<Chair, Integer> holders = new HashMap<>();

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  CoverageReporter(TrainingSnapshot snapshot, Territory territory, CoverageQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.meant = CoverageMeant.by(query, snapshot);
    this.units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), query.trait(), CoverageTally::new);
  }

  CoverageReport report() {
    snapshot.posts().forEach(this::add);
    var theme = meant.theme();
    territory.map().units().forEach(this::addSeats);
    var trained =
        query.competency() == null && theme == null
            ? null
            : new Trained(snapshot, query.competency(), theme, query.asOf());
    return new CoverageReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        units.level(),
        query.competency(),
        theme == null ? null : snapshot.labelled(Register.THEME, theme, query.asOf()),
        units.total().coverage(trained),
        units.rows(
            (unit, tally) -> new CoverageOfUnit(unit, unit == null, tally.coverage(trained))),
        byTitle(trained),
        byPostLevel(trained),
        offMap.elsewhere(),
        units.unplaced().elsewhere());
  }

  private void add(Post post, DatedSteps steps) {
    if (!meant.isTitle(post.title()) || steps.upTo(Post.Measure.HELD, query.asOf()) <= 0) {
      return;
    }
    var unit = territory.map().unit(post.unit());
    if (unit.isEmpty()) {
      units.add(territory.place(post.unit()), tally -> tally.add(post));
    } else if (unit.get().existsOn(query.asOf()) && isAtLevel(unit.get())) {
      add(post, unit.get());
    }
  }

  private boolean isAtLevel(OrgUnit unit) {
    return query.postLevel() == null || query.postLevel() == unit.level();
  }

  private void add(Post post, OrgUnit unit) {
    var place = territory.place(unit.id());
    if (unit.existsOn(territory.day())) {
      holders.merge(new Chair(post.title(), post.unit()), 1, Integer::sum);
      units.add(place, tally -> tally.add(post));
      if (units.holds(place)) {
        ofTitle(post.title(), unit.level()).add(post);
        atLevel(unit.level()).add(post);
      }
    } else if (units.holds(place)) {
      offMap.add(post);
    }
  }

  /** Seats of a unit that is in force on the date and on the map. */
  private void addSeats(OrgUnit unit) {
    if (!unit.existsOn(query.asOf()) || !unit.existsOn(territory.day()) || !isAtLevel(unit)) {
      return;
    }
    var place = territory.place(unit.id());
    for (var at : snapshot.seats().keySet()) {
      int seats =
          at.level() == unit.level() && meant.isTitle(at.title())
              ? snapshot.seatsOn(at, query.asOf())
              : 0;
      if (seats > 0 && units.holds(place)) {
        int free = Math.max(0, seats - holders.getOrDefault(new Chair(at.title(), unit.id()), 0));
        units.add(place, tally -> tally.addSeats(seats, free));
        ofTitle(at.title(), unit.level()).addSeats(seats, free);
        atLevel(unit.level()).addSeats(seats, free);
      }
    }
  }

  private CoverageTally ofTitle(UUID id, UnitLevel level) {
    return titles.computeIfAbsent(new TitleAt(id, level), _ -> new CoverageTally());
  }

  private CoverageTally atLevel(UnitLevel level) {
    return levels.computeIfAbsent(level, _ -> new CoverageTally());
  }

  private List<CoverageOfTitle> byTitle(@Nullable Trained trained) {
    var rows = new ArrayList<CoverageOfTitle>();
    titles.forEach(
        (at, tally) ->
            rows.add(
                new CoverageOfTitle(
                    snapshot.labelled(Register.TITLE, at.title(), query.asOf()),
                    at.level(),
                    tally.coverage(trained))));
    rows.sort(
        Comparator.comparing(CoverageOfTitle::postLevel).thenComparing(row -> row.title().order()));
    return rows;
  }

  private List<CoverageAtLevel> byPostLevel(@Nullable Trained trained) {
    return levels.entrySet().stream()
        .map(e -> new CoverageAtLevel(e.getKey(), e.getValue().coverage(trained)))
        .toList();
  }
}

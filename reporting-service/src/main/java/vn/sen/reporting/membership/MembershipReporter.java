package vn.sen.reporting.membership;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.WomenCount;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.membership.MembershipReport.Figures;
import vn.sen.reporting.membership.MembershipReport.LowRate;
import vn.sen.reporting.membership.MembershipReport.Rate;
import vn.sen.reporting.membership.MembershipReport.Row;
import vn.sen.reporting.membership.MembershipReport.Women;
import vn.sen.reporting.reading.Area;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.reading.Territories;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;

/** Sums leaves over the hierarchy of a day. Thread-safe. */
public final class MembershipReporter {

  /** Rows are ranked by the share of all women; the warning list has a denominator of its own. */
  private static final WomenDefinition RANKED_BY = WomenDefinition.ALL_WOMEN;

  private static final WomenDefinition WARNED_BY = WomenDefinition.WOMEN_PRESENT;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BigDecimal threshold;
  private final Territories territories = new Territories();

  /**
   * @param threshold communes with a lower percentage are listed
   */
  public MembershipReporter(BigDecimal threshold) {
    this.threshold = threshold;
  }

  /** One that remembers another map: each of them remembers the days of one. */
  public MembershipReporter another() {
    return new MembershipReporter(threshold);
  }

  /**
   * Makes a report.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map
   */
  MembershipReport report(MembershipSnapshot snapshot, OrgMap map, MembershipQuery query) {
    if (query.from().isAfter(query.asOf())) {
      throw new PeriodInvalid(query.from(), query.asOf());
    }
    var territory = territories.on(map, query.hierarchy());
    var unit = UnitChoice.unit(query.unit(), territory);
    var level = UnitChoice.level(query.level(), unit, territory);
    return new Sums(territory, unit, level, query).add(snapshot).report();
  }

  /** The map of a day, remembered. */
  Territory territory(OrgMap map, LocalDate day) {
    return territories.on(map, day);
  }

  /** The sums of one report. */
  private final class Sums {
    private final Territory territory;
    private final Area area;
    private final OrgUnit unit;
    private final UnitLevel level;
    private final LocalDate from;
    private final LocalDate asOf;
    private final Tally total = new Tally();
    private final Tally remainder = new Tally();
    private final Map<UUID, Tally> rows = new HashMap<>();
    private final Map<UUID, long[]> communes = new HashMap<>();
    private final @Nullable UnitTrait trait;
    private long unplaced;

    Sums(Territory territory, OrgUnit unit, UnitLevel level, MembershipQuery query) {
      this.territory = territory;
      this.area = new Area(territory, query.trait());
      this.trait = query.trait();
      this.unit = unit;
      this.level = level;
      this.from = query.from();
      this.asOf = query.asOf();
      rowUnits().forEach(u -> rows.put(u.id(), new Tally()));
      communeUnits().forEach(u -> communes.put(u.id(), new long[1]));
    }

    private List<OrgUnit> rowUnits() {
      return area.below(unit.id(), level);
    }

    private List<OrgUnit> communeUnits() {
      return area.below(unit.id(), UnitLevel.COMMUNE);
    }

    Sums add(MembershipSnapshot snapshot) {
      snapshot.forEach(this::add);
      return this;
    }

    private void add(Leaf leaf, LeafFigures figures) {
      var place = territory.place(leaf);
      if (!area.holds(place)) {
        return;
      }
      if (place.above().isEmpty()) {
        unplaced += figures.members().upTo(asOf);
        return;
      }
      if (!place.isWithin(unit.id())) {
        return;
      }
      total.add(figures, from, asOf, c -> isWithin(c, unit));
      var row = place.at(level);
      var tally = row == null ? null : rows.get(row.id());
      if (row == null || tally == null) {
        remainder.add(figures, from, asOf, this::isInRemainder);
      } else {
        tally.add(figures, from, asOf, c -> isWithin(c, row));
      }
      var commune = place.at(UnitLevel.COMMUNE);
      var members = commune == null ? null : communes.get(commune.id());
      if (members != null) {
        members[0] += figures.members().upTo(asOf);
      }
    }

    private boolean isWithin(Leaf counterpart, OrgUnit one) {
      var place = territory.place(counterpart);
      return place.isWithin(one.id()) && area.holds(place);
    }

    private boolean isInRemainder(Leaf counterpart) {
      return isWithin(counterpart, unit) && territory.place(counterpart).at(level) == null;
    }

    MembershipReport report() {
      return new MembershipReport(
          named(unit),
          trait,
          asOf,
          territory.day(),
          from,
          level,
          figures(unit, total),
          rows(),
          RANKED_BY,
          threshold,
          lowRates(),
          unplaced);
    }

    private List<Row> rows() {
      List<Row> all = new ArrayList<>();
      for (var u : rowUnits()) {
        all.add(Row.of(named(u), figures(u, rows.getOrDefault(u.id(), new Tally()))));
      }
      var ranked = ranked(all);
      if (!remainder.isNothing()) {
        ranked.add(Row.of(null, figures(null, remainder)));
      }
      return ranked;
    }

    private List<LowRate> lowRates() {
      List<LowRate> low = new ArrayList<>();
      for (var commune : communeUnits()) {
        long members = communes.getOrDefault(commune.id(), new long[1])[0];
        var women = women(commune, WARNED_BY).count();
        var percent = percent(members, women);
        if (women != null && percent != null && percent.compareTo(threshold) < 0) {
          low.add(new LowRate(named(commune), members, women, percent));
        }
      }
      low.sort(Comparator.comparing(LowRate::percent).thenComparing(l -> l.unit().code()));
      return low;
    }

    private Figures figures(@Nullable OrgUnit of, Tally tally) {
      var women = Arrays.stream(WomenDefinition.values()).map(d -> women(of, d)).toList();
      var rates =
          women.stream()
              .map(w -> new Rate(w.definition(), percent(tally.members(), w.count())))
              .toList();
      var warning = rate(rates, WARNED_BY);
      return new Figures(
          tally.members(),
          tally.honorary(),
          tally.flows(),
          women,
          rates,
          warning == null ? null : warning.compareTo(threshold) < 0);
    }

    /** A remainder has no denominator: nobody states one for people whose place is open. */
    private Women women(@Nullable OrgUnit of, WomenDefinition definition) {
      if (of == null) {
        return new Women(definition, null, null, List.of());
      }
      var stated =
          WomenCount.together(
              definition,
              area.parts(of).stream()
                  .map(u -> territory.map().womenOn(u.id(), definition, asOf, territory.day()))
                  .toList());
      var count = stated.count();
      return new Women(
          definition,
          count.isPresent() ? count.getAsLong() : null,
          stated.asOf(),
          stated.sources());
    }

    private Unit named(OrgUnit one) {
      return Unit.of(one, territory.day());
    }
  }

  /** Numbers the rows from the highest rate down; equal rates share a number. */
  private static List<Row> ranked(List<Row> rows) {
    List<Row> ranked = new ArrayList<>();
    for (var row : rows) {
      var own = rate(row.gatheringRates(), RANKED_BY);
      ranked.add(own == null ? row : row.ranked(1 + higher(rows, own)));
    }
    return ranked;
  }

  private static int higher(List<Row> rows, BigDecimal than) {
    int higher = 0;
    for (var row : rows) {
      var rate = rate(row.gatheringRates(), RANKED_BY);
      higher += rate != null && rate.compareTo(than) > 0 ? 1 : 0;
    }
    return higher;
  }

  private static @Nullable BigDecimal rate(List<Rate> rates, WomenDefinition definition) {
    for (var rate : rates) {
      if (rate.definition() == definition) {
        return rate.percent();
      }
    }
    return null;
  }

  private static @Nullable BigDecimal percent(long members, @Nullable Long women) {
    return women == null || women == 0
        ? null
        : BigDecimal.valueOf(members)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(women), 2, RoundingMode.HALF_UP);
  }
}

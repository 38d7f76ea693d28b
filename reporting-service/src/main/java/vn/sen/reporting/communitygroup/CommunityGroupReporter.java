package vn.sen.reporting.communitygroup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.GroupPlace;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupCell;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupType;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfProgramme;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfType;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfUnit;
import vn.sen.reporting.communitygroup.GroupHistory.Part;
import vn.sen.reporting.communitygroup.GroupTally.Share;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;

/** Makes one report of the community groups: every group is looked at once. */
final class CommunityGroupReporter {

  private static final Comparator<@Nullable String> NONE_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  /** Nulls where not asked for. */
  private record Cell(@Nullable String type, @Nullable String programme, @Nullable OrgUnit unit) {}

  private final CommunityGroupSnapshot snapshot;
  private final Territory territory;
  private final CommunityGroupQuery query;
  private final Set<Dimension> by;
  private final UnitTallies<GroupTally> units;
  private final Map<String, GroupTally> types = new HashMap<>();
  private final Map<Optional<String>, GroupTally> programmes = new HashMap<>();
  private final Map<Cell, GroupTally> cells = new HashMap<>();

  CommunityGroupReporter(
      CommunityGroupSnapshot snapshot, Territory territory, CommunityGroupQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.by = query.by();
    this.units =
        new UnitTallies<>(territory, query.unit(), query.level(), query.trait(), GroupTally::new);
  }

  /**
   * Makes the report.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  CommunityGroupReport report() {
    if (query.type() != null && !snapshot.hasType(query.type())) {
      throw new GroupTypeUnknown();
    }
    snapshot.groups().forEach((_, group) -> group.parts().forEach(part -> add(group, part)));
    return new CommunityGroupReport(
        units.unit(),
        query.asOf(),
        query.hierarchy(),
        query.from(),
        units.level(),
        by.stream().sorted().toList(),
        units.total().counts(),
        units.rows((unit, tally) -> new GroupsOfUnit(unit, unit == null, tally.counts())),
        by.contains(Dimension.TYPE) ? byType() : List.of(),
        by.contains(Dimension.PROGRAMME) ? byProgramme() : List.of(),
        cells(),
        units.unplaced().groups());
  }

  private void add(GroupHistory group, Part part) {
    if (!isSelected(part.place())) {
      return;
    }
    var share = Share.of(group, part, query.from(), query.asOf());
    if (share.isNothing()) {
      return;
    }
    var place = territory.place(part.leaf());
    units.add(place, tally -> tally.add(share));
    if (units.holds(place)) {
      tally(types, part.place().type()).add(share);
      tally(programmes, Optional.ofNullable(part.place().programme())).add(share);
      if (by.size() > 1) {
        tally(cells, cell(part.place(), units.row(place))).add(share);
      }
    }
  }

  private boolean isSelected(GroupPlace place) {
    return (query.type() == null || query.type().equals(place.type()))
        && (query.programme() == null || query.programme().equals(place.programme()));
  }

  private static <K> GroupTally tally(Map<K, GroupTally> tallies, K key) {
    return tallies.computeIfAbsent(key, _ -> new GroupTally());
  }

  private Cell cell(GroupPlace place, @Nullable OrgUnit row) {
    return new Cell(
        by.contains(Dimension.TYPE) ? place.type() : null,
        by.contains(Dimension.PROGRAMME) ? place.programme() : null,
        by.contains(Dimension.UNIT) ? row : null);
  }

  private GroupType type(String code) {
    return snapshot.type(code, query.asOf());
  }

  private List<GroupsOfType> byType() {
    return sorted(
        types,
        (code, tally) -> new GroupsOfType(type(code), tally.counts()),
        Comparator.comparing(row -> row.type().code()));
  }

  private List<GroupsOfProgramme> byProgramme() {
    return sorted(
        programmes,
        (code, tally) -> new GroupsOfProgramme(code.orElse(null), tally.counts()),
        Comparator.comparing(GroupsOfProgramme::programme, NONE_LAST));
  }

  private static <K, R> List<R> sorted(
      Map<K, GroupTally> tallies, BiFunction<K, GroupTally, R> make, Comparator<R> order) {
    var rows = new ArrayList<R>();
    tallies.forEach((key, tally) -> rows.add(make.apply(key, tally)));
    rows.sort(order);
    return rows;
  }

  private List<GroupCell> cells() {
    return sorted(
        cells,
        (cell, tally) ->
            new GroupCell(
                cell.type() == null ? null : type(cell.type()),
                cell.programme(),
                cell.unit() == null ? null : Unit.of(cell.unit(), territory.day()),
                tally.counts()),
        Comparator.comparing((GroupCell c) -> c.type() == null ? "" : c.type().code())
            .thenComparing(GroupCell::programme, NONE_LAST)
            .thenComparing(c -> c.unit() == null ? null : c.unit().code(), NONE_LAST));
  }
}

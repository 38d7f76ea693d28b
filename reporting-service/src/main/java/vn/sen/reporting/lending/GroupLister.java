package vn.sen.reporting.lending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.lending.LendingRow.Founded;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.reading.Area;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Territory.Place;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;

/** Lists groups with fewer or more borrowers than is agreed with their bank, by id. */
final class GroupLister {

  private final LendingSnapshot snapshot;
  private final Territory territory;
  private final LendingQuery query;
  private final Area area;

  GroupLister(LendingSnapshot snapshot, Territory territory, LendingQuery query) {
    this.snapshot = snapshot;
    this.territory = territory;
    this.query = query;
    this.area = new Area(territory, query.selection().trait());
  }

  /**
   * A page.
   *
   * @param after the last group of the page before, or null
   * @param limit how many at most
   */
  List<GroupLine> list(@Nullable UUID after, int limit) {
    UUID unit = UnitChoice.unit(query.unit(), territory).id();
    var borrowers = borrowers();
    var ranks = snapshot.ranksOn(query.asOf());
    var lines = new ArrayList<GroupLine>();
    snapshot
        .founded()
        .forEach(
            (group, number) -> {
              var place = territory.place(group.unit());
              if (isAsked(group, number, place, unit, after)) {
                int count = borrowers.getOrDefault(number, Set.of()).size();
                var terms = snapshot.termsOn(group.bank(), query.asOf());
                terms
                    .filter(agreed -> count < agreed.fewest() || count > agreed.most())
                    .ifPresent(
                        agreed ->
                            lines.add(
                                new GroupLine(
                                    group.group(),
                                    Unit.of(place.above().getFirst(), territory.day()),
                                    snapshot.labelled(Register.BANK, group.bank(), query.asOf()),
                                    ranks[number],
                                    count,
                                    agreed.fewest(),
                                    agreed.most())));
              }
            });
    lines.sort(Comparator.comparing(GroupLine::group));
    return lines.stream().limit(limit).toList();
  }

  private boolean isAsked(Founded group, int number, Place place, UUID unit, @Nullable UUID after) {
    return !group.on().isAfter(query.asOf())
        && !snapshot.isClosed(number, query.asOf())
        && place.isWithin(unit)
        && area.holds(place)
        && (after == null || group.group().compareTo(after) > 0);
  }

  /** The households that owe principal, by the number of the group. */
  private Map<Integer, Set<Integer>> borrowers() {
    var borrowers = new HashMap<Integer, Set<Integer>>();
    new LoanScan(snapshot, territory, query)
        .forEach(
            found -> {
              int group = found.part().numbers().group();
              if (group >= 0 && found.part().outstanding(query.asOf()) > 0) {
                borrowers.computeIfAbsent(group, _ -> new HashSet<>()).add(found.household());
              }
            });
    return borrowers;
  }
}

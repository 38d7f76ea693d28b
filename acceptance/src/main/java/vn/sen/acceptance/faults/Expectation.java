package vn.sen.acceptance.faults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the commands acknowledged by one seed must have led to.
 *
 * @param versions of each member
 * @param units versions of each unit
 * @param injected aggregates that only the test has written
 * @param figures by day and unit
 * @param rosters members by household
 * @param unreadable records that each consumer must have put to the dead letters
 */
record Expectation(
    Map<UUID, Long> versions,
    Map<UUID, Long> units,
    Set<UUID> injected,
    Map<LocalDate, Map<UUID, Figures>> figures,
    Map<UUID, Set<UUID>> rosters,
    List<String> unreadable) {

  /** After all that happens. */
  static final LocalDate END = LocalDate.of(2026, 1, 1);

  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 20), END);

  /**
   * @param imported the members that the file has brought, whose ids nobody was told
   */
  static Expectation of(Ledger ledger, Territory territory, Intruder intruder, Set<UUID> imported) {
    var people = ledger.people();
    var figures = new HashMap<LocalDate, Map<UUID, Figures>>();
    for (var day : DAYS) {
      var units = new HashMap<UUID, Figures>();
      territory.branches().forEach(unit -> units.put(unit, Figures.of(people, unit, day)));
      units.put(territory.probe(), Figures.of(people, territory.probe(), day));
      var injected = Figures.of(people, territory.injected(), day);
      boolean later = injected.equals(Figures.NONE);
      units.put(territory.injected(), injected.plusAdmitted(later ? 0 : intruder.admitted()));
      units.put(
          territory.imported(),
          Figures.NONE.plusAdmitted(day.isBefore(Importer.DAY) ? 0 : Importer.ROWS));
      figures.put(day, units);
    }
    var rosters = new HashMap<UUID, Set<UUID>>();
    territory.households().forEach(household -> rosters.put(household, new HashSet<>()));
    for (var person : people) {
      if (person.household() != null && person.isMember()) {
        rosters.computeIfAbsent(person.household(), _ -> new HashSet<>()).add(person.id());
      }
    }
    var versions = new HashMap<UUID, Long>();
    people.forEach(person -> versions.put(person.id(), person.version()));
    imported.forEach(member -> versions.put(member, 1L));
    return new Expectation(
        versions, ledger.units(), intruder.aggregates(), figures, rosters, intruder.unreadable());
  }
}

package vn.sen.training.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.PlanNeed;
import vn.sen.training.competency.Competencies;
import vn.sen.training.people.KnownPeople;
import vn.sen.training.people.KnownTitles;

/** Counts who holds a post whose title demands a competency that she lacks. */
@Component
class Gaps {

  private final KnownPeople people;
  private final KnownTitles titles;
  private final Competencies competencies;
  private final OrgFollower orgUnits;

  Gaps(KnownPeople people, KnownTitles titles, Competencies competencies, OrgFollower orgUnits) {
    this.people = people;
    this.titles = titles;
    this.competencies = competencies;
    this.orgUnits = orgUnits;
  }

  /** What is asked once, however many hold the title. */
  private record Standard(UUID titleId, UnitLevel level) {}

  private record Demand(UUID titleId, String competency) {}

  /**
   * The needs of a unit and everything below it on a day, by title and competency.
   *
   * @param plan gives the lines their ids, so that they stay the same when counted again
   */
  List<PlanNeed> of(UUID plan, UUID unit, LocalDate day) {
    var map = orgUnits.map();
    var below =
        map.units().stream()
            .map(OrgUnit::id)
            .filter(id -> map.place(id, List.of(), day).isWithin(unit))
            .toList();
    var holders =
        new TreeMap<Demand, TreeSet<UUID>>(
            Comparator.comparing(Demand::titleId).thenComparing(Demand::competency));
    var standards = new HashMap<Standard, List<String>>();
    for (var term : people.termsAt(below, day)) {
      var level = map.unit(term.unitId()).map(OrgUnit::level);
      if (level.isPresent()) {
        var demanded =
            standards.computeIfAbsent(
                new Standard(term.titleId(), level.get()),
                asked -> titles.demandedOf(asked.titleId(), asked.level(), day));
        for (var competency : demanded) {
          holders
              .computeIfAbsent(new Demand(term.titleId(), competency), _ -> new TreeSet<>())
              .add(term.personId());
        }
      }
    }
    var needs = new ArrayList<PlanNeed>();
    holders.forEach(
        (demand, who) -> {
          who.removeAll(competencies.among(List.copyOf(who), demand.competency(), day));
          if (!who.isEmpty()) {
            needs.add(
                new PlanNeed(
                    lineId(plan, demand), demand.titleId(), demand.competency(), List.copyOf(who)));
          }
        });
    return needs;
  }

  private static UUID lineId(UUID plan, Demand demand) {
    return CommandContext.derive(
        "plan line", plan.toString(), demand.titleId().toString(), demand.competency());
  }
}

package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.UnitLevel;

/**
 * All that the demo enters, and what counting it must give. The same facts, targets and seed give
 * the same data set.
 *
 * @param communes of the map of the report date
 * @param people by number; {@link Flows} and {@link Assignments} name them by it
 */
public record Dataset(
    long seed,
    ProvinceFacts facts,
    Targets targets,
    List<Commune> communes,
    People people,
    Flows flows,
    List<Redrawing> redrawings,
    Assignments assignments) {

  /** Says who states the invented numbers of women. */
  public static final String WOMEN_SOURCE = "số liệu mô phỏng (tổng điều tra 2009 làm trọng số)";

  public Dataset {
    communes = List.copyOf(communes);
    redrawings = List.copyOf(redrawings);
  }

  /** Invents a data set. */
  public static Dataset generate(long seed, ProvinceFacts facts, Targets targets) {
    var random = new Random(seed);
    var communes = new CommunePlan(facts, targets, random).draw();
    var generator = new Generator(targets, communes, random);
    var people = generator.people(seed);
    var flows = generator.flows();
    var branches = communes.stream().flatMap(c -> c.branches().stream()).toList();
    var assignments =
        Assignments.draw(facts, branches, settled(facts, targets, branches, people, flows));
    return new Dataset(
        seed, facts, targets, communes, people, flows, Redrawing.of(facts), assignments);
  }

  /** The branches of all communes. */
  public List<Branch> branches() {
    return communes.stream().flatMap(c -> c.branches().stream()).toList();
  }

  /** The branch each person belongs to at the end of a day; absent where none. */
  Map<Integer, Branch> membersOn(LocalDate day) {
    var members = new HashMap<Integer, Branch>();
    for (var person = 0; person < people.size(); person++) {
      if (!people.joinedOn(person).isAfter(day)) {
        members.put(person, people.branch(person));
      }
    }
    flows.formerDepartures().stream()
        .filter(d -> !d.on().isAfter(day))
        .forEach(d -> members.remove(d.person()));
    flows.readmissions().stream()
        .filter(r -> !r.on().isAfter(day))
        .forEach(r -> members.put(r.person(), r.branch()));
    flows.transfers().stream()
        .filter(t -> !t.on().isAfter(day))
        .forEach(t -> members.put(t.person(), t.to()));
    flows.departures().stream()
        .filter(d -> !d.on().isAfter(day))
        .forEach(d -> members.remove(d.person()));
    return members;
  }

  /** What the members of one day must count to under the map of another. */
  public Headcount headcount(LocalDate asOf, LocalDate hierarchy) {
    var walk = new MapWalk(facts, assignments);
    var byCommune = new HashMap<UnitKey, Integer>();
    facts.unitsOn(hierarchy, UnitLevel.COMMUNE).forEach(c -> byCommune.put(c.key(), 0));
    var placeOf = new HashMap<Branch, UnitKey>();
    branches().forEach(b -> walk.place(b, hierarchy).ifPresent(c -> placeOf.put(b, c)));
    var remainder = 0;
    for (var member : membersOn(asOf).entrySet()) {
      var branch = member.getValue();
      var commune =
          walk.assigned(member.getKey())
              ? walk.place(branch, member.getKey(), hierarchy).orElse(null)
              : placeOf.get(branch);
      if (commune == null) {
        remainder++;
      } else {
        byCommune.merge(commune, 1, Integer::sum);
      }
    }
    return new Headcount(byCommune, remainder);
  }

  /** Members of units that a split divides, to whom nothing happened since they were entered. */
  private static Map<Branch, List<Integer>> settled(
      ProvinceFacts facts, Targets targets, List<Branch> branches, People people, Flows flows) {
    var moved = new HashSet<Integer>();
    flows.formerDepartures().forEach(d -> moved.add(d.person()));
    flows.departures().forEach(d -> moved.add(d.person()));
    flows.transfers().forEach(t -> moved.add(t.person()));
    var settled = new LinkedHashMap<Branch, List<Integer>>();
    var wanted = branchesOfSplits(facts, branches);
    for (var person = 0; person < people.size(); person++) {
      var branch = people.branch(person);
      if (wanted.contains(branch)
          && !moved.contains(person)
          && !people.joinedOn(person).isAfter(targets.openingDate())) {
        settled.computeIfAbsent(branch, b -> new ArrayList<>()).add(person);
      }
    }
    return settled;
  }

  private static Set<Branch> branchesOfSplits(ProvinceFacts facts, List<Branch> branches) {
    var codes = new HashSet<String>();
    facts.successions().stream()
        .filter(s -> s.extent() == Extent.PARTIAL)
        .forEach(s -> codes.add(s.from().code()));
    var wanted = new HashSet<Branch>();
    branches.stream().filter(b -> codes.contains(b.commune().code())).forEach(wanted::add);
    return wanted;
  }
}

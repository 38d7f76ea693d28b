package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sen.events.membership.Extent;

/**
 * Who follows which successor of a split: branches first, then some members of one more branch;
 * what remains is left unassigned, as the source does not say.
 */
public record Assignments(List<OfBranch> branches, List<OfMember> members) {

  private static final int SINGLE_MEMBERS_OF_A_SPLIT = 12;

  public Assignments {
    branches = List.copyOf(branches);
    members = List.copyOf(members);
  }

  /** A branch follows a successor of the redrawing of that date. */
  public record OfBranch(Branch branch, LocalDate redrawing, UnitKey successor) {}

  /** One member follows a successor, whatever her branch does. */
  public record OfMember(int person, LocalDate redrawing, UnitKey successor) {}

  /**
   * @param settled people to whom nothing happened in the year, by branch, as far as they are
   *     needed
   */
  static Assignments draw(
      ProvinceFacts facts, List<Branch> branches, Map<Branch, List<Integer>> settled) {
    var ofBranches = new ArrayList<OfBranch>();
    var ofMembers = new ArrayList<OfMember>();
    var splits = new LinkedHashMap<UnitKey, List<SuccessionFact>>();
    facts.successions().stream()
        .filter(s -> s.extent() == Extent.PARTIAL)
        .forEach(s -> splits.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s));
    splits.forEach(
        (unit, parts) -> {
          var lastDay = parts.getFirst().date().minusDays(1);
          var walk = new MapWalk(facts, new Assignments(ofBranches, List.of()));
          var there =
              branches.stream()
                  .filter(b -> walk.place(b, lastDay).filter(unit::equals).isPresent())
                  .toList();
          if (parts.stream().anyMatch(s -> s.what() != null)) {
            ofBranches.addAll(asStated(parts, there));
          } else {
            var half = there.size() / 2;
            for (var i = 0; i < half; i++) {
              ofBranches.add(ofBranch(there.get(i), parts.get(i % parts.size())));
            }
            var people =
                half < there.size()
                    ? settled.getOrDefault(there.get(half), List.of())
                    : List.<Integer>of();
            for (var i = 0; i < people.size() / 2 && i < SINGLE_MEMBERS_OF_A_SPLIT; i++) {
              var part = parts.get(i % parts.size());
              ofMembers.add(new OfMember(people.get(i), part.date(), part.to()));
            }
          }
        });
    return new Assignments(ofBranches, ofMembers);
  }

  /** The named quarters where the source says; the rest where it says that the rest went. */
  private static List<OfBranch> asStated(List<SuccessionFact> parts, List<Branch> there) {
    var result = new ArrayList<OfBranch>();
    var open = new ArrayList<>(there);
    for (var part : parts) {
      part.quarter()
          .ifPresent(
              quarter ->
                  open.removeIf(
                      branch -> {
                        var named = branch.name().endsWith(" " + quarter.name());
                        if (named) {
                          result.add(ofBranch(branch, part));
                        }
                        return named;
                      }));
    }
    parts.stream()
        .filter(part -> part.restPeople().isPresent())
        .findFirst()
        .ifPresent(rest -> open.forEach(branch -> result.add(ofBranch(branch, rest))));
    return result;
  }

  private static OfBranch ofBranch(Branch branch, SuccessionFact part) {
    return new OfBranch(branch, part.date(), part.to());
  }
}

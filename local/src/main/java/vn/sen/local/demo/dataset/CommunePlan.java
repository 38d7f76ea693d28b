package vn.sen.local.demo.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/** Gives each commune its share of the targets, and its branches. */
final class CommunePlan {

  /** Low communes are drawn from this many times as many communes of a fitting size. */
  private static final int CHOICE = 3;

  private final ProvinceFacts facts;
  private final Targets targets;
  private final Random random;
  private final List<UnitFact> units;
  private final double[] weights;

  CommunePlan(ProvinceFacts facts, Targets targets, Random random) {
    this.facts = facts;
    this.targets = targets;
    this.random = random;
    this.units = facts.unitsOn(targets.reportDate(), UnitLevel.COMMUNE);
    this.weights = units.stream().mapToDouble(u -> facts.weights().get(u.key())).toArray();
    if (targets.low().communes() > units.size()) {
      throw new IllegalArgumentException("there are only " + units.size() + " communes");
    }
  }

  List<Commune> draw() {
    var low = chooseLow();
    var women = new int[units.size()];
    var present = new int[units.size()];
    var members = new int[units.size()];
    var lowTargets = targets.low();
    share(
        low,
        true,
        lowTargets.members(),
        lowTargets.women(),
        lowTargets.womenPresent(),
        0.02,
        members,
        women,
        present);
    share(
        low,
        false,
        targets.members() - lowTargets.members(),
        targets.other().women(),
        targets.other().womenPresent(),
        0.1,
        members,
        women,
        present);
    var branchCounts = branchCounts();
    return IntStream.range(0, units.size())
        .mapToObj(
            i -> {
              var unit = units.get(i);
              var district = unit.parent();
              if (district == null) {
                throw new IllegalArgumentException(unit.name() + " has no district");
              }
              return new Commune(
                  unit.key(),
                  unit.name(),
                  district,
                  low.contains(i),
                  members[i],
                  women[i],
                  present[i],
                  branches(unit, district, branchCounts[i]));
            })
        .toList();
  }

  /** Communes whose size fits the low communes' women, some of them by chance. */
  private Set<Integer> chooseLow() {
    var count = targets.low().communes();
    if (count == 0) {
      return Set.of();
    }
    var allWomen = targets.low().women() + targets.other().women();
    var share = allWomen == 0 ? 0.0 : (double) targets.low().women() / allWomen;
    var wanted = Arrays.stream(weights).sum() * share / count;
    var candidates =
        new ArrayList<>(
            IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(weights[i] - wanted)))
                .limit((long) CHOICE * count)
                .toList());
    Collections.shuffle(candidates, random);
    return new HashSet<>(candidates.subList(0, count));
  }

  private void share(
      Set<Integer> low,
      boolean chosen,
      int members,
      int women,
      int womenPresent,
      double spread,
      int[] membersOf,
      int[] womenOf,
      int[] presentOf) {
    var indexes = IntStream.range(0, units.size()).filter(i -> low.contains(i) == chosen).toArray();
    if (indexes.length == 0) {
      return;
    }
    var womenParts =
        LargestRemainder.split(
            women, Arrays.stream(indexes).mapToDouble(i -> weights[i] * about(0.05)).toArray());
    var presentParts =
        LargestRemainder.split(womenPresent, Arrays.stream(womenParts).asDoubleStream().toArray());
    var memberWeights =
        womenPresent > 0
            ? Arrays.stream(presentParts).mapToDouble(p -> p * about(spread)).toArray()
            : Arrays.stream(indexes).mapToDouble(i -> weights[i]).toArray();
    var memberParts = LargestRemainder.split(members, memberWeights);
    for (var i = 0; i < indexes.length; i++) {
      womenOf[indexes[i]] = womenParts[i];
      presentOf[indexes[i]] = presentParts[i];
      membersOf[indexes[i]] = memberParts[i];
    }
  }

  /** Larger communes have more branches: by the rank of their weight. */
  private int[] branchCounts() {
    var ranked =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> weights[i]))
            .toList();
    var kinds = targets.mostBranches() - targets.fewestBranches() + 1;
    var counts = new int[weights.length];
    for (var rank = 0; rank < ranked.size(); rank++) {
      counts[ranked.get(rank)] = targets.fewestBranches() + kinds * rank / ranked.size();
    }
    return counts;
  }

  private List<Branch> branches(UnitFact commune, UnitKey district, int count) {
    var quarters = namedQuarters(commune);
    var word = word(commune);
    var branches = new ArrayList<Branch>();
    quarters.forEach(
        (name, share) ->
            branches.add(branch(commune, district, branches.size(), word + name, share)));
    var rest = 1 - quarters.values().stream().mapToDouble(share -> share).sum();
    var numbered = Math.max(1, count - quarters.size());
    for (var number = 1; number <= numbered; number++) {
      branches.add(
          branch(commune, district, branches.size(), word + number, rest / numbered * about(0.3)));
    }
    return List.copyOf(branches);
  }

  /** Quarters that a later split names, with their share of the commune's people. */
  private TreeMap<String, Double> namedQuarters(UnitFact commune) {
    var people = new TreeMap<String, Integer>();
    var all = 0;
    for (var succession : facts.successions()) {
      if (succession.from().equals(commune.key())) {
        var quarter = succession.quarter();
        quarter.ifPresent(q -> people.put(q.name(), q.people()));
        all += quarter.map(SuccessionFact.Quarter::people).orElse(0);
        all += succession.restPeople().orElse(0);
      }
    }
    var shares = new TreeMap<String, Double>();
    var sum = all;
    people.forEach((name, number) -> shares.put(name, (double) number / sum));
    return shares;
  }

  private static Branch branch(
      UnitFact commune, UnitKey district, int index, String name, double weight) {
    var code = "%s-CH%02d".formatted(commune.key().code(), index + 1);
    return new Branch(
        new UnitKey(code, commune.key().validFrom()),
        "Chi hội " + name,
        commune.key(),
        district,
        weight);
  }

  /** What the parts of a commune are called there. */
  private static String word(UnitFact commune) {
    if (commune.kind() != UnitKind.COMMUNE) {
      return "khu phố ";
    }
    var folded = Folding.fold(commune.name());
    return folded.startsWith("ea") || folded.startsWith("krong") ? "buôn " : "thôn ";
  }

  private double about(double spread) {
    return 1 - spread + 2 * spread * random.nextDouble();
  }
}

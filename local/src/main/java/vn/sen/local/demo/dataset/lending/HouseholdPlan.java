package vn.sen.local.demo.dataset.lending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.LargestRemainder;
import vn.sen.local.demo.dataset.ProvinceFacts;
import vn.sen.local.demo.dataset.UnitFact;

/** Places the households on the communes, each with what it owes at each of its banks. */
final class HouseholdPlan {

  private static final long MILLION = 1_000_000;

  private final LendingTargets targets;
  private final Random random;
  private final Borrowers borrowers;
  private final List<UnitFact> communes;
  private final double[] weights;
  private final Map<String, Deque<Long>> amounts = new HashMap<>();
  private int homes;

  /** What one household owes one bank. */
  record Debt(Home home, Bank bank, long amount) {}

  HouseholdPlan(ProvinceFacts facts, LendingTargets targets, Borrowers borrowers, Random random) {
    this.targets = targets;
    this.random = random;
    this.borrowers = borrowers;
    this.communes = facts.unitsOn(targets.statementDate(), UnitLevel.COMMUNE);
    this.weights = communes.stream().mapToDouble(c -> facts.weights().get(c.key())).toArray();
  }

  List<Debt> draw() {
    targets.banks().forEach(bank -> amounts.put(bank.code(), shuffledAmounts(bank)));
    var debts = new ArrayList<Debt>();
    for (var overlap : targets.households()) {
      var counts = LargestRemainder.split(overlap.households(), weights);
      for (var i = 0; i < counts.length; i++) {
        for (var n = 0; n < counts[i]; n++) {
          addDebts(home(communes.get(i)), overlap.banks(), debts);
        }
      }
    }
    return debts;
  }

  /** A further household of one person. */
  Home home(UnitFact commune) {
    return new Home(++homes, commune, borrowers.next(commune));
  }

  UnitFact anyCommune() {
    return communes.get(random.nextInt(communes.size()));
  }

  private void addDebts(Home home, List<String> banks, List<Debt> debts) {
    for (var code : banks) {
      var left = Objects.requireNonNull(amounts.get(code));
      debts.add(new Debt(home, targets.bank(code), left.remove()));
    }
  }

  private Deque<Long> shuffledAmounts(Bank bank) {
    var all = new ArrayList<Long>();
    bank.amounts().forEach(a -> all.addAll(Collections.nCopies(a.households(), a.million())));
    Collections.shuffle(all, random);
    return new ArrayDeque<>(all.stream().map(million -> million * MILLION).toList());
  }
}

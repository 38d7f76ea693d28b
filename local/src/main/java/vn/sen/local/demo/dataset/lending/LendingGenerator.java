package vn.sen.local.demo.dataset.lending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.sen.local.demo.dataset.ProvinceFacts;
import vn.sen.local.demo.dataset.lending.LoanDraft.Owed;

/**
 * Invents loans that come to the targets. It works backwards: first what is owed on the day of the
 * statement, then the loans that are closed by then; what happened in the year says what every loan
 * must have begun with.
 */
final class LendingGenerator {

  /** Of the households with several loans. */
  private static final int ONE_IN_ELSEWHERE = 40;

  private static final int ONE_IN_DIVIDED = 20;
  private static final long STEP = 100_000;

  private final LendingTargets targets;
  private final Random random;
  private final Borrowers borrowers;
  private final HouseholdPlan plan;
  private final ContractTerms terms;
  private final LoanStories stories;

  LendingGenerator(long seed, ProvinceFacts facts, LendingTargets targets, Random random) {
    this.targets = targets;
    this.random = random;
    this.borrowers = new Borrowers(seed, random);
    this.plan = new HouseholdPlan(facts, targets, borrowers, random);
    var days = new TransactionDays(targets.openingDate(), targets.statementDate(), random);
    this.terms = new ContractTerms(targets, days, random);
    this.stories = new LoanStories(targets.statementDate(), days, random);
  }

  LendingData draw() {
    var owed = new ArrayList<Owed>();
    plan.draw().forEach(debt -> divide(debt, owed));
    severalPlaces(owed);
    Collections.shuffle(owed, random);
    owed.subList(0, Math.min(targets.year().opened(), owed.size()))
        .replaceAll(Owed::openedInTheYear);
    var open = owed.stream().map(terms::draft).toList();
    var closed = closed(owed).stream().map(terms::draft).toList();
    var groups = new GroupPlan();
    groups.assign(open, closed);
    var year = new YearOfLoans(targets, stories, plan, groups, random);
    year.tell(open, closed);
    var differences = new DifferencePlan(targets, stories, random);
    differences.choose(year.quiet(), closed);
    var drafts = new ArrayList<>(open);
    drafts.addAll(closed);
    var loans = new LinkedHashMap<String, Loan>();
    drafts.forEach(draft -> loans.put(draft.number, draft.finished()));
    return new LendingData(
        targets, households(drafts), List.copyOf(loans.values()), differences.planted(loans));
  }

  /** Some households' debts consist of several loans. */
  private void divide(HouseholdPlan.Debt debt, List<Owed> owed) {
    var rest = debt.amount();
    var loans = random.nextInt(ONE_IN_DIVIDED) > 0 ? 1 : 2 + random.nextInt(10) / 9;
    for (; loans > 1; loans--) {
      var part = Math.max(STEP, rest * (3 + random.nextInt(3)) / 10 / STEP * STEP);
      owed.add(owed(debt, part));
      rest -= part;
    }
    owed.add(owed(debt, rest));
  }

  private static Owed owed(HouseholdPlan.Debt debt, long amount) {
    var home = debt.home();
    return new Owed(debt.bank(), home, home.first(), home.commune(), amount, false);
  }

  /** Of the households with several loans, some borrow as two people, and some in two communes. */
  private void severalPlaces(List<Owed> owed) {
    var first = new HashSet<Integer>();
    var lastOfSeveral = new TreeMap<Integer, Integer>();
    for (var i = 0; i < owed.size(); i++) {
      if (!first.add(owed.get(i).home().number())) {
        lastOfSeveral.put(owed.get(i).home().number(), i);
      }
    }
    var places = new ArrayList<>(lastOfSeveral.values());
    Collections.shuffle(places, random);
    for (var i = 0; i < places.size(); i++) {
      var last = owed.get(places.get(i));
      if (i < targets.foundTwice()) {
        owed.set(places.get(i), last.by(borrowers.next(last.commune())));
      } else if (random.nextInt(ONE_IN_ELSEWHERE) == 0) {
        owed.set(places.get(i), last.at(plan.anyCommune()));
      }
    }
  }

  /** Loans of the past: of households that borrow again in the year, and of others. */
  private List<Owed> closed(List<Owed> owed) {
    var closed = new ArrayList<Owed>();
    if (owed.isEmpty()) {
      return closed;
    }
    var year = targets.year();
    for (var i = 0; i < year.settled() + year.writtenOff(); i++) {
      var like = owed.get(i % owed.size());
      var again = i < year.settled() / 2 && like.opened();
      var home = again ? like.home() : plan.home(like.commune());
      var borrower = again ? like.borrower() : home.first();
      closed.add(new Owed(like.bank(), home, borrower, like.commune(), 0, false));
    }
    return closed;
  }

  private static List<BorrowingHousehold> households(List<LoanDraft> drafts) {
    var homes = new TreeMap<Integer, Home>();
    var people = new HashMap<Integer, Map<Integer, Borrower>>();
    for (var draft : drafts) {
      add(draft.home, draft.borrower, homes, people);
      add(draft.openingHome(), draft.openingHome().first(), homes, people);
    }
    return homes.values().stream()
        .map(
            home ->
                new BorrowingHousehold(
                    home.number(),
                    home.commune(),
                    List.copyOf(people.getOrDefault(home.number(), Map.of()).values())))
        .toList();
  }

  private static void add(
      Home home,
      Borrower borrower,
      Map<Integer, Home> homes,
      Map<Integer, Map<Integer, Borrower>> people) {
    homes.put(home.number(), home);
    people.computeIfAbsent(home.number(), n -> new TreeMap<>()).put(borrower.number(), borrower);
  }
}

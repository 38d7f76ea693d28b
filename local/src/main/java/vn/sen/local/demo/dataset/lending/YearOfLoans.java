package vn.sen.local.demo.dataset.lending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tells the stories of a year of as many loans as the targets ask for, drawn at random. */
final class YearOfLoans {

  private static final int ONE_IN_OVERDUE = 250;
  private static final int ONE_IN_FROZEN = 800;
  private static final int ONE_IN_ARREARS = 100;
  private static final int ARREARS_STEP = 1_000;
  private static final int KINDS_OF_ARREARS = 2_000;

  private final LendingTargets targets;
  private final LoanStories stories;
  private final HouseholdPlan plan;
  private final GroupPlan groups;
  private final Random random;
  private final Deque<LoanDraft> untold = new ArrayDeque<>();
  private final Set<Integer> single = new HashSet<>();

  YearOfLoans(
      LendingTargets targets,
      LoanStories stories,
      HouseholdPlan plan,
      GroupPlan groups,
      Random random) {
    this.targets = targets;
    this.stories = stories;
    this.plan = plan;
    this.groups = groups;
    this.random = random;
  }

  void tell(List<LoanDraft> open, List<LoanDraft> closed) {
    var year = targets.year();
    for (var i = 0; i < closed.size(); i++) {
      if (i < year.settled()) {
        stories.settled(closed.get(i));
      } else {
        stories.writtenOff(closed.get(i));
      }
    }
    findSingle(open, closed);
    open.stream().filter(loan -> loan.opened).forEach(stories::afterOpening);
    var rest = new ArrayList<>(open.stream().filter(loan -> !loan.opened).toList());
    Collections.shuffle(rest, random);
    untold.addAll(rest);
    var atPolicyBank = bankOfMostProgrammes();
    each(year.frozen(), atPolicyBank, stories::frozen);
    each(year.thawed(), atPolicyBank, stories::thawed);
    each(year.replaced(), loan -> single.contains(loan.home.number()), this::replace);
    each(year.regrouped(), loan -> groups.other(loan).isPresent(), this::regroup);
    each(year.repaying(), loan -> true, stories::repaying);
    each(year.payingInterest(), loan -> true, stories::payingInterest);
    each(year.interestWaived(), loan -> true, stories::interestWaived);
    each(year.overdue(), loan -> true, stories::overdue);
    each(year.overdueAndBack(), loan -> true, stories::overdueAndBack);
    each(year.extended(), loan -> true, stories::extended);
    each(year.corrected(), loan -> true, stories::corrected);
    each(year.reversed(), loan -> true, stories::reversed);
    each(year.outOfOrder(), loan -> true, stories::outOfOrder);
    stand(atPolicyBank);
  }

  /** Loans to which nothing happened in the year, and that stand as agreed. */
  List<LoanDraft> quiet() {
    return List.copyOf(untold);
  }

  /** Debts of before the opening that were not paid as agreed then and are not now. */
  private void stand(Predicate<LoanDraft> atPolicyBank) {
    var loans = untold.size();
    each(
        loans / ONE_IN_OVERDUE, loan -> true, loan -> loan.stand(stories.part(loan), 0, arrears()));
    each(loans / ONE_IN_FROZEN, atPolicyBank, loan -> loan.stand(0, loan.end().outstanding(), 0));
    each(loans / ONE_IN_ARREARS, loan -> true, loan -> loan.stand(0, 0, arrears()));
  }

  private long arrears() {
    return (1L + random.nextInt(KINDS_OF_ARREARS)) * ARREARS_STEP;
  }

  /** Debts are frozen at the bank that lends for the poor. */
  private Predicate<LoanDraft> bankOfMostProgrammes() {
    var most = targets.banks().stream().mapToInt(b -> b.programmes().size()).max().orElse(0);
    return loan -> loan.bank.programmes().size() == most;
  }

  private void replace(LoanDraft loan) {
    stories.replaced(loan, plan.home(loan.commune));
  }

  private void regroup(LoanDraft loan) {
    stories.regrouped(loan, groups.other(loan).orElseThrow());
  }

  /** Households of one loan: another borrower of it makes no household more. */
  private void findSingle(List<LoanDraft> open, List<LoanDraft> closed) {
    var loans = new HashMap<Integer, Integer>();
    open.forEach(loan -> loans.merge(loan.home.number(), 1, Integer::sum));
    closed.forEach(loan -> loans.merge(loan.home.number(), 1, Integer::sum));
    loans.forEach(
        (home, count) -> {
          if (count == 1) {
            single.add(home);
          }
        });
  }

  /** Tells it of so many loans that fit, or of all that do. */
  private void each(int count, Predicate<LoanDraft> fits, Consumer<LoanDraft> story) {
    var passed = new ArrayList<LoanDraft>();
    for (var told = 0; told < count && !untold.isEmpty(); ) {
      var loan = untold.remove();
      if (fits.test(loan)) {
        story.accept(loan);
        told++;
      } else {
        passed.add(loan);
      }
    }
    passed.reversed().forEach(untold::addFirst);
  }
}

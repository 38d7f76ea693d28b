package vn.sen.local.demo.dataset.lending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.local.demo.dataset.lending.LendingTargets.Difference;

/** Chooses the loans for which a bank's statement differs, and says how. */
final class DifferencePlan {

  private static final long OWED_UNKNOWN = 20_000_000;
  private static final int MOST_ROUNDED = 499;

  private final LendingTargets targets;
  private final LoanStories stories;
  private final Random random;
  private final List<Choice> choices = new ArrayList<>();
  private final Map<String, Long> toldLate = new HashMap<>();

  /**
   * @param neighbour another loan of the bank, of somebody else
   */
  private record Choice(Difference difference, LoanDraft loan, LoanDraft neighbour) {}

  DifferencePlan(LendingTargets targets, LoanStories stories, Random random) {
    this.targets = targets;
    this.stories = stories;
    this.random = random;
  }

  /** Takes a loan for each difference, as long as the bank has loans for it. */
  void choose(List<LoanDraft> quiet, List<LoanDraft> closed) {
    var open = byBank(quiet);
    var settled = byBank(closed.subList(0, Math.min(targets.year().settled(), closed.size())));
    for (var difference : targets.differences()) {
      var here = open.getOrDefault(difference.bank(), new ArrayDeque<>());
      var from =
          difference.cause() == DifferenceCause.CLOSED_HERE
              ? settled.getOrDefault(difference.bank(), new ArrayDeque<>())
              : here;
      var loan = from.poll();
      if (loan == null) {
        continue;
      }
      var neighbour =
          here.stream().filter(other -> other.home.number() != loan.home.number()).findFirst();
      if (neighbour.isPresent()) {
        choices.add(new Choice(difference, loan, neighbour.get()));
        if (difference.cause() == DifferenceCause.LATE) {
          toldLate.put(loan.number, stories.late(loan));
        }
      }
    }
  }

  List<Planted> planted(Map<String, Loan> loans) {
    return choices.stream().map(choice -> planted(choice, loans)).toList();
  }

  private Planted planted(Choice choice, Map<String, Loan> loans) {
    var loan = Objects.requireNonNull(loans.get(choice.loan().number));
    var neighbour =
        Objects.requireNonNull(
            Objects.requireNonNull(loans.get(choice.neighbour().number)).position());
    if (choice.difference().cause() == DifferenceCause.CLOSED_HERE) {
      var line = Objects.requireNonNull(loan.opening());
      return planted(choice, loan.number(), line.balance().outstanding(), line);
    }
    var line = Objects.requireNonNull(loan.position());
    return switch (choice.difference().cause()) {
      case MISSING_UPDATE -> otherBalance(choice, line, -stories.part(choice.loan()));
      case ROUNDING -> otherBalance(choice, line, 1L + random.nextInt(MOST_ROUNDED));
      case OTHER_HOUSEHOLD -> planted(choice, line.loan(), 0, line.owedBy(neighbour));
      case MISSING_THERE ->
          new Planted(
              loan.bank(),
              choice.difference().cause(),
              loan.number(),
              -line.balance().outstanding(),
              null);
      case UNKNOWN_LOAN ->
          planted(
              choice,
              "X" + line.loan(),
              OWED_UNKNOWN,
              line.numbered("X" + line.loan()).with(new Balance(OWED_UNKNOWN, 0, 0, 0)));
      case LATE -> otherBalance(choice, line, toldLate.getOrDefault(line.loan(), 0L));
      case CLOSED_HERE, INTEREST, OTHER_POINT, OTHER_TERMS ->
          throw new IllegalArgumentException(
              "no loan can differ by " + choice.difference().cause());
    };
  }

  private static Planted otherBalance(Choice choice, StatementLine line, long more) {
    var balance = line.balance();
    return planted(
        choice,
        line.loan(),
        more,
        line.with(
            new Balance(
                balance.inTerm() + more,
                balance.overdue(),
                balance.frozen(),
                balance.interestArrears())));
  }

  private static Planted planted(Choice choice, String loan, long amount, StatementLine stated) {
    var difference = choice.difference();
    return new Planted(difference.bank(), difference.cause(), loan, amount, stated);
  }

  private static Map<String, Deque<LoanDraft>> byBank(List<LoanDraft> loans) {
    var byBank = new HashMap<String, Deque<LoanDraft>>();
    loans.forEach(
        loan -> byBank.computeIfAbsent(loan.bank.code(), c -> new ArrayDeque<>()).add(loan));
    return byBank;
  }
}

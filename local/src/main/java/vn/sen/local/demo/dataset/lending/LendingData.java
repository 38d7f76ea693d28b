package vn.sen.local.demo.dataset.lending;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.local.demo.dataset.ProvinceFacts;

/**
 * All that the banks post in the demo, and what counting it must give. The same facts, targets and
 * seed give the same data set.
 *
 * @param planted where the banks' last statements say something else
 */
public record LendingData(
    LendingTargets targets,
    List<BorrowingHousehold> households,
    List<Loan> loans,
    List<Planted> planted) {

  public LendingData {
    households = List.copyOf(households);
    loans = List.copyOf(loans);
    planted = List.copyOf(planted);
  }

  /** Invents a data set. */
  public static LendingData generate(long seed, ProvinceFacts facts, LendingTargets targets) {
    return new LendingGenerator(seed, facts, targets, new Random(seed)).draw();
  }

  /** Households in which two people borrow, whom the banks take for two households. */
  public List<BorrowingHousehold> foundTwice() {
    return households.stream().filter(h -> h.people().size() > 1).toList();
  }

  /** The lines of the bank's opening statement. */
  public List<StatementLine> openingLines(Bank bank) {
    return loansOf(bank).map(Loan::opening).filter(Objects::nonNull).toList();
  }

  /** The lines of the bank's statement of the day of the figures. */
  public List<StatementLine> statementLines(Bank bank) {
    Map<String, Planted> differing =
        planted.stream()
            .filter(p -> p.bank().equals(bank.code()))
            .collect(toMap(Planted::loan, Function.identity()));
    var books =
        loansOf(bank)
            .filter(loan -> !differing.containsKey(loan.number()))
            .map(Loan::position)
            .filter(Objects::nonNull);
    var other = differing.values().stream().map(Planted::stated).filter(Objects::nonNull);
    return Stream.concat(books, other).sorted(Comparator.comparing(StatementLine::loan)).toList();
  }

  /** The bank's updates of before its last statement, in the order in which it sends them. */
  public List<Update> updates(Bank bank) {
    return sent(bank).filter(u -> !u.sentOn().isAfter(targets.statementDate())).toList();
  }

  /** Updates of before the bank's last statement that it sends after it. */
  public List<Update> lateUpdates(Bank bank) {
    return sent(bank).filter(u -> u.sentOn().isAfter(targets.statementDate())).toList();
  }

  /** What must be counted for the opening day; of all banks where none is named. */
  public LendingFigures opening(@Nullable Bank bank) {
    return figures(bank, Loan::opening);
  }

  /** What must be counted for the day of the figures; of all banks where none is named. */
  public LendingFigures position(@Nullable Bank bank) {
    return figures(bank, Loan::position);
  }

  private LendingFigures figures(@Nullable Bank bank, Function<Loan, @Nullable StatementLine> day) {
    var homes = new HashMap<String, Integer>();
    households.forEach(h -> h.people().forEach(p -> homes.put(p.identity(), h.number())));
    var borrowing = new HashSet<Integer>();
    long outstanding = 0;
    long overdue = 0;
    long frozen = 0;
    long count = 0;
    for (var loan : loans) {
      var line = day.apply(loan);
      if (line == null || (bank != null && !bank.code().equals(loan.bank()))) {
        continue;
      }
      outstanding += line.balance().outstanding();
      overdue += line.balance().overdue();
      frozen += line.balance().frozen();
      count++;
      borrowing.add(Objects.requireNonNull(homes.get(line.identity())));
    }
    return new LendingFigures(outstanding, overdue, frozen, count, borrowing.size());
  }

  private Stream<Loan> loansOf(Bank bank) {
    return loans.stream().filter(loan -> loan.bank().equals(bank.code()));
  }

  private Stream<Update> sent(Bank bank) {
    return loansOf(bank)
        .flatMap(loan -> loan.updates().stream())
        .sorted(Comparator.comparing(Update::sentOn));
  }
}

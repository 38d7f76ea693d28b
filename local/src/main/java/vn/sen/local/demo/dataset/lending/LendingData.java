package vn.sen.local.demo.dataset.lending;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    return loansOf(bank)
        .flatMap(loan -> loan.updates().stream())
        .sorted(Comparator.comparing(Update::sentOn))
        .toList();
  }

  /** What must be counted for the opening day; of all banks where none is named. */
  public LendingFigures opening(@Nullable Bank bank) {
    return figures(lines(bank, Loan::opening), homes());
  }

  /** What must be counted for the day of the figures; of all banks where none is named. */
  public LendingFigures position(@Nullable Bank bank) {
    return figures(lines(bank, Loan::position), homes());
  }

  /** What must be counted for the day of the figures, by the code of the commune. */
  public Map<String, LendingFigures> positionByCommune() {
    var homes = homes();
    Map<String, LendingFigures> figures = new TreeMap<>();
    lines(null, Loan::position)
        .collect(Collectors.groupingBy(StatementLine::unit))
        .forEach((commune, lines) -> figures.put(commune, figures(lines.stream(), homes)));
    return figures;
  }

  private Stream<StatementLine> lines(
      @Nullable Bank bank, Function<Loan, @Nullable StatementLine> day) {
    return (bank == null ? loans.stream() : loansOf(bank)).map(day).filter(Objects::nonNull);
  }

  private Map<String, Integer> homes() {
    var homes = new HashMap<String, Integer>();
    households.forEach(h -> h.people().forEach(p -> homes.put(p.identity(), h.number())));
    return homes;
  }

  private static LendingFigures figures(Stream<StatementLine> lines, Map<String, Integer> homes) {
    return lines.collect(
        Collectors.teeing(
            Collectors.mapping(StatementLine::balance, Collectors.toList()),
            Collectors.mapping(line -> homes.get(line.identity()), Collectors.toSet()),
            (balances, borrowing) -> LendingFigures.of(balances, borrowing.size())));
  }

  private Stream<Loan> loansOf(Bank bank) {
    return loans.stream().filter(loan -> loan.bank().equals(bank.code()));
  }
}

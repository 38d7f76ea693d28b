package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sen.events.lending.DifferenceCause;

/**
 * The sums that the invented loans must come to; nothing of it is known to any service.
 *
 * @param openingDate the day whose balances the banks' opening statements state
 * @param statementDate the day of the figures
 * @param households by the set of banks they borrow from on that day
 * @param foundTwice households in which two people borrow, so that they count right only after
 *     somebody has merged them
 * @param year what happens between the dates
 * @param differences where a bank's statement says something else than the platform must count
 */
public record LendingTargets(
    LocalDate openingDate,
    LocalDate statementDate,
    List<Programme> programmes,
    List<Bank> banks,
    List<Overlap> households,
    int foundTwice,
    LoanYear year,
    List<Difference> differences) {

  private static final int FEWEST_MONTHS = 8;

  /** So many households borrow from exactly these banks. */
  public record Overlap(List<String> banks, int households) {
    public Overlap {
      banks = List.copyOf(banks);
    }
  }

  /** The bank's statement differs for one loan, for this reason. */
  public record Difference(String bank, DifferenceCause cause) {}

  public LendingTargets {
    programmes = List.copyOf(programmes);
    banks = List.copyOf(banks);
    households = List.copyOf(households);
    differences = List.copyOf(differences);
    if (statementDate.isBefore(openingDate.plusMonths(FEWEST_MONTHS))) {
      throw new IllegalArgumentException("statementDate must be months after openingDate");
    }
    var borrowing = byBank(households);
    for (var bank : banks) {
      if (bank.households() != borrowing.getOrDefault(bank.code(), 0)) {
        throw new IllegalArgumentException(
            "households and amounts of " + bank.code() + " contradict each other");
      }
    }
  }

  /**
   * The bank of that code.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public Bank bank(String code) {
    return banks.stream().filter(b -> b.code().equals(code)).findFirst().orElseThrow();
  }

  /** Every count of households and loans times the factor, rounded. */
  public LendingTargets scaled(double factor) {
    if (factor == 1) {
      return this;
    }
    var fewer =
        households.stream()
            .map(o -> new Overlap(o.banks(), (int) Math.round(o.households() * factor)))
            .toList();
    var borrowing = byBank(fewer);
    return new LendingTargets(
        openingDate,
        statementDate,
        programmes,
        banks.stream().map(b -> b.withHouseholds(borrowing.getOrDefault(b.code(), 0))).toList(),
        fewer,
        LoanYear.times(foundTwice, factor),
        year.scaled(factor),
        differences);
  }

  private static Map<String, Integer> byBank(List<Overlap> households) {
    var counts = new HashMap<String, Integer>();
    households.forEach(
        o -> o.banks().forEach(bank -> counts.merge(bank, o.households(), Integer::sum)));
    return counts;
  }
}

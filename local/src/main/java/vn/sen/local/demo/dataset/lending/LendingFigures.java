package vn.sen.local.demo.dataset.lending;

import java.util.List;

/** What loans must count to; amounts in đồng. */
public record LendingFigures(
    long outstanding, long overdue, long frozen, long loans, long households) {

  static LendingFigures of(List<Balance> balances, int households) {
    return new LendingFigures(
        balances.stream().mapToLong(Balance::outstanding).sum(),
        balances.stream().mapToLong(Balance::overdue).sum(),
        balances.stream().mapToLong(Balance::frozen).sum(),
        balances.size(),
        households);
  }
}

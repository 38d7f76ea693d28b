package vn.sen.lending.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.Stored;
import vn.sen.events.lending.LoanPlace;
import vn.sen.lending.territory.Territory;

/** What the splits of units need of the loans: where they count, and that they follow one. */
@Component
public class LoanAssignments {

  private final Loans loans;
  private final Territory territory;
  private final Clock clock;

  LoanAssignments(Loans loans, Territory territory, Clock clock) {
    this.loans = loans;
    this.territory = territory;
    this.clock = clock;
  }

  /**
   * A loan.
   *
   * @param number the bank's, its last four characters
   * @param point the bank's code of the transaction point, null where it has told none
   * @param outstanding what is owed today, in đồng
   */
  public record Placed(
      UUID id,
      long version,
      String number,
      LoanPlace place,
      @Nullable String point,
      long outstanding) {}

  /** The loans of units in the order of their ids, those that are paid back too. */
  public List<Placed> of(Collection<UUID> units, @Nullable UUID behind, int limit) {
    var today = LocalDate.now(clock);
    var criteria = new Loans.Criteria(units, null, null, false, false);
    return loans.list(criteria, behind, limit).stream().map(loan -> placed(loan, today)).toList();
  }

  private Placed placed(Stored<Loan> stored, LocalDate today) {
    var loan = stored.state();
    return new Placed(
        stored.id(),
        stored.version(),
        LoanController.masked(loan.contract().number()),
        loan.place(loans.freezing()),
        loan.pointOn(today).orElse(null),
        loan.on(today, loans.freezing()).balances().outstanding());
  }

  /**
   * After a split the loan follows one of the successors; said twice it changes nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot
   */
  public void follow(UUID id, UUID successor, CommandContext by) {
    loans.change(
        id,
        by,
        loan -> {
          List<Split> splits = territory.splitsInto(successor, loan.place(loans.freezing()));
          return loan.assign(successor, splits, loans.freezing(), LocalDate.now(clock));
        });
  }
}

package vn.sen.lending.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.Stored;
import vn.sen.events.lending.LoanPlace;
import vn.sen.lending.territory.Territory;

/** What the splits of units need of the loans: where they count, and that they follow one. */
@Component
public class LoanAssignments {

  private final Loans loans;
  private final LoanQueries queries;
  private final Freezing freezing;
  private final Territory territory;
  private final Clock clock;

  LoanAssignments(
      Loans loans, LoanQueries queries, Freezing freezing, Territory territory, Clock clock) {
    this.loans = loans;
    this.queries = queries;
    this.freezing = freezing;
    this.territory = territory;
    this.clock = clock;
  }

  /**
   * A loan.
   *
   * @param point the bank's code of the transaction point, null where it has told none
   * @param outstanding what is owed today, in đồng
   */
  public record Placed(
      UUID id, long version, LoanPlace place, @Nullable String point, long outstanding) {}

  /**
   * The loans of units in the order of their ids, those that are paid back too; read without the
   * bank's numbers.
   */
  public List<Placed> of(Collection<UUID> units, @Nullable UUID behind, int limit) {
    var today = LocalDate.now(clock);
    return queries.listWithoutNumbers(units, behind, limit).stream()
        .map(loan -> placed(loan, today))
        .toList();
  }

  /** The last four characters of the banks' numbers of loans, by loan. */
  public Map<UUID, String> numbers(Collection<UUID> ids) {
    return loans.findAll(ids).values().stream()
        .collect(
            Collectors.toMap(
                Stored::id, loan -> LoanController.masked(loan.state().contract().number())));
  }

  /** The loans of units, those that are paid back too, by what stands beside them; in no order. */
  public List<LoanQueries.Counted> counted(Collection<UUID> units) {
    return queries.counted(units);
  }

  private Placed placed(Stored<Loan> stored, LocalDate today) {
    var loan = stored.state();
    return new Placed(
        stored.id(),
        stored.version(),
        loan.place(freezing),
        loan.pointOn(today).orElse(null),
        loan.on(today, freezing).balances().outstanding());
  }

  /**
   * After a split the loan follows the successor, if that is still to be; said twice it changes
   * nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot
   */
  public void follow(UUID id, Handover handover, CommandContext by) {
    var successor = handover.successor();
    loans.change(
        id,
        by,
        loan -> {
          var place = loan.place(freezing);
          handover.requireAsPlanned(place.unitId(), place.via());
          List<Split> splits = territory.splitsInto(successor, place);
          return loan.assign(successor, splits, freezing, LocalDate.now(clock));
        });
  }
}

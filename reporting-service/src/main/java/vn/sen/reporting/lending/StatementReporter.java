package vn.sen.reporting.lending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.reporting.lending.LendingRow.Figure;
import vn.sen.reporting.lending.LendingRow.Received;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.StatementVariance.CausedDifference;
import vn.sen.reporting.lending.StatementVariance.Reconciliation;
import vn.sen.reporting.lending.StatementVariance.StatementState;

/** Lists statements with how far they are from the platform's own figures, the latest day first. */
final class StatementReporter {

  private final LendingSnapshot snapshot;
  private final Map<UUID, UUID> successors = new HashMap<>();

  StatementReporter(LendingSnapshot snapshot) {
    this.snapshot = snapshot;
    snapshot.statements().values().forEach(this::remember);
  }

  private void remember(StatementFacts facts) {
    var received = facts.received();
    if (received != null && received.supersedes() != null) {
      successors.put(received.supersedes(), received.statement());
    }
  }

  /**
   * The statements of a bank.
   *
   * @param bank code or id; null for all banks
   * @throws BankUnknown if there is none
   */
  List<StatementVariance> list(@Nullable String bank) {
    var only =
        bank == null ? null : snapshot.find(Register.BANK, bank).orElseThrow(BankUnknown::new);
    List<StatementVariance> found = new ArrayList<>();
    for (var facts : snapshot.statements().values()) {
      var received = facts.received();
      if (received != null && (only == null || only.equals(received.bank()))) {
        found.add(variance(received, facts));
      }
    }
    found.sort(
        Comparator.comparing(StatementVariance::asOf)
            .reversed()
            .thenComparing(v -> v.bank().order())
            .thenComparing(StatementVariance::statement));
    return found;
  }

  private StatementVariance variance(Received received, StatementFacts facts) {
    var id = received.statement();
    boolean reconciled = facts.reconciled() > 0;
    var numbers = new Numbers(id, facts, reconciled ? facts.reconciled() : facts.firstTold());
    return new StatementVariance(
        id,
        snapshot.labelled(Register.BANK, received.bank(), received.asOf()),
        received.opening(),
        received.asOf(),
        state(id, facts),
        successors.get(id),
        numbers.stated(),
        reconciled ? numbers.reconciliation() : null,
        snapshot.brought().getOrDefault(id, 0L),
        facts.accepted());
  }

  private StatementState state(UUID id, StatementFacts facts) {
    if (facts.withdrawn()) {
      return StatementState.WITHDRAWN;
    }
    if (successors.containsKey(id)) {
      return StatementState.SUPERSEDED;
    }
    return facts.reconciled() > 0 ? StatementState.RECONCILED : StatementState.RECEIVED;
  }

  /** The numbers of one event of a statement. */
  private record Numbers(UUID statement, StatementFacts facts, long sequence) {

    long of(Figure figure) {
      return facts.number(statement, sequence, figure, null);
    }

    ControlTotals stated() {
      return new ControlTotals(
          of(Figure.STATED_LOANS), of(Figure.STATED_HOUSEHOLDS), of(Figure.STATED_OUTSTANDING));
    }

    ControlTotals computed() {
      return new ControlTotals(
          of(Figure.COMPUTED_LOANS),
          of(Figure.COMPUTED_HOUSEHOLDS),
          of(Figure.COMPUTED_OUTSTANDING));
    }

    Reconciliation reconciliation() {
      var stated = stated();
      var computed = computed();
      return new Reconciliation(
          computed,
          new ControlTotals(
              stated.loans() - computed.loans(),
              stated.households() - computed.households(),
              stated.outstanding() - computed.outstanding()),
          of(Figure.EQUAL),
          of(Figure.OPENED),
          of(Figure.REFUSED),
          differences());
    }

    private List<CausedDifference> differences() {
      List<CausedDifference> found = new ArrayList<>();
      for (var cause : DifferenceCause.values()) {
        long loans = facts.number(statement, sequence, Figure.DIFFERING_LOANS, cause);
        long amount = facts.number(statement, sequence, Figure.DIFFERING_AMOUNT, cause);
        if (loans != 0 || amount != 0) {
          found.add(new CausedDifference(cause, loans, amount));
        }
      }
      return found;
    }
  }
}

package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.reporting.reading.Labelled;

/**
 * What a bank's statement says beside what the platform counts.
 *
 * @param opening whether loans were taken over from it
 * @param asOf the day whose balances it states
 * @param supersededBy the statement in its place, or null
 * @param stated what its lines add up to
 * @param reconciliation null before its lines have been compared
 * @param brought loans that it opened or restated
 * @param accepted loans for which its word was taken
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatementVariance(
    UUID statement,
    Labelled bank,
    boolean opening,
    LocalDate asOf,
    StatementState state,
    @Nullable UUID supersededBy,
    ControlTotals stated,
    @Nullable Reconciliation reconciliation,
    long brought,
    long accepted) {

  /** What a statement is worth. */
  public enum StatementState {
    RECEIVED,
    RECONCILED,
    WITHDRAWN,
    SUPERSEDED
  }

  /**
   * The last comparison of a statement's lines with the platform's loans.
   *
   * @param computed what the platform counted for the bank on the statement's day
   * @param variance stated less computed
   * @param equal loans that agree to the đồng
   * @param opened loans taken over from it
   * @param refused lines that were not taken
   */
  public record Reconciliation(
      ControlTotals computed,
      ControlTotals variance,
      long equal,
      long opened,
      long refused,
      List<CausedDifference> differences) {}

  /**
   * Differences of one cause.
   *
   * @param amount what the statement says less what the platform says, in đồng
   */
  public record CausedDifference(DifferenceCause cause, long loans, long amount) {}
}

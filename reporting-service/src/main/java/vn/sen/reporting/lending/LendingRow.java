package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;

/**
 * What the lending view counts by. A row counts đồng, rows of a statement, or how often something
 * was said; what is said of one aggregate bears its sequence, because the later word counts.
 */
public sealed interface LendingRow {

  /** A step of one of a loan's measures, in đồng, from a business date on. */
  record Step(UUID loan, LocalDate date, LoanPlace place, LoanMeasure measure)
      implements LendingRow {}

  /** Loans that a statement has opened or restated. */
  record Brought(UUID statement) implements LendingRow {}

  /**
   * A household is another one from a day on.
   *
   * @param into null where it is one of its own again
   */
  record Merged(UUID household, long sequence, LocalDate from, @Nullable UUID into)
      implements LendingRow {}

  /**
   * How a group is ranked from a day on.
   *
   * @param rank null where it was closed
   */
  record Ranked(UUID group, long sequence, LocalDate from, @Nullable GroupRank rank)
      implements LendingRow {}

  /** What a code or a name belongs to. */
  enum Register {
    BANK,
    PROGRAMME
  }

  /** A bank or a programme has this code. */
  record Coded(Register register, UUID id, String code) implements LendingRow {}

  /** A bank or a programme bears this name from a day on. */
  record Named(Register register, UUID id, long sequence, LocalDate from, String name)
      implements LendingRow {}

  /**
   * A statement is here.
   *
   * @param supersedes the statement it stands in the place of, or null
   */
  record Received(
      UUID statement, UUID bank, LocalDate asOf, boolean opening, @Nullable UUID supersedes)
      implements LendingRow {}

  /** A statement has been compared with the loans. */
  record Reconciled(UUID statement, long sequence) implements LendingRow {}

  /**
   * A number about a statement.
   *
   * @param cause of differences, else null
   */
  record Told(UUID statement, long sequence, Figure figure, @Nullable DifferenceCause cause)
      implements LendingRow {}

  /** Numbers about a statement; amounts are đồng. */
  enum Figure {
    STATED_LOANS,
    STATED_HOUSEHOLDS,
    STATED_OUTSTANDING,
    COMPUTED_LOANS,
    COMPUTED_HOUSEHOLDS,
    COMPUTED_OUTSTANDING,
    EQUAL,
    OPENED,
    REFUSED,
    DIFFERING_LOANS,
    DIFFERING_AMOUNT,
    ACCEPTED
  }

  /** A statement says nothing any more. */
  record Withdrawn(UUID statement) implements LendingRow {}

  /** A group is of a bank and belongs to a unit, from a day on. */
  record Founded(UUID group, UUID bank, UUID unit, LocalDate on) implements LendingRow {}

  /**
   * What is agreed with a bank from a day on.
   *
   * @param fee of the interest collected, in hundredths of a percent; 0 where nothing is entrusted
   * @param fewest borrowers in a group
   * @param most borrowers in a group
   */
  record Agreed(UUID bank, long sequence, LocalDate from, int fee, int fewest, int most)
      implements LendingRow {}

  /**
   * A programme has a fee of its own.
   *
   * @param sequence of the terms it belongs to
   * @param fee of the interest collected, in hundredths of a percent
   */
  record AgreedFee(UUID bank, long sequence, UUID programme, int fee) implements LendingRow {}

  /**
   * A bank has paid a unit a fee, in đồng.
   *
   * @param programme null where it was paid for all in one sum
   * @param month the first day of the month that the fee is for
   */
  record Paid(LocalDate date, UUID bank, UUID unit, @Nullable UUID programme, LocalDate month)
      implements LendingRow {}
}

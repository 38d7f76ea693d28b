package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.loan.Balances;

/** A loan as the platform knows it on a statement's day. */
interface KnownLoan {

  UUID householdId();

  /** Whether it is settled or written off. */
  boolean closed();

  Balances balances();

  /** The bank's code of the transaction point, or null where it has told none. */
  @Nullable String point();

  /** The day of the last posting, or null where there is none yet. */
  @Nullable LocalDate lastPosting();

  /**
   * Looks for the last few postings without which the platform would say what the statement says,
   * told after the statement's day.
   *
   * @return the day of the first of them
   */
  Optional<LocalDate> lateSince(Balances stated);
}

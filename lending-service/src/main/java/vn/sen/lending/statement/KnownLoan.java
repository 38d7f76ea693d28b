package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.loan.Balances;
import vn.sen.lending.loan.LoanSummary.Terms;

/** A loan as the platform knows it on a statement's day. */
interface KnownLoan {

  UUID householdId();

  /** Whether it is settled or written off. */
  boolean closed();

  Balances balances();

  /** Where it is followed, and until when it runs. */
  Terms terms();

  /** The bank's code of the transaction point, or null where it has told none. */
  @Nullable String point();

  /** The day of the last posting, or null where there is none yet. */
  @Nullable LocalDate lastPosting();

  /**
   * Looks for the last few postings without which the platform would say what the statement says,
   * told after the statement's day; of interest in arrears where they agree on the principal.
   *
   * @return the day of the first of them
   */
  Optional<LocalDate> lateSince(Balances stated);
}

package vn.sen.lending.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a bank says of a loan that exists. */
public sealed interface LoanUpdate {

  /** The bank's own name for it, unique for a loan; null where no bank gave one. */
  @Nullable String reference();

  /** The business date. */
  LocalDate on();

  /** Something happened. */
  record Posted(Posting posting) implements LoanUpdate {
    @Override
    public @Nullable String reference() {
      return posting.reference();
    }

    @Override
    public LocalDate on() {
      return posting.on();
    }
  }

  /**
   * An earlier update was of another amount or day.
   *
   * @param amount in đồng; null where it stays
   */
  record Corrected(String reference, String corrects, @Nullable Long amount, LocalDate on)
      implements LoanUpdate {}

  /** An earlier update never happened. */
  record Reversed(String reference, String reverses, LocalDate on) implements LoanUpdate {}

  /** What it says, without when it was told: the same for the same update told again. */
  default String content() {
    return this instanceof Posted(var posting)
        ? "%s/%d %s".formatted(posting.on(), posting.sequence(), posting.act())
        : toString();
  }
}

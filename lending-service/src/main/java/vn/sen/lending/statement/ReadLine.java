package vn.sen.lending.statement;

import org.jspecify.annotations.Nullable;

/** What came of a line. */
sealed interface ReadLine {

  long number();

  /** The bank's number of the loan; null where it cannot be read. */
  @Nullable String loan();

  /** Keyed hash of the borrower's identity number; null where it cannot be read. */
  @Nullable String borrower();

  /** Principal that the line says is owed, in đồng; null where it cannot be read. */
  @Nullable Long outstanding();

  /** It can be understood. */
  record Good(StatementLine line) implements ReadLine {
    @Override
    public long number() {
      return line.number();
    }

    @Override
    public String loan() {
      return line.loan();
    }

    @Override
    public String borrower() {
      return line.borrower();
    }

    @Override
    public Long outstanding() {
      return line.owed().outstanding();
    }
  }

  /** It cannot, and counts in the control totals as far as it can be read. */
  record Bad(
      LineRefusal refusal,
      @Nullable String loan,
      @Nullable String borrower,
      @Nullable Long outstanding)
      implements ReadLine {
    @Override
    public long number() {
      return refusal.line();
    }

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Bad[" + refusal.line() + "]";
    }
  }
}

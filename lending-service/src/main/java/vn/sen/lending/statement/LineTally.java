package vn.sen.lending.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.ControlTotals;

/** Counts a file's lines for its control totals, and notices a loan that stands there twice. */
final class LineTally {

  private final LoanIds loans = new LoanIds();
  private final LoanIds borrowers = new LoanIds();
  private long lines;
  private long outstanding;
  private boolean allAmountsReadable = true;
  private boolean allBorrowersReadable = true;

  /**
   * Counts a line.
   *
   * @param borrower the household that her identity number names; null where it cannot be read
   */
  void count(ReadLine line, @Nullable UUID borrower) {
    lines++;
    var owed = line.outstanding();
    if (owed == null) {
      allAmountsReadable = false;
    } else {
      outstanding += owed;
    }
    if (borrower == null) {
      allBorrowersReadable = false;
    } else {
      borrowers.putIfAbsent(borrower, 1);
    }
  }

  /**
   * Notes the loan of a line.
   *
   * @return the line that named it before, 0 for none
   */
  int firstLineOf(UUID loan, long line) {
    return loans.putIfAbsent(loan, Math.toIntExact(line));
  }

  long lines() {
    return lines;
  }

  /**
   * Makes sure that the lines add up to what was announced. Where an amount or a borrower cannot be
   * read, nobody can add them up; the lines are counted all the same.
   *
   * @throws FileRefusals.TotalsDiffer if they do not
   */
  void requireTotals(ControlTotals announced) {
    require("loans", announced.loans(), lines);
    if (allAmountsReadable) {
      require("outstanding", announced.outstanding(), outstanding);
    }
    if (allBorrowersReadable) {
      require("households", announced.households(), borrowers.size());
    }
  }

  private static void require(String total, long announced, long counted) {
    if (announced != counted) {
      throw new FileRefusals.TotalsDiffer(total, announced, counted);
    }
  }
}

package vn.sen.lending.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.ControlTotals;

/**
 * What a bank says of a statement before it sends it.
 *
 * @param fileId the bank's own
 * @param asOf the day whose balances the lines state
 * @param sequence the bank's count of its statements
 * @param sha256 of the file as it is sent, 64 hexadecimal digits in lower case
 * @param supersedes the file id of the statement it stands in the place of, or null
 */
record Announcement(
    String fileId,
    Kind kind,
    LocalDate asOf,
    long sequence,
    FileFormat format,
    ControlTotals totals,
    String sha256,
    @Nullable String supersedes) {

  /** What becomes of loans that the platform does not know. */
  enum Kind {
    /** They are taken over. */
    OPENING,
    /** They are differences. */
    PERIODIC
  }

  boolean isOpening() {
    return kind == Kind.OPENING;
  }
}

package vn.sen.lending.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act in its place on a loan's timeline.
 *
 * @param reference the bank's; null where the Union or a statement caused it
 * @param on the business date
 * @param sequence orders the acts of one day; those of equal sequence stand as they came
 * @param toldOn the day on which the platform was told
 */
public record Posting(
    @Nullable String reference, LocalDate on, int sequence, LocalDate toldOn, Act act) {

  boolean isBefore(Posting other) {
    return on.isBefore(other.on) || on.equals(other.on) && sequence < other.sequence;
  }
}

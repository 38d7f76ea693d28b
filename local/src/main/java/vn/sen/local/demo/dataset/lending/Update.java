package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;

/**
 * One update as a bank sends it.
 *
 * @param reference the bank's own, unique for the loan
 * @param on the business date
 * @param sequence orders the updates of one day
 * @param sentOn when the bank tells it, which may be late
 */
public record Update(
    String loan, String reference, LocalDate on, int sequence, LocalDate sentOn, Change change) {}

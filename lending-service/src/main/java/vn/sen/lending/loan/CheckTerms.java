package vn.sen.lending.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which checks of a loan's use the Union owes for what is disbursed from a day on.
 *
 * @param from the first day of disbursement, until that of the next terms
 * @param firstWithinDays the first check is due so many days after the disbursement; null for none
 * @param everyMonths and further ones each time so many months have passed since; null for none
 */
public record CheckTerms(
    LocalDate from, @Nullable Integer firstWithinDays, @Nullable Integer everyMonths) {}

package vn.sen.training.certificate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.Grade;

/**
 * What stands on a certificate beside the name and the code.
 *
 * @param number unique for ever
 * @param course the course's name when the class began
 * @param hours of teaching
 * @param begin the first day of the class
 * @param end its last day
 * @param unit the issuing unit's name on the day of issue
 * @param issuedOn the day of issue
 * @param grade null where none was given
 */
record Paper(
    String number,
    String course,
    int hours,
    LocalDate begin,
    LocalDate end,
    String unit,
    LocalDate issuedOn,
    @Nullable Grade grade) {}

package vn.sen.reporting.change;

import java.time.LocalDate;

/**
 * Whose figures are compared.
 *
 * @param unit the code that the unit bears on the hierarchy's date as known at the later moment, or
 *     its id
 * @param asOf the business date of the figures; flows are counted from the first day of its year
 * @param hierarchy the day whose map sums them
 * @param knownAt the earlier day of knowledge
 */
public record ChangeQuery(String unit, LocalDate asOf, LocalDate hierarchy, LocalDate knownAt) {

  LocalDate from() {
    return asOf.withDayOfYear(1);
  }

  ChangeQuery of(String other) {
    return new ChangeQuery(other, asOf, hierarchy, knownAt);
  }
}

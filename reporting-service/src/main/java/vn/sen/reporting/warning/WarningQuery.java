package vn.sen.reporting.warning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the day of the figures, whose rules apply
 * @param hierarchy the day whose map sums the figures, those of the months before too
 * @param rule the code of the only rule that is asked for; null for all in force
 */
public record WarningQuery(
    String unit, LocalDate asOf, LocalDate hierarchy, @Nullable String rule) {}

package vn.sen.reporting.province;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the business date of figures to which the definition gives none
 * @param hierarchy the day whose map sums all figures
 * @param level of the rows; null for the next one below the unit
 * @param trait only localities that have it on the hierarchy's date; null for all
 */
public record ProvinceQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    @Nullable UnitTrait trait) {}

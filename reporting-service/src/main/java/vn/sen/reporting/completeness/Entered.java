package vn.sen.reporting.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was entered for a period.
 *
 * @param entered entries whose business date lies in the period
 * @param inTime of these, recorded by the deadline of their month
 * @param late of these, recorded after it
 * @param months of the period with any entry; 0 where everything is missing
 * @param lastRecordedOn the last day on which any of them was recorded; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Entered(
    long entered, long inTime, long late, int months, @Nullable LocalDate lastRecordedOn) {}

package vn.sen.reporting.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Voices of some territory, kind or subject area. A voice that is reopened is answered, and closed,
 * once more.
 *
 * @param raised in the period
 * @param open on the date: waits for an answer
 * @param overdue on the date: waits for an answer that should have come
 * @param toClose on the date: answered, and not yet closed with who raised it
 * @param answeredInTime in the period, on the due day or before
 * @param answeredLate in the period, after the due day
 * @param due the denominator of the share: answered in the period or overdue on the date
 * @param inTimePercent answered in time ÷ due, with two decimals; null where nothing was due
 * @param closedSatisfied in the period, who raised it was satisfied
 * @param closedUnsatisfied in the period, who raised it was not satisfied
 * @param reopened in the period
 * @param withdrawn in the period
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VoiceCounts(
    long raised,
    long open,
    long overdue,
    long toClose,
    long answeredInTime,
    long answeredLate,
    long due,
    @Nullable BigDecimal inTimePercent,
    long closedSatisfied,
    long closedUnsatisfied,
    long reopened,
    long withdrawn) {}

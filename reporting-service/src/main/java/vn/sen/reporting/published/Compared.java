package vn.sen.reporting.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.reporting.FigureFinding;

/**
 * A published figure beside the counted one. Numbers are in the source's unit.
 *
 * @param power of ten by which the source's unit is larger than the indicator's
 * @param precision of the source: it may have rounded by half of it
 * @param assumed whether the source does not state the day
 * @param counted exactly; null where the platform counts nothing
 * @param difference counted less published; null where nothing is counted
 * @param withinPrecision whether rounding alone explains it; null where nothing is counted
 * @param finding computed where that can be, else as an officer has said
 * @param said what an officer has said, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Compared(
    UUID id,
    long version,
    String source,
    String wording,
    String indicator,
    Map<String, String> of,
    LocalDate asOf,
    boolean assumed,
    String measuredIn,
    int power,
    BigDecimal published,
    BigDecimal precision,
    @Nullable BigDecimal counted,
    @Nullable BigDecimal difference,
    @Nullable Boolean withinPrecision,
    FigureFinding finding,
    Explanation explanation,
    @Nullable String said) {}

package vn.sen.reporting.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.reporting.FigureFinding;

/**
 * A source's total beside the banks that it names: what the banks do not add up to. Numbers are in
 * the unit of the source's total.
 *
 * @param banks that the source names, by code
 * @param publishedRest its total less these banks
 * @param countedRest the same of what is counted; null where that cannot be told
 * @param precision by which the source may have rounded all of it together
 * @param withinPrecision whether both rests are the same but for rounding
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SourceSum(
    String source,
    String indicator,
    LocalDate asOf,
    String measuredIn,
    List<String> banks,
    BigDecimal publishedTotal,
    BigDecimal publishedRest,
    @Nullable BigDecimal countedRest,
    BigDecimal precision,
    @Nullable Boolean withinPrecision,
    FigureFinding finding,
    Explanation explanation) {}

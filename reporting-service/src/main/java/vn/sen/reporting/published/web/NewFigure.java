package vn.sen.reporting.published.web;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.reporting.published.PublishedFigure;

/**
 * A figure as a source states it.
 *
 * @param wording the source's own words
 * @param of what it is limited to, by dimension
 * @param value as it is written: 72.47
 * @param precision the source may round by half of it; one unit of the last decimal if absent
 * @param measuredIn the source's unit: tỷ đồng
 * @param power of ten by which that is larger than the indicator's unit: 9
 * @param asOf the day that the source states; absent if it states none
 * @param assumedAsOf the day it is compared of then
 */
record NewFigure(
    @NotBlank @Size(max = 300) String source,
    @NotBlank @Size(max = 1_000) String wording,
    @NotNull UUID unitId,
    @NotBlank @Size(max = 100) String indicator,
    @Nullable @Size(max = 5)
        Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 100) String> of,
    @NotNull @Digits(integer = 12, fraction = 6) BigDecimal value,
    @Nullable @Positive @Digits(integer = 12, fraction = 6) BigDecimal precision,
    @NotBlank @Size(max = 40) String measuredIn,
    @Min(0) @Max(12) @Nullable Integer power,
    @Nullable LocalDate asOf,
    @Nullable LocalDate assumedAsOf) {

  /** Either the source states a day, or one is assumed. */
  static final class DayOfFigureNeeded extends RuleViolation {
    DayOfFigureNeeded() {
      super("/asOf");
    }
  }

  /** The source is more precise than what it writes. */
  static final class PrecisionFinerThanValue extends RuleViolation {
    PrecisionFinerThanValue() {
      super("/precision");
    }
  }

  PublishedFigure figure() {
    var stated = asOf;
    var assumed = assumedAsOf;
    if ((stated == null) == (assumed == null)) {
      throw new DayOfFigureNeeded();
    }
    int decimals = Math.max(0, value.scale());
    return new PublishedFigure(
        source.strip(),
        wording.strip(),
        unitId,
        indicator,
        Objects.requireNonNullElse(of, Map.of()),
        value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
        decimals,
        precision(decimals),
        measuredIn.strip(),
        Objects.requireNonNullElse(power, 0),
        stated == null
            ? DateOutOfRange.checked("/assumedAsOf", Objects.requireNonNull(assumed))
            : DateOutOfRange.checked("/asOf", stated),
        stated == null,
        null,
        null);
  }

  private long precision(int decimals) {
    if (precision == null) {
      return 1;
    }
    if (precision.stripTrailingZeros().scale() > decimals) {
      throw new PrecisionFinerThanValue();
    }
    return precision.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
  }
}

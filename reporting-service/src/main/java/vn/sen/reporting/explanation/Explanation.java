package vn.sen.reporting.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a report is made of.
 *
 * @param figure its path in the report's JSON
 * @param value as the report has it; null where the report has none
 * @param sum of all parts; of a percentage, its terms divided; null where that cannot be
 * @param agrees whether both are equal, as they must be
 * @param count of all parts, of which this is a page
 * @param parts the largest first
 * @param numerator of a percentage, else null
 * @param denominator of a percentage, else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Explanation<T>(
    String figure,
    @Nullable BigDecimal value,
    @Nullable BigDecimal sum,
    boolean agrees,
    long count,
    List<Part<T>> parts,
    @Nullable Term numerator,
    @Nullable Term denominator) {

  /** Another figure of the same row; its value is null where the report has none. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Term(String figure, @Nullable BigDecimal value) {}

  public Explanation {
    parts = List.copyOf(parts);
  }
}

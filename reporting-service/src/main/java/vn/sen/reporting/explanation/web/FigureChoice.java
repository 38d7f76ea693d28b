package vn.sen.reporting.explanation.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which figure of a report is asked for, and which page. */
public record FigureChoice(
    @Parameter(
            description = "The figure's path in the report's JSON: members, flows.in.ADMISSION",
            example = "members")
        @NotNull
        String figure,
    @Parameter(
            description =
                "The id of a row's unit, \"remainder\" or \"unplaced\"; the total if absent")
        @Nullable String row,
    @Parameter(description = "Where the page before ended; the first page if absent")
        @Nullable String after,
    @Parameter(description = "How many at most; 50 if absent") @Min(1) @Max(FigureChoice.MOST)
        @Nullable Integer limit) {

  static final int MOST = 200;
  private static final int USUAL = 50;

  /** How many at most. */
  public int most() {
    return Objects.requireNonNullElse(limit, USUAL);
  }
}

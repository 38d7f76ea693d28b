package vn.sen.reporting.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.programme.ProgrammeReport.Achievement;
import vn.sen.reporting.programme.ProgrammeReport.IndicatorResults;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.training.Coverage;
import vn.sen.reporting.training.CoverageReport;

/** The results of an indicator that is a share of people in post, with what is divided. */
record ShareOfCadres(Share total, List<ShareOfUnit> rows) {

  /** A result, with who is in post and who of them is trained. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Share(@JsonUnwrapped Achievement achievement, long people, @Nullable Long trained) {

    static Share of(Achievement achievement, Coverage coverage) {
      return new Share(achievement, coverage.people(), coverage.trained());
    }
  }

  /** A row; the remainder is of no unit. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ShareOfUnit(@Nullable Unit unit, @JsonUnwrapped Share share) {}

  static ShareOfCadres of(IndicatorResults results, CoverageReport coverage) {
    var rows =
        results.rows().stream()
            .flatMap(
                row ->
                    coverage.rows().stream()
                        .filter(other -> Objects.equals(other.unit(), row.unit()))
                        .map(
                            other ->
                                new ShareOfUnit(
                                    row.unit(), Share.of(row.achievement(), other.coverage()))))
            .toList();
    return new ShareOfCadres(Share.of(results.total(), coverage.total()), rows);
  }
}

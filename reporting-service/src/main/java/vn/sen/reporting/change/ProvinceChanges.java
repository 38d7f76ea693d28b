package vn.sen.reporting.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ProvinceReport.Made;
import vn.sen.reporting.reading.Unit;

/**
 * How the figures of a province report differ between two moments of knowledge. Why they do, the
 * report behind each figure says.
 *
 * @param unit as it is called by the later map
 * @param asOf the day of figures that have none of their own
 * @param figures of the later report in its order, then those that only the earlier one has
 */
public record ProvinceChanges(
    Unit unit, LocalDate asOf, LocalDate hierarchy, Made definition, List<FigureChange> figures) {

  /** Figures of training that come from posts, not from classes. */
  private static final Set<String> OF_POSTS =
      Set.of("training.in-post", "training.trained", "training.coverage");

  /**
   * A figure at both moments.
   *
   * @param key names it within the report
   * @param then null where it could not be told
   * @param now null where it cannot be told
   * @param difference now − then; null where either is
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FigureChange(
      String key,
      String indicator,
      Map<String, String> of,
      String name,
      @Nullable String part,
      String unit,
      LocalDate asOf,
      @Nullable BigDecimal then,
      @Nullable BigDecimal now,
      @Nullable BigDecimal difference) {

    private static FigureChange of(
        Figure figure, @Nullable BigDecimal then, @Nullable BigDecimal now) {
      return new FigureChange(
          figure.key(),
          figure.indicator(),
          figure.of(),
          figure.name(),
          figure.part(),
          figure.unit(),
          figure.asOf(),
          then,
          now,
          then == null || now == null ? null : now.subtract(then));
    }

    /** The report that the figure is taken from, where that one tells what changed. */
    public Optional<ChangedReport> behind() {
      return OF_POSTS.contains(indicator)
          ? Optional.empty()
          : ChangedReport.of(indicator.substring(0, indicator.indexOf('.')));
    }
  }

  /**
   * Compares.
   *
   * @param then null where the unit was not known then
   */
  public static ProvinceChanges between(@Nullable ProvinceReport then, ProvinceReport now) {
    var figures = new ArrayList<FigureChange>();
    for (var figure : now.figures()) {
      figures.add(FigureChange.of(figure, value(then, figure), figure.value()));
    }
    if (then != null) {
      then.figures().stream()
          .filter(figure -> now.figure(figure.key()).isEmpty())
          .forEach(figure -> figures.add(FigureChange.of(figure, figure.value(), null)));
    }
    return new ProvinceChanges(now.unit(), now.asOf(), now.hierarchy(), now.definition(), figures);
  }

  private static @Nullable BigDecimal value(@Nullable ProvinceReport then, Figure figure) {
    return then == null ? null : then.figure(figure.key()).map(Figure::value).orElse(null);
  }
}

package vn.sen.reporting.reading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator came to in a unit and in the units of a level below it.
 *
 * @param total of the unit asked for; null where it cannot be told
 * @param rows by the units of the level; one that is absent cannot be told
 * @param remainder what was counted for none of these, or null
 */
public record Results(
    @Nullable BigDecimal total, Map<UUID, BigDecimal> rows, @Nullable BigDecimal remainder) {

  public static final Results NONE = new Results(null, Map.of(), null);

  /** What another report says. */
  public static <R, F> Results of(
      F total,
      List<R> reported,
      Function<R, @Nullable Unit> unit,
      Function<R, F> figures,
      Function<F, @Nullable BigDecimal> value) {
    var rows = new HashMap<UUID, BigDecimal>();
    BigDecimal remainder = null;
    for (var row : reported) {
      var of = unit.apply(row);
      var number = value.apply(figures.apply(row));
      if (of == null) {
        remainder = number;
      } else if (number != null) {
        rows.put(of.id(), number);
      }
    }
    return new Results(value.apply(total), rows, remainder);
  }
}

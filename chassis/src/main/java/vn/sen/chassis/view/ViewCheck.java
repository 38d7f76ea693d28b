package vn.sen.chassis.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of a view with the log has found.
 *
 * @param position up to which both were compared
 * @param rows how many rows were compared
 * @param different how many of them differ
 * @param differences the first ones
 */
public record ViewCheck(
    ViewPosition position, long rows, long different, List<Difference> differences) {

  public ViewCheck {
    differences = List.copyOf(differences);
  }

  /**
   * A row that is not what the log makes of it.
   *
   * @param row its key as text
   * @param expected what the log makes of it; 0 where it makes no such row
   * @param stored null where the store has no such row, or one that has counted more since
   * @param shown what this instance shows its readers
   */
  public record Difference(
      String topic, int partition, String row, long expected, @Nullable Long stored, long shown) {}
}

package vn.sen.reporting.change;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.reporting.reading.Unit;

/**
 * How the figures of a unit differ between two moments of knowledge.
 *
 * @param unit as it is called by the later map
 * @param figures of the report's total
 * @param causes the sums by cause of the figures that add up: together they are the differences
 * @param once what figures gained and lost that count things once
 * @param allListed whether all events that moved figures are listed
 * @param inSumsAlone how many events of the map, stated numbers among them, were not looked at one
 *     by one: what they moved is in the sums of their causes, and they are not listed
 */
public record Difference(
    Unit unit,
    List<Figure> figures,
    List<SumOfCause> causes,
    List<Turnover> once,
    boolean allListed,
    int inSumsAlone) {

  /**
   * A figure.
   *
   * @param difference now − then
   * @param addsUp whether it is a sum over events, so that the causes explain it
   */
  public record Figure(String name, long then, long now, long difference, boolean addsUp) {}

  /** What one cause added to figures, by their names; what it did not move is absent. */
  public record SumOfCause(Cause cause, Map<String, Long> deltas) {}

  /**
   * What a figure that counts things once gained and lost.
   *
   * @param gained how many are counted now and were not then
   * @param lost how many were counted then and are not now
   * @param gainedIds the first of them, by id
   * @param lostIds the first of them, by id
   */
  public record Turnover(
      String figure, long gained, long lost, List<UUID> gainedIds, List<UUID> lostIds) {}
}

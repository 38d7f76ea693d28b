package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A redrawing of the map as one act.
 *
 * @param created the new units, parents before children
 * @param closes units that end without a successor (the districts)
 * @param successions which unit went where; every {@code from} ends too
 */
public record Redrawing(
    String resolution,
    LocalDate effectiveOn,
    List<UnitFact> created,
    List<UnitKey> closes,
    List<SuccessionFact> successions) {

  public Redrawing {
    created = List.copyOf(created);
    closes = List.copyOf(closes);
    successions = List.copyOf(successions);
  }

  /**
   * The redrawings that the units and successions tell, by date.
   *
   * @throws IllegalArgumentException when units and successions contradict each other
   */
  static List<Redrawing> of(ProvinceFacts facts) {
    return facts.successions().stream()
        .map(SuccessionFact::date)
        .distinct()
        .sorted()
        .map(date -> on(date, facts))
        .toList();
  }

  private static Redrawing on(LocalDate date, ProvinceFacts facts) {
    var successions = facts.successions().stream().filter(s -> s.date().equals(date)).toList();
    var created = facts.units().stream().filter(u -> u.key().validFrom().equals(date)).toList();
    var from = new HashSet<>(successions.stream().map(SuccessionFact::from).toList());
    var closes = new ArrayList<UnitKey>();
    for (var unit : facts.units()) {
      if (date.equals(unit.validTo()) && !from.remove(unit.key())) {
        closes.add(unit.key());
      }
    }
    var strange =
        Stream.concat(
                from.stream(),
                successions.stream()
                    .map(SuccessionFact::to)
                    .filter(to -> !to.validFrom().equals(date)))
            .toList();
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException(
          "successions of " + date + " and units contradict each other: " + strange);
    }
    var resolution = facts.resolutions().get(date);
    if (resolution == null) {
      throw new IllegalArgumentException("no resolution of " + date);
    }
    return new Redrawing(resolution, date, created, closes, successions);
  }
}

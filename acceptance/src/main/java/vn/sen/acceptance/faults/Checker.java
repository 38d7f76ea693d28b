package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares log, store and figures with what must be there, once everything has had its time. */
final class Checker {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Cluster cluster;
  private final Territory territory;
  private final LogReader log;
  private final StoreReader store;
  private final FigureReader figures;

  Checker(Scene scene, StoreReader store) {
    this.cluster = scene.cluster();
    this.territory = scene.territory();
    this.log = scene.log();
    this.store = store;
    this.figures = new FigureReader(scene.http());
  }

  /** What is wrong when it has had time to become right. */
  List<Finding> check(Expectation expected) {
    var last = new ArrayList<Finding>();
    Waiting.until(
        PATIENCE,
        () -> {
          last.clear();
          last.addAll(checkNow(expected));
          return last.isEmpty();
        });
    return List.copyOf(last);
  }

  private List<Finding> checkNow(Expectation expected) {
    log.readOn();
    var findings = new ArrayList<>(checkStore(expected));
    findings.addAll(LogCheck.of(log.events(), expected.versions(), expected.injected()));
    findings.addAll(LogCheck.of(log.unitEvents(), expected.units(), Set.of()));
    cluster.reporting().forEach(instance -> findings.addAll(checkFigures(instance, expected)));
    expected
        .rosters()
        .forEach(
            (household, members) ->
                findings.addAll(
                    StoreCheck.household(household, store.household(household), members)));
    LogReader.GROUPS.forEach(group -> findings.addAll(checkDeadLetters(group, expected)));
    return findings;
  }

  private List<Finding> checkStore(Expectation expected) {
    var units =
        Stream.concat(
                territory.branches().stream(),
                Stream.of(territory.probe(), territory.injected(), territory.imported()))
            .toList();
    return StoreCheck.aggregates(store.members(units), expected.versions());
  }

  private List<Finding> checkFigures(Node instance, Expectation expected) {
    var findings = new ArrayList<Finding>();
    expected
        .figures()
        .forEach(
            (day, units) -> {
              try {
                var shown = figures.branches(instance, territory.commune(), day);
                findings.addAll(FigureCheck.of(instance.name() + " on " + day, shown, units));
              } catch (IOException e) {
                findings.add(Finding.lost(instance.name() + " shows no figures: " + e));
              }
            });
    return findings;
  }

  private List<Finding> checkDeadLetters(String group, Expectation expected) {
    var findings = new ArrayList<Finding>();
    var letters = log.deadLettersOf(group);
    for (var position : expected.unreadable()) {
      @Nullable String reason = letters.get(position);
      if (reason == null || reason.isBlank()) {
        findings.add(Finding.lost("No dead letter of " + group + " for " + position));
      }
    }
    letters.keySet().stream()
        .filter(position -> !expected.unreadable().contains(position))
        .forEach(
            position ->
                findings.add(
                    Finding.lost(
                        "%s put %s to the dead letters: %s"
                            .formatted(group, position, letters.get(position)))));
    return findings;
  }
}

package vn.sen.training.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.sen.events.training.GoalChange;
import vn.sen.events.training.GoalMeasure;
import vn.sen.events.training.GoalPlace;
import vn.sen.events.training.StatedKind;

/**
 * What a unit's goals count for, whole and from nothing. What an event adds is the difference of
 * two of these. A stated result is a step from the one before it: of its year where it adds up from
 * the first day of the year, of all where it says what there is.
 */
final class GoalFigures {

  private record Step(LocalDate date, GoalPlace place, GoalMeasure measure) {}

  private final Map<Step, Long> sums = new LinkedHashMap<>();

  private GoalFigures() {}

  /** The steps from one state to the next, none where they count for the same. */
  static List<GoalChange> between(Goals before, Goals after) {
    var sums = new LinkedHashMap<Step, Long>();
    of(before).sums.forEach((step, count) -> sums.merge(step, -count, Math::addExact));
    of(after).sums.forEach((step, count) -> sums.merge(step, count, Math::addExact));
    var changes = new ArrayList<GoalChange>();
    sums.forEach(
        (step, delta) -> {
          if (delta != 0) {
            changes.add(new GoalChange(step.date(), step.place(), step.measure(), delta));
          }
        });
    return changes;
  }

  private static GoalFigures of(Goals goals) {
    var figures = new GoalFigures();
    for (var target : goals.targets()) {
      figures.sums.put(
          new Step(
              LocalDate.of(target.year(), 1, 1),
              new GoalPlace(goals.programme(), target.indicator(), goals.unitId(), target.year()),
              GoalMeasure.TARGET),
          target.value());
    }
    var reached = new HashMap<GoalPlace, Long>();
    goals.results().stream()
        .sorted(Comparator.comparing(Goals.Result::asOf))
        .forEach(
            result -> {
              var place = place(goals, result);
              long value = Objects.requireNonNull(result.value(), "what holds has a value");
              long before = reached.getOrDefault(place, 0L);
              figures.sums.put(
                  new Step(result.asOf(), place, GoalMeasure.STATED_RESULT), value - before);
              reached.put(place, value);
            });
    return figures;
  }

  private static GoalPlace place(Goals goals, Goals.Result result) {
    return new GoalPlace(
        goals.programme(),
        result.indicator(),
        goals.unitId(),
        result.kind() == StatedKind.YEAR_TO_DATE ? result.asOf().getYear() : null);
  }
}

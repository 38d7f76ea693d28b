package vn.sen.reporting.training;

import java.util.EnumMap;
import java.util.Map;
import vn.sen.events.training.BudgetSource;
import vn.sen.reporting.reading.NumberSet;

/** Adds up classes and who took part. */
final class TrainingTally {

  private final NumberSet people = new NumberSet();
  private final Map<BudgetSource, Long> budgets = new EnumMap<>(BudgetSource.class);
  private long classes;
  private long sessions;
  private long turns;
  private long sessionTurns;
  private long passed;
  private long issued;
  private long revoked;

  void add(Share share) {
    classes += share.classes();
    sessions += share.sessions();
    turns += share.turns();
    sessionTurns += share.sessionTurns();
    passed += share.passed();
    issued += share.issued();
    revoked += share.revoked();
    if (share.budget() != 0) {
      budgets.merge(share.source(), share.budget(), Math::addExact);
    }
    if (share.turns() > 0) {
      people.add(share.person());
    }
  }

  Training training() {
    return new Training(
        classes,
        sessions,
        budgets.values().stream().mapToLong(Long::longValue).sum(),
        new EnumMap<>(budgets),
        people.count(),
        turns,
        sessionTurns,
        passed,
        issued,
        revoked);
  }
}

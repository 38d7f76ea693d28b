package vn.sen.reporting.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.reporting.reading.Leaf;

/**
 * Keeps the figures that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class MembershipFigures implements ViewReader<MembershipRow> {

  private final Map<Leaf, Integer> numbers = new HashMap<>();
  private final List<LeafSteps> steps = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();
  private final Map<UUID, Long> imported = new HashMap<>();
  private boolean importsChanged;

  private List<Leaf> leaves = List.of();
  private LeafFigures[] figures = new LeafFigures[0];
  private Map<UUID, Long> importedNow = Map.of();
  private volatile MembershipSnapshot snapshot = MembershipSnapshot.EMPTY;

  @Override
  public void add(MembershipRow row, long delta) {
    switch (row) {
      case MembershipRow.Step step -> {
        int number = number(new Leaf(step.unit(), step.via()));
        steps.get(number).add(step, delta);
        changed.add(number);
      }
      case MembershipRow.Imported i -> {
        imported.merge(i.importId(), delta, Long::sum);
        importsChanged = true;
      }
    }
  }

  private int number(Leaf leaf) {
    var known = numbers.get(leaf);
    if (known != null) {
      return known;
    }
    int next = steps.size();
    numbers.put(leaf, next);
    steps.add(new LeafSteps());
    return next;
  }

  @Override
  public void publish(ViewPosition position) {
    if (!changed.isEmpty()) {
      if (steps.size() > leaves.size()) {
        leaves = inOrder();
      }
      figures = Arrays.copyOf(figures, steps.size());
      changed.forEach(number -> figures[number] = steps.get(number).figures());
      changed.clear();
    }
    if (importsChanged) {
      importedNow = Map.copyOf(imported);
      importsChanged = false;
    }
    snapshot = new MembershipSnapshot(leaves, figures, importedNow, position);
  }

  private List<Leaf> inOrder() {
    var inOrder = new Leaf[steps.size()];
    numbers.forEach((leaf, number) -> inOrder[number] = leaf);
    return List.of(inOrder);
  }

  /** The figures now. */
  MembershipSnapshot snapshot() {
    return snapshot;
  }

  /** How many members of an import readers see. */
  public long imported(UUID importId) {
    return snapshot.imported(importId);
  }
}

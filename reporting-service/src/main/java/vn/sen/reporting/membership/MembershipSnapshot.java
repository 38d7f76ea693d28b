package vn.sen.reporting.membership;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.reading.Leaf;

/** All figures at one point of the log. Immutable, shared by all readers. */
final class MembershipSnapshot {

  static final MembershipSnapshot EMPTY =
      new MembershipSnapshot(List.of(), new LeafFigures[0], Map.of(), ViewPosition.NONE);

  private final List<Leaf> leaves;
  private final LeafFigures[] figures;
  private final Map<UUID, Long> imported;
  private final ViewPosition position;

  /**
   * @param figures of the leaf with the same number; not to be changed any more
   */
  MembershipSnapshot(
      List<Leaf> leaves, LeafFigures[] figures, Map<UUID, Long> imported, ViewPosition position) {
    this.leaves = leaves;
    this.figures = figures;
    this.imported = imported;
    this.position = position;
  }

  /** Up to where the log is in the figures. */
  ViewPosition position() {
    return position;
  }

  /** How many members an import has registered. */
  long imported(UUID importId) {
    return imported.getOrDefault(importId, 0L);
  }

  void forEach(BiConsumer<Leaf, LeafFigures> action) {
    for (int i = 0; i < figures.length; i++) {
      action.accept(leaves.get(i), figures[i]);
    }
  }
}

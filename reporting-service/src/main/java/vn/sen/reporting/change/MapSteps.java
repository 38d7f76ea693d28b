package vn.sen.reporting.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.DomainEvent;

/** Follows how the map was redrawn between two moments of knowledge. */
public final class MapSteps implements Witness {

  /** So many maps are drawn one by one; what more events change is told in one sum. */
  private static final int MOST = 200;

  private final OrgFacts facts = new OrgFacts();
  private final List<Told> told = new ArrayList<>();

  private record Told(DomainEvent event, RecordMeta meta) {}

  /**
   * An event of the map.
   *
   * @param after the map with it
   */
  record Step(DomainEvent event, RecordMeta meta, OrgMap after) {}

  /**
   * The maps between two moments.
   *
   * @param steps by when they were recorded; empty if there are too many
   */
  record Maps(OrgMap then, List<Step> steps, OrgMap now) {}

  @Override
  public void counted(DomainEvent event, RecordMeta meta, boolean since) {
    if (since) {
      told.add(new Told(event, meta));
    } else {
      facts.apply(meta.aggregate(), meta.sequence(), event);
    }
  }

  /** The maps; to be asked for once, when all was told. */
  Maps maps() {
    var then = facts.map();
    told.sort(Comparator.comparing(t -> Slice.place(t.meta())));
    var steps = new ArrayList<Step>();
    for (var t : told) {
      facts.apply(t.meta().aggregate(), t.meta().sequence(), t.event());
      if (told.size() <= MOST) {
        steps.add(new Step(t.event(), t.meta(), facts.map()));
      }
    }
    return new Maps(then, steps, facts.map());
  }
}

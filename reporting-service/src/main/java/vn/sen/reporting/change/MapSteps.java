package vn.sen.reporting.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;

/** Follows how the map was redrawn between two moments of knowledge, and what was stated of it. */
public final class MapSteps implements Witness {

  private final OrgFacts facts = new OrgFacts();
  private final OrgFacts now = new OrgFacts();
  private final List<Step> told = new ArrayList<>();

  /** An event of the map. */
  record Step(DomainEvent event, RecordMeta meta) {

    /** Whether units are under others with it; a name or a trait moves no figure. */
    boolean draws() {
      return event instanceof OrgUnitCreated
          || event instanceof OrgUnitClosed
          || event instanceof OrgUnitAssigned
          || event instanceof MapRedrawn;
    }

    private boolean states() {
      return event instanceof WomenCountStated;
    }
  }

  /**
   * The way from one map to another: first it is drawn as it is now, then the numbers of women are
   * stated on it. However many were stated, they hide no redrawing.
   */
  static final class Maps {
    private final OrgFacts facts;
    private final OrgMap then;
    private final OrgMap now;
    private final List<Step> told;

    private Maps(OrgFacts facts, OrgMap now, List<Step> told) {
      this.facts = facts;
      this.then = facts.map();
      this.now = now;
      this.told = told;
    }

    OrgMap then() {
      return then;
    }

    OrgMap now() {
      return now;
    }

    /** Whether nothing was told of the map in between. */
    boolean isOne() {
      return told.isEmpty();
    }

    /** What is not about numbers of women, by when it was recorded. */
    List<Step> drawn() {
      return told.stream().filter(step -> !step.states()).toList();
    }

    /** What was stated of women, by when it was recorded. */
    List<Step> stated() {
      return told.stream().filter(Step::states).toList();
    }

    /** Goes a step; each one once, in order. */
    void take(Step step) {
      // numbered by the way that is gone, which leaves out what is stated until all is drawn
      var aggregate = step.meta().aggregate();
      facts.apply(aggregate, facts.seen(aggregate) + 1, step.event());
    }

    /** The map after the steps that were taken. */
    OrgMap reached() {
      return facts.map();
    }
  }

  @Override
  public void counted(DomainEvent event, RecordMeta meta, boolean since) {
    now.apply(meta.aggregate(), meta.sequence(), event);
    if (since) {
      told.add(new Step(event, meta));
    } else {
      facts.apply(meta.aggregate(), meta.sequence(), event);
    }
  }

  /** The maps; to be asked for once, when all was told. */
  Maps maps() {
    told.sort(Comparator.comparing(step -> ChangedEvent.place(step.meta())));
    return new Maps(facts, now.map(), List.copyOf(told));
  }
}

package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * A redrawing of the administrative map by a resolution: one act, so that nobody ever sees half a
 * map.
 */
public sealed interface RedrawingEvent extends DomainEvent {

  /**
   * A redrawing was drawn up. The map stays as it is until somebody else approves it.
   *
   * @param author who proposed it, by id
   */
  @EventName("membership.redrawing.proposed.v1")
  record RedrawingProposed(String author, LocalDate on) implements RedrawingEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A redrawing that was proposed is not carried out.
   *
   * @param rejectedBy who decided so, by id
   */
  @EventName("membership.redrawing.rejected.v1")
  record RedrawingRejected(String rejectedBy, LocalDate on) implements RedrawingEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The map was redrawn.
   *
   * @param resolution the resolution's number, for example 1200/NQ-UBTVQH15
   * @param effectiveOn the first day of the new map; units created are valid from it, units closed
   *     end before it
   * @param created the units that the redrawing sets up
   * @param closed ids of the units that end, with or without successors
   * @param successions which closed unit went into which created one
   * @param approval who proposed and who approved it; null in records of before that was needed
   */
  @EventName("membership.redrawing.map-redrawn.v1")
  record MapRedrawn(
      String resolution,
      LocalDate effectiveOn,
      List<CreatedUnit> created,
      List<UUID> closed,
      List<Succession> successions,
      @Nullable Approval approval)
      implements RedrawingEvent {

    public MapRedrawn {
      // empty lists are absent on the wire
      created = created == null ? List.of() : List.copyOf(created);
      closed = closed == null ? List.of() : List.copyOf(closed);
      successions = successions == null ? List.of() : List.copyOf(successions);
    }

    @Override
    public LocalDate effectiveDate() {
      return effectiveOn;
    }
  }

  /**
   * A unit set up by a redrawing; parentId may be another unit of the same redrawing; null for a
   * province.
   */
  record CreatedUnit(
      UUID id, String code, String name, UnitLevel level, UnitKind kind, @Nullable UUID parentId) {}

  /**
   * Whole (full) or a part of it (partial, a split) of {@code from} went into {@code to}; note says
   * what, if known.
   */
  record Succession(UUID from, UUID to, Extent extent, @Nullable String note) {}
}

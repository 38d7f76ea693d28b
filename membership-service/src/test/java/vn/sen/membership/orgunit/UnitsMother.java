package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/** A small province to decide against: units and redrawings as events would have made them. */
public final class UnitsMother implements Units, Splits {

  public static final LocalDate FOUNDED = LocalDate.of(1990, 1, 1);

  private final OrgFacts facts = new OrgFacts();
  private final List<Split> splits = new ArrayList<>();
  private final UUID province;
  private int next = 100;

  public UnitsMother() {
    province = unit(UnitLevel.PROVINCE, UnitKind.PROVINCE, null, FOUNDED, true);
  }

  public UUID province() {
    return province;
  }

  public UUID commune() {
    return unit(UnitLevel.COMMUNE, UnitKind.WARD, province, FOUNDED, true);
  }

  public UUID branchOf(UUID commune) {
    return unit(UnitLevel.BRANCH, UnitKind.BRANCH, commune, FOUNDED, true);
  }

  public UUID branch() {
    return branchOf(commune());
  }

  public UUID unit(
      UnitLevel level, UnitKind kind, @Nullable UUID parent, LocalDate from, boolean territorial) {
    var id = UUID.randomUUID();
    var code = Integer.toString(next++);
    happened(
        id, new OrgUnitCreated(code, "Đơn vị " + code, level, kind, parent, from, territorial));
    return id;
  }

  public UnitsMother closed(UUID unit, LocalDate on) {
    happened(unit, new OrgUnitClosed(on));
    return this;
  }

  /** The unit is divided among two new communes of the province. */
  public Split split(UUID unit, LocalDate on) {
    var redrawing = UUID.randomUUID();
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    happened(redrawing, divided(unit, on, province, first, second));
    var split = new Split(redrawing, on, unit, Set.of(first, second));
    splits.add(split);
    return split;
  }

  /**
   * One redrawing divides two units, each of which gives a part to the same new commune.
   *
   * @return the splits of the one and of the other
   */
  public List<Split> splitBoth(UUID one, UUID other, LocalDate on) {
    var redrawing = UUID.randomUUID();
    var shared = UUID.randomUUID();
    var ofOne = UUID.randomUUID();
    var ofOther = UUID.randomUUID();
    happened(
        redrawing,
        new MapRedrawn(
            "1/NQ",
            on,
            Stream.of(shared, ofOne, ofOther).map(id -> successor(id, province)).toList(),
            List.of(one, other),
            List.of(
                new Succession(one, shared, Extent.PARTIAL, null),
                new Succession(one, ofOne, Extent.PARTIAL, null),
                new Succession(other, shared, Extent.PARTIAL, null),
                new Succession(other, ofOther, Extent.PARTIAL, null)),
            null));
    var both =
        List.of(
            new Split(redrawing, on, one, Set.of(shared, ofOne)),
            new Split(redrawing, on, other, Set.of(shared, ofOther)));
    splits.addAll(both);
    return both;
  }

  /** The branch follows this successor. */
  public UnitsMother assigned(UUID branch, Split split, UUID successor) {
    happened(branch, new OrgUnitAssigned(split.redrawingId(), successor, split.on()));
    return this;
  }

  private void happened(UUID subject, DomainEvent event) {
    facts.apply(subject, facts.seen(subject) + 1, event);
  }

  @Override
  public OrgMap map() {
    return facts.map();
  }

  @Override
  public void requireNotUnderWay(String code) {
    // every event is on the map at once
  }

  @Override
  public Optional<OrgUnit> unit(UUID id) {
    return map().unit(id);
  }

  @Override
  public List<Split> into(UUID redrawingId, UUID successorId) {
    return splits.stream()
        .filter(s -> s.redrawingId().equals(redrawingId) && s.successors().contains(successorId))
        .toList();
  }

  private static MapRedrawn divided(
      UUID unit, LocalDate on, UUID province, UUID first, UUID second) {
    return new MapRedrawn(
        "1/NQ",
        on,
        List.of(successor(first, province), successor(second, province)),
        List.of(unit),
        List.of(
            new Succession(unit, first, Extent.PARTIAL, null),
            new Succession(unit, second, Extent.PARTIAL, null)),
        null);
  }

  private static CreatedUnit successor(UUID id, UUID province) {
    return new CreatedUnit(id, "S-" + id, "Phường mới", UnitLevel.COMMUNE, UnitKind.WARD, province);
  }
}

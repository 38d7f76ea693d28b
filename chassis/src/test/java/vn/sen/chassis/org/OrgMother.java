package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitRenamed;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitStated;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitWithdrawn;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/** Writes a history of org units as the events it consists of. */
final class OrgMother {

  static final String DOCUMENT = "861/QĐ-TTg";

  static final LocalDate ALWAYS = LocalDate.parse("1990-01-01");

  /** One event with its place in its aggregate. */
  record Fact(UUID subject, long sequence, DomainEvent event) {}

  private final List<Fact> facts = new ArrayList<>();
  private final Map<UUID, Long> sequences = new HashMap<>();
  private long ids;

  List<Fact> facts() {
    return facts;
  }

  OrgMap map() {
    var org = new OrgFacts();
    facts.forEach(f -> org.apply(f.subject(), f.sequence(), f.event()));
    return org.map();
  }

  UUID province(String code) {
    return unit(code, UnitLevel.PROVINCE, null, ALWAYS);
  }

  UUID district(String code, UUID province) {
    return unit(code, UnitLevel.DISTRICT, province, ALWAYS);
  }

  UUID commune(String code, UUID parent) {
    return unit(code, UnitLevel.COMMUNE, parent, ALWAYS);
  }

  UUID branch(String code, UUID commune) {
    return unit(code, UnitLevel.BRANCH, commune, ALWAYS);
  }

  UUID unit(String code, UnitLevel level, @Nullable UUID parent, LocalDate from) {
    return unit(code, level, parent, from, true);
  }

  UUID unit(
      String code, UnitLevel level, @Nullable UUID parent, LocalDate from, boolean territorial) {
    var id = newId();
    var kind = kind(level);
    record(id, new OrgUnitCreated(code, "Đơn vị " + code, level, kind, parent, from, territorial));
    return id;
  }

  void rename(UUID unit, String name, UnitKind kind, LocalDate from) {
    record(unit, new OrgUnitRenamed(name, kind, from));
  }

  void close(UUID unit, LocalDate on) {
    record(unit, new OrgUnitClosed(on));
  }

  void women(UUID unit, int count, LocalDate asOf) {
    record(
        unit,
        new WomenCountStated(WomenDefinition.ALL_WOMEN, count, asOf, "Thống kê " + asOf, null));
  }

  void trait(UUID unit, UnitTrait trait, LocalDate from, @Nullable LocalDate until) {
    record(unit, new UnitTraitStated(trait, from, until, DOCUMENT));
  }

  void noTrait(UUID unit, UnitTrait trait, LocalDate from) {
    record(unit, new UnitTraitWithdrawn(trait, from));
  }

  void assign(UUID branch, UUID redrawing, UUID successor, LocalDate on) {
    record(branch, new OrgUnitAssigned(redrawing, successor, on));
  }

  Redrawing redrawing(LocalDate on) {
    return new Redrawing(newId(), on);
  }

  /** Collects what one resolution changes; an event only once {@link #done} is called. */
  final class Redrawing {
    final UUID id;
    private final LocalDate on;
    private final List<CreatedUnit> created = new ArrayList<>();
    private final List<UUID> closed = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();

    private Redrawing(UUID id, LocalDate on) {
      this.id = id;
      this.on = on;
    }

    /** A new unit into which others go whole. */
    UUID merge(String code, UnitLevel level, @Nullable UUID parent, UUID... from) {
      var to = create(code, level, parent);
      Arrays.stream(from).forEach(f -> full(f, to));
      return to;
    }

    UUID create(String code, UnitLevel level, @Nullable UUID parent) {
      var unit = newId();
      created.add(new CreatedUnit(unit, code, "Đơn vị " + code, level, kind(level), parent));
      return unit;
    }

    void full(UUID from, UUID to) {
      successions.add(new Succession(from, to, Extent.FULL, null));
    }

    void split(UUID from, UUID... to) {
      Arrays.stream(to)
          .forEach(t -> successions.add(new Succession(from, t, Extent.PARTIAL, "một phần")));
    }

    void abolish(UUID... units) {
      closed.addAll(List.of(units));
    }

    void done() {
      successions.stream().map(Succession::from).distinct().forEach(closed::add);
      record(id, new MapRedrawn("NQ " + on, on, created, closed, successions, null));
    }
  }

  private UUID newId() {
    return new UUID(0x5e4, ++ids);
  }

  private void record(UUID subject, DomainEvent event) {
    facts.add(new Fact(subject, sequences.merge(subject, 1L, Long::sum), event));
  }

  private static UnitKind kind(UnitLevel level) {
    return switch (level) {
      case PROVINCE -> UnitKind.PROVINCE;
      case DISTRICT -> UnitKind.DISTRICT;
      case COMMUNE -> UnitKind.COMMUNE;
      case BRANCH -> UnitKind.BRANCH;
      case TEAM -> UnitKind.TEAM;
    };
  }
}

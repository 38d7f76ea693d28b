package vn.sen.reporting.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitStated;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/**
 * A province of one district, two communes and four branches, as its events tell.
 *
 * <p>On 1 November 2024 commune B is split: branch B1 goes to A with the whole of A, the rest stays
 * B; nobody says where B2 goes. On 1 July 2025 there are no districts any more, the province is
 * merged into 66, and both communes into one.
 */
public final class SmallProvince {

  public static final LocalDate START = LocalDate.of(1990, 1, 1);
  public static final LocalDate SPLIT = LocalDate.of(2024, 11, 1);
  public static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

  /** An event of an aggregate and its version. */
  public record Told(UUID aggregate, long sequence, DomainEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          MembershipEvents.SOURCE,
          aggregate,
          MembershipEvents.CATALOG.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          MembershipEvents.CATALOG.encode(event));
    }
  }

  public final UUID province = UUID.randomUUID();
  public final UUID district = UUID.randomUUID();
  public final UUID communeA = UUID.randomUUID();
  public final UUID communeB = UUID.randomUUID();
  public final UUID branchA1 = UUID.randomUUID();
  public final UUID branchA2 = UUID.randomUUID();
  public final UUID branchB1 = UUID.randomUUID();
  public final UUID branchB2 = UUID.randomUUID();
  public final UUID newA = UUID.randomUUID();
  public final UUID newB = UUID.randomUUID();
  public final UUID province66 = UUID.randomUUID();
  public final UUID lastCommune = UUID.randomUUID();

  private final List<Told> orgUnits = new ArrayList<>();
  private final List<Told> members = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  public SmallProvince() {
    createUnits();
    redraw();
    populate();
  }

  public List<Told> orgUnits() {
    return List.copyOf(orgUnits);
  }

  public List<Told> members() {
    return List.copyOf(members);
  }

  public OrgFacts facts() {
    var facts = new OrgFacts();
    orgUnits.forEach(t -> facts.apply(t.aggregate(), t.sequence(), t.event()));
    return facts;
  }

  private void createUnits() {
    create(province, "54", "Tỉnh Phú Yên", UnitLevel.PROVINCE, UnitKind.PROVINCE, null);
    create(district, "555", "Thành phố Tuy Hoà", UnitLevel.DISTRICT, UnitKind.CITY, province);
    create(communeA, "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD, district);
    create(communeB, "22024", "Phường 9", UnitLevel.COMMUNE, UnitKind.WARD, district);
    create(branchA1, "22015-CH01", "Chi hội 1", UnitLevel.BRANCH, UnitKind.BRANCH, communeA);
    create(branchA2, "22015-CH02", "Chi hội 2", UnitLevel.BRANCH, UnitKind.BRANCH, communeA);
    create(branchB1, "22024-CH01", "Chi hội 1", UnitLevel.BRANCH, UnitKind.BRANCH, communeB);
    create(branchB2, "22024-CH02", "Chi hội 2", UnitLevel.BRANCH, UnitKind.BRANCH, communeB);
    state(communeA, WomenDefinition.ALL_WOMEN, 100);
    state(communeA, WomenDefinition.WOMEN_PRESENT, 50);
    state(communeB, WomenDefinition.ALL_WOMEN, 50);
    state(communeB, WomenDefinition.WOMEN_PRESENT, 40);
  }

  private void create(
      UUID id, String code, String name, UnitLevel level, UnitKind kind, UUID parent) {
    tell(orgUnits, id, new OrgUnitCreated(code, name, level, kind, parent, START, true));
  }

  private void state(UUID unit, WomenDefinition definition, int count) {
    tell(
        orgUnits,
        unit,
        new WomenCountStated(definition, count, LocalDate.of(2023, 1, 1), "mô phỏng", null));
  }

  /** The locality is something from the beginning on. */
  public Told trait(UUID unit, UnitTrait trait) {
    return tell(orgUnits, unit, new UnitTraitStated(trait, START, null, "861/QĐ-TTg"));
  }

  /** So many women are present in the locality from a day on. */
  public Told present(UUID unit, int count, LocalDate on) {
    return tell(
        orgUnits,
        unit,
        new WomenCountStated(WomenDefinition.WOMEN_PRESENT, count, on, "mô phỏng", null));
  }

  private void redraw() {
    var split = UUID.randomUUID();
    tell(
        orgUnits,
        split,
        new MapRedrawn(
            "1200/NQ-UBTVQH15",
            SPLIT,
            List.of(
                new CreatedUnit(
                    newA, "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD, district),
                new CreatedUnit(
                    newB, "22024", "Phường 9", UnitLevel.COMMUNE, UnitKind.WARD, district)),
            List.of(communeA, communeB),
            List.of(
                new Succession(communeA, newA, Extent.FULL, null),
                new Succession(communeB, newA, Extent.PARTIAL, "khu phố Ninh Tịnh"),
                new Succession(communeB, newB, Extent.PARTIAL, null)),
            null));
    tell(orgUnits, branchB1, new OrgUnitAssigned(split, newA, SPLIT));
    tell(
        orgUnits,
        UUID.randomUUID(),
        new MapRedrawn(
            "202/2025/QH15",
            MERGER,
            List.of(
                new CreatedUnit(
                    province66, "66", "Tỉnh Đắk Lắk", UnitLevel.PROVINCE, UnitKind.PROVINCE, null),
                new CreatedUnit(
                    lastCommune,
                    "22015",
                    "Phường Tuy Hòa",
                    UnitLevel.COMMUNE,
                    UnitKind.WARD,
                    province66)),
            List.of(province, district, newA, newB),
            List.of(
                new Succession(province, province66, Extent.FULL, null),
                new Succession(newA, lastCommune, Extent.FULL, null),
                new Succession(newB, lastCommune, Extent.FULL, null)),
            null));
  }

  private void populate() {
    var may = LocalDate.of(2022, 5, 1);
    register(10, branchA1, may);
    register(20, branchA2, may);
    register(8, branchB1, may);
    register(4, branchB2, may);
    var inner = members.get(0).aggregate();
    var outer = members.get(1).aggregate();
    var dying = members.getLast().aggregate();
    for (int i = 0; i < 3; i++) {
      var on = LocalDate.of(2023, 3, 8);
      tell(
          members,
          UUID.randomUUID(),
          new MemberAdmitted(
              branchA1,
              MemberType.ORDINARY,
              on,
              List.of(change(on, branchA1, Flow.ADMISSION, null, 1))));
    }
    transfer(inner, branchA1, branchA2, LocalDate.of(2023, 6, 1));
    transfer(outer, branchA1, branchB1, LocalDate.of(2023, 6, 1));
    leave(dying, branchB2, LocalDate.of(2023, 9, 9));
  }

  private void register(int count, UUID branch, LocalDate on) {
    for (int i = 0; i < count; i++) {
      tell(
          members,
          UUID.randomUUID(),
          new MemberRegistered(
              branch,
              MemberType.ORDINARY,
              null,
              null,
              on,
              List.of(change(on, branch, Flow.ADMISSION, null, 1))));
    }
  }

  /** A member moves to another branch. */
  public Told transfer(UUID member, UUID from, UUID to, LocalDate on) {
    return tell(
        members,
        member,
        new MemberTransferred(
            from,
            to,
            on,
            List.of(
                change(on, from, Flow.TRANSFER, to, -1), change(on, to, Flow.TRANSFER, from, 1))));
  }

  /** A member who was transferred is given to a successor with her last stay. */
  public Told assignedAfterTransfer(UUID member, UUID from, UUID to, LocalDate on, UUID successor) {
    var via = List.of(successor);
    return tell(
        members,
        member,
        new MemberAssigned(
            UUID.randomUUID(),
            successor,
            SPLIT,
            List.of(
                step(on, from, List.of(), to, List.of(), Direction.OUT, 1),
                step(on, from, List.of(), to, via, Direction.OUT, -1),
                step(on, to, List.of(), from, List.of(), Direction.IN, -1),
                step(on, to, via, from, List.of(), Direction.IN, 1))));
  }

  private static MembershipChange step(
      LocalDate on,
      UUID unit,
      List<UUID> via,
      UUID counterpart,
      List<UUID> counterpartVia,
      Direction direction,
      int delta) {
    return new MembershipChange(
        on,
        unit,
        via,
        MemberType.ORDINARY,
        Flow.TRANSFER,
        counterpart,
        counterpartVia,
        direction,
        delta);
  }

  /** A member dies. */
  public Told leave(UUID member, UUID branch, LocalDate on) {
    return tell(
        members,
        member,
        new MemberLeft(branch, Flow.DEATH, on, List.of(change(on, branch, Flow.DEATH, null, -1))));
  }

  /** What is known of a member is erased at her request. */
  public Told erase(UUID member, LocalDate on) {
    return tell(members, member, new MemberErased(on));
  }

  /** A woman becomes a member by an import. */
  public Told imported(UUID importId, UUID branch, LocalDate on) {
    return tell(
        members,
        UUID.randomUUID(),
        new MemberRegistered(
            branch,
            MemberType.HONORARY,
            null,
            importId,
            on,
            List.of(
                new MembershipChange(
                    on,
                    branch,
                    List.of(),
                    MemberType.HONORARY,
                    Flow.MOVE_IN,
                    null,
                    List.of(),
                    Direction.IN,
                    1))));
  }

  /** A woman who became a member by an import is given to a successor of her unit. */
  public Told assigned(Told imported, UUID successor) {
    var registered = (MemberRegistered) imported.event();
    var counted = registered.changes().getFirst();
    return tell(
        members,
        imported.aggregate(),
        new MemberAssigned(
            UUID.randomUUID(),
            successor,
            SPLIT,
            List.of(counted(counted, List.of(), -1), counted(counted, List.of(successor), 1))));
  }

  private static MembershipChange counted(MembershipChange change, List<UUID> via, int delta) {
    return new MembershipChange(
        change.date(),
        change.unit(),
        via,
        change.type(),
        change.flow(),
        null,
        List.of(),
        change.direction(),
        delta);
  }

  /** A member whom an import brought by mistake is taken back. */
  public Told withdrawn(Told imported, UUID withdrawalId) {
    var registered = (MemberRegistered) imported.event();
    var counted = registered.changes().getFirst();
    return tell(
        members,
        imported.aggregate(),
        new MemberWithdrawn(
            null,
            withdrawalId,
            new Approval("author", "approver"),
            LocalDate.of(2026, 1, 5),
            List.of(
                new MembershipChange(
                    counted.date(),
                    counted.unit(),
                    List.of(),
                    counted.type(),
                    counted.flow(),
                    null,
                    List.of(),
                    Direction.IN,
                    -1))));
  }

  private static MembershipChange change(
      LocalDate on, UUID unit, Flow flow, UUID counterpart, int delta) {
    return new MembershipChange(
        on,
        unit,
        List.of(),
        MemberType.ORDINARY,
        flow,
        counterpart,
        List.of(),
        delta > 0 ? Direction.IN : Direction.OUT,
        delta);
  }

  private Told tell(List<Told> told, UUID aggregate, DomainEvent event) {
    var next = new Told(aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }
}

package vn.sen.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgFacts;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Leaf;

/**
 * A random history of maps: provinces, districts, communes and branches that are merged, split and
 * abolished some times, while new branches are set up and some follow a successor. The same number
 * gives the same history.
 */
public final class RandomMaps {

  private static final LocalDate ALWAYS = LocalDate.of(1990, 1, 1);
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  private final Random random;
  private final OrgFacts facts = new OrgFacts();
  private final Map<UUID, Long> versions = new HashMap<>();
  private final List<UUID> provinces = new ArrayList<>();
  private final List<UUID> districts = new ArrayList<>();
  private final List<UUID> communes = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();
  private int codes;

  /**
   * @param seed says which history
   * @param provinceCount how many provinces there are first
   * @param redrawings how often the map is redrawn
   */
  public RandomMaps(long seed, int provinceCount, int redrawings) {
    random = new Random(seed);
    for (int p = 0; p < provinceCount; p++) {
      provinces.add(create(UnitLevel.PROVINCE, null, ALWAYS));
    }
    for (int d = 0; d < 2 + random.nextInt(2); d++) {
      districts.add(create(UnitLevel.DISTRICT, any(provinces), ALWAYS));
    }
    for (int c = 0; c < 3 + random.nextInt(4); c++) {
      communes.add(create(UnitLevel.COMMUNE, any(districts), ALWAYS));
    }
    setUpBranches(ALWAYS);
    days.add(FIRST_DAY);
    var day = FIRST_DAY;
    for (int r = 0; r < redrawings; r++) {
      day = day.plusDays(30 + random.nextInt(300));
      redraw(day);
      setUpBranches(day.plusDays(random.nextInt(20)));
    }
    days.add(day.plusYears(1));
  }

  /** Days of every map: the first, each last one of an old map and first of a new one, the last. */
  public List<LocalDate> days() {
    return days;
  }

  /** One of them. */
  public LocalDate anyDay() {
    return any(days);
  }

  /** Some day between the first and the last of them. */
  public LocalDate anyDate() {
    return FIRST_DAY.plusDays(
        random.nextInt((int) (days.getLast().toEpochDay() - FIRST_DAY.toEpochDay())));
  }

  public boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  public int number(int below) {
    return random.nextInt(below);
  }

  public <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** What is known of the units now. */
  public OrgMap map() {
    return facts.map();
  }

  /** The provinces on a day. */
  public List<OrgUnit> provincesOn(LocalDate day) {
    return map().unitsAt(day, UnitLevel.PROVINCE);
  }

  /**
   * Where somebody may belong from a day on: a branch or a commune, nobody knows which successor.
   */
  public Leaf anyLeaf(LocalDate day) {
    var standing =
        map().units().stream()
            .filter(u -> u.existsOn(day))
            .filter(u -> u.level() == UnitLevel.BRANCH || u.level() == UnitLevel.COMMUNE)
            .map(OrgUnit::id)
            .sorted()
            .toList();
    return new Leaf(any(standing), List.of());
  }

  /** A split that leaves open where a leaf belongs; empty where none does. */
  public Optional<Split> openSplit(Leaf leaf) {
    return map().splits().stream()
        .filter(s -> s.leavesOpen(map(), leaf.unit(), leaf.via()))
        .findFirst();
  }

  /** The leaf with a successor of the split in place of any other. */
  public Leaf following(Leaf leaf, Split split, UUID successor) {
    return new Leaf(leaf.unit(), Split.following(leaf.via(), successor, List.of(split)));
  }

  /** Any successor of a split. */
  public UUID anySuccessor(Split split) {
    return any(split.successors().stream().sorted().toList());
  }

  /** Any branch that a split leaves open. */
  public Optional<Leaf> openBranch() {
    return map().units().stream()
        .filter(u -> u.level() == UnitLevel.BRANCH)
        .map(OrgUnit::id)
        .sorted()
        .map(id -> new Leaf(id, List.of()))
        .filter(leaf -> openSplit(leaf).isPresent())
        .findFirst();
  }

  /** A branch follows a successor. */
  public void assign(UUID branch, Split split, UUID successor) {
    tell(branch, new OrgUnitAssigned(split.redrawingId(), successor, split.on()));
  }

  private void setUpBranches(LocalDate day) {
    for (int b = 0; b < 1 + random.nextInt(4); b++) {
      create(UnitLevel.BRANCH, any(communes), day);
    }
  }

  private UUID create(UnitLevel level, @Nullable UUID parent, LocalDate from) {
    var id = newId();
    var code = code(level);
    tell(id, new OrgUnitCreated(code, "Đơn vị " + code, level, kind(level), parent, from, true));
    return id;
  }

  private void redraw(LocalDate day) {
    days.add(day.minusDays(1));
    days.add(day);
    var created = new ArrayList<CreatedUnit>();
    var closed = new HashSet<UUID>();
    var successions = new ArrayList<Succession>();
    if (provinces.size() > 1 && random.nextBoolean()) {
      var merged = add(created, UnitLevel.PROVINCE, null);
      provinces.forEach(p -> successions.add(new Succession(p, merged, Extent.FULL, null)));
      provinces.clear();
      provinces.add(merged);
    }
    if (!districts.isEmpty() && random.nextInt(3) == 0) {
      closed.addAll(districts);
      districts.clear();
    }
    redrawCommunes(created, successions);
    successions.forEach(s -> closed.add(s.from()));
    tell(newId(), new MapRedrawn("1/NQ", day, created, List.copyOf(closed), successions, null));
    followSome(day);
  }

  private void redrawCommunes(List<CreatedUnit> created, List<Succession> successions) {
    var touched = new ArrayList<>(communes);
    Collections.shuffle(touched, random);
    touched.subList(1 + random.nextInt(touched.size()), touched.size()).clear();
    var fresh = new ArrayList<UUID>();
    for (int c = 0; c < 1 + random.nextInt(3); c++) {
      fresh.add(add(created, UnitLevel.COMMUNE, any(districts.isEmpty() ? provinces : districts)));
    }
    for (var commune : touched) {
      if (fresh.size() > 1 && random.nextBoolean()) {
        Collections.shuffle(fresh, random);
        fresh
            .subList(0, 2 + random.nextInt(fresh.size() - 1))
            .forEach(part -> successions.add(new Succession(commune, part, Extent.PARTIAL, null)));
      } else {
        successions.add(new Succession(commune, any(fresh), Extent.FULL, null));
      }
    }
    communes.removeAll(touched);
    communes.addAll(fresh);
  }

  private UUID add(List<CreatedUnit> created, UnitLevel level, @Nullable UUID parent) {
    var code = code(level);
    var unit = new CreatedUnit(newId(), code, "Đơn vị " + code, level, kind(level), parent);
    created.add(unit);
    return unit.id();
  }

  /** Some branches of what was split follow a successor from the beginning. */
  private void followSome(LocalDate day) {
    var units = map().units().stream().sorted(Comparator.comparing(OrgUnit::id)).toList();
    for (var unit : units) {
      if (unit.level() == UnitLevel.BRANCH && random.nextInt(3) == 0) {
        openSplit(new Leaf(unit.id(), List.of()))
            .filter(split -> split.on().equals(day))
            .ifPresent(split -> assign(unit.id(), split, anySuccessor(split)));
      }
    }
  }

  private void tell(UUID subject, DomainEvent event) {
    facts.apply(subject, versions.merge(subject, 1L, Long::sum), event);
  }

  private String code(UnitLevel level) {
    return level.name().charAt(0) + Integer.toString(100 + codes++);
  }

  private UUID newId() {
    return new UUID(random.nextLong(), random.nextLong());
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

package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.sen.events.membership.UnitLevel;

/**
 * A random history: provinces, districts, communes and branches, redrawn some times, with people in
 * them.
 */
final class OrgWorld {

  /** So many people of one branch or commune, with the same personal assignments. */
  record People(UUID leaf, List<UUID> via, int number) {}

  private final Random random;
  final OrgMother org = new OrgMother();
  final List<People> people = new ArrayList<>();
  final List<LocalDate> days = new ArrayList<>();
  private final List<UUID> provinces = new ArrayList<>();
  private final List<UUID> districts = new ArrayList<>();
  private final List<UUID> communes = new ArrayList<>();
  private final List<UUID> branches = new ArrayList<>();

  OrgWorld(long seed, int provinceCount, int redrawings) {
    random = new Random(seed);
    for (int p = 0; p < provinceCount; p++) {
      provinces.add(org.province("P" + p));
    }
    for (int d = 0; d < 2 + random.nextInt(3); d++) {
      districts.add(org.district("D" + d, any(provinces)));
    }
    for (int c = 0; c < 3 + random.nextInt(8); c++) {
      communes.add(org.commune("C" + c, any(districts)));
    }
    LocalDate day = LocalDate.parse("2020-01-01");
    live(day);
    for (int r = 0; r < redrawings; r++) {
      day = day.plusDays(30 + random.nextInt(400));
      redraw(day, r);
      live(day.plusDays(10));
    }
    days.add(day.plusYears(10));
  }

  /** New branches, some end, people come. */
  private void live(LocalDate day) {
    days.add(day);
    for (int b = 0; b < 1 + random.nextInt(5); b++) {
      var from = branches.isEmpty() ? OrgMother.ALWAYS : day;
      branches.add(org.unit("B" + branches.size(), UnitLevel.BRANCH, any(communes), from));
    }
    if (random.nextInt(3) == 0) {
      org.close(branches.remove(random.nextInt(branches.size())), day.plusDays(5));
    }
    branches.forEach(b -> people.add(new People(b, List.of(), 1 + random.nextInt(50))));
    people.add(new People(any(communes), List.of(), 1 + random.nextInt(9)));
  }

  private void redraw(LocalDate day, int round) {
    days.add(day.minusDays(1));
    days.add(day);
    var redrawing = org.redrawing(day);
    if (provinces.size() > 1 && random.nextBoolean()) {
      var merged = redrawing.create("P0", UnitLevel.PROVINCE, null);
      provinces.forEach(p -> redrawing.full(p, merged));
      provinces.clear();
      provinces.add(merged);
    }
    if (!districts.isEmpty() && random.nextInt(3) == 0) {
      redrawing.abolish(districts.toArray(UUID[]::new));
      districts.clear();
    }
    var parents = districts.isEmpty() ? provinces : districts;
    var shuffled = new ArrayList<>(communes);
    Collections.shuffle(shuffled, random);
    var touched = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
    var created = new ArrayList<UUID>();
    for (int c = 0; c < 1 + random.nextInt(4); c++) {
      created.add(redrawing.create("C" + c + "-" + round, UnitLevel.COMMUNE, any(parents)));
    }
    var assignable = new ArrayList<List<UUID>>();
    for (var commune : touched) {
      if (created.size() > 1 && random.nextInt(3) == 0) {
        Collections.shuffle(created, random);
        var parts = List.copyOf(created.subList(0, 2 + random.nextInt(created.size() - 1)));
        redrawing.split(commune, parts.toArray(UUID[]::new));
        assignable.add(parts);
        people.add(new People(commune, List.of(any(parts)), 1 + random.nextInt(9)));
      } else {
        redrawing.full(commune, any(created));
      }
    }
    communes.removeAll(touched);
    communes.addAll(created);
    redrawing.done();
    for (var parts : assignable) {
      branches.stream()
          .filter(_ -> random.nextInt(3) == 0)
          .forEach(b -> org.assign(b, redrawing.id, any(parts), day));
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

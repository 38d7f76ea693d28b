package vn.sen.local.demo.dataset.lending;

import java.util.Random;
import vn.sen.local.demo.dataset.UnitFact;
import vn.sen.local.demo.dataset.WomensNames;

/** Invents people who borrow; no two have the same identity number. */
final class Borrowers {

  /** Coprime to powers of ten, so that all serial numbers differ. */
  private static final long SERIAL_STEP = 387_611_953;

  private static final long SERIALS = 1_000_000_000;

  /** No province's cards begin with it. */
  private static final String NOBODYS_CARDS = "000";

  private final long seed;
  private final Random random;
  private int next;

  Borrowers(long seed, Random random) {
    this.seed = seed;
    this.random = random;
  }

  Borrower next(UnitFact commune) {
    var district = commune.parent();
    if (district == null) {
      throw new IllegalArgumentException(commune.name() + " has no district");
    }
    var number = ++next;
    var serial = Math.floorMod(seed + SERIAL_STEP * number, SERIALS);
    var ethnicity = WomensNames.ethnicity(district.code(), random);
    return new Borrower(
        number, NOBODYS_CARDS + "%09d".formatted(serial), WomensNames.fullName(ethnicity, random));
  }
}

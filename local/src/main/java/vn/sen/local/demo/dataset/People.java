package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The people by number. Only where and when each was entered is kept; her particulars are drawn
 * anew, and the same, each time they are asked for, so that a whole province needs a few megabytes.
 */
public final class People implements Iterable<Person> {

  private static final int ADULT = 18;
  private static final int OLDEST_ENTRANT = 54;

  /** Coprime to powers of ten, so that all serial numbers of a data set differ. */
  private static final long SERIAL_STEP = 7_611_953;

  private static final String PROVINCE_OF_CARDS = "054";
  private static final String OLD_CARDS = "22";
  private static final List<String> MOBILE =
      List.of("032", "035", "038", "070", "077", "079", "083", "090", "091", "093", "096", "098");

  private final long seed;
  private final List<Branch> branches;
  private final int[] branchOf;
  private final int[] joinedOn;
  private final Registration[] kinds;

  /**
   * @param branchOf index of the branch each person is entered at
   * @param joinedOn epoch day on which she joined
   */
  People(long seed, List<Branch> branches, int[] branchOf, int[] joinedOn, Registration[] kinds) {
    this.seed = seed;
    this.branches = branches;
    this.branchOf = branchOf;
    this.joinedOn = joinedOn;
    this.kinds = kinds;
  }

  public int size() {
    return branchOf.length;
  }

  /** The reference of the person of that number. */
  public String ref(int number) {
    return "P" + padded(number, 6);
  }

  /** The branch she is entered at. */
  public Branch branch(int number) {
    return branches.get(branchOf[number]);
  }

  public LocalDate joinedOn(int number) {
    return LocalDate.ofEpochDay(joinedOn[number]);
  }

  public Registration kind(int number) {
    return kinds[number];
  }

  /** All particulars of the person of that number. */
  public Person person(int number) {
    var random = new Random(mixed(seed, number));
    var branch = branch(number);
    var joined = joinedOn(number);
    var youth = Math.min(random.nextDouble(), random.nextDouble());
    var age = ADULT + (int) (youth * (OLDEST_ENTRANT - ADULT));
    var birthDate = joined.minusYears(age).minusDays(1 + random.nextInt(364));
    var ethnicity = WomensNames.ethnicity(branch.district().code(), random);
    return new Person(
        ref(number),
        branch,
        WomensNames.fullName(ethnicity, random),
        random.nextInt(20) == 0 ? null : birthDate,
        birthDate.getYear(),
        identityNumber(number, birthDate.getYear(), random),
        random.nextInt(10) < 6 ? phone(random) : null,
        ethnicity,
        religion(random),
        joined,
        kinds[number]);
  }

  @Override
  public Iterator<Person> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Person next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return person(next++);
      }
    };
  }

  /** Neighbouring numbers must not draw alike, as they would from neighbouring seeds of Random. */
  private static long mixed(long seed, int number) {
    var bits = seed + 0x9E3779B97F4A7C15L * (number + 1L);
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  private @Nullable String identityNumber(int number, int birthYear, Random random) {
    var point = random.nextInt(100);
    var serial = Math.floorMod(seed + SERIAL_STEP * number, 10_000_000L);
    if (point < 70) {
      var centuryAndSex = birthYear < 2000 ? 1 : 3;
      return PROVINCE_OF_CARDS
          + centuryAndSex
          + padded(birthYear % 100, 2)
          + padded(serial % 1_000_000, 6);
    }
    return point < 82 && birthYear < 2000 ? OLD_CARDS + padded(serial, 7) : null;
  }

  private static String phone(Random random) {
    return MOBILE.get(random.nextInt(MOBILE.size())) + padded(random.nextInt(10_000_000), 7);
  }

  private static String padded(long number, int digits) {
    var text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }

  private static @Nullable String religion(Random random) {
    var point = random.nextInt(100);
    if (point < 8) {
      return "Phật giáo";
    }
    return point < 12 ? "Công giáo" : null;
  }
}

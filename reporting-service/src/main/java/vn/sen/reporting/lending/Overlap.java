package vn.sen.reporting.lending;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sen.reporting.reading.NumberSet;

/** Counts households by the set of banks at which they borrow. */
final class Overlap {

  private record Wider(int set, int bank) {}

  private final List<BitSet> sets = new ArrayList<>(List.of(new BitSet()));
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final Map<Wider, Integer> wider = new HashMap<>();
  private final int[] setOf;

  /**
   * @param households how many there are
   */
  Overlap(int households) {
    this.setOf = new int[households];
  }

  void add(int bank, NumberSet borrowers) {
    borrowers.forEach(h -> setOf[h] = wider.computeIfAbsent(new Wider(setOf[h], bank), this::find));
  }

  private int find(Wider step) {
    var banks = (BitSet) sets.get(step.set()).clone();
    banks.set(step.bank());
    return numbers.computeIfAbsent(
        banks,
        b -> {
          sets.add(b);
          return sets.size() - 1;
        });
  }

  /** Households by sets of two banks or more. */
  Map<BitSet, Long> several() {
    var counts = new long[sets.size()];
    for (int set : setOf) {
      counts[set]++;
    }
    var several = new HashMap<BitSet, Long>();
    for (int i = 0; i < counts.length; i++) {
      if (sets.get(i).cardinality() > 1 && counts[i] > 0) {
        several.put(sets.get(i), counts[i]);
      }
    }
    return several;
  }
}

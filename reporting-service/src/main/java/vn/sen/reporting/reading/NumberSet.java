package vn.sen.reporting.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Counts people or households once, however often they are added by their numbers: few as a list,
 * many as bits.
 */
public final class NumberSet {

  private static final int LIST = 1_024;

  private int[] list = new int[8];
  private int listed;
  private BitSet bits = new BitSet(0);

  public void add(int number) {
    if (listed == LIST) {
      spill();
    }
    if (listed < 0) {
      bits.set(number);
      return;
    }
    if (listed == list.length) {
      list = Arrays.copyOf(list, listed * 2);
    }
    list[listed++] = number;
  }

  /** From now on there are only bits. */
  private void spill() {
    for (int i = 0; i < listed; i++) {
      bits.set(list[i]);
    }
    listed = -1;
    list = new int[0];
  }

  public int count() {
    return bits().cardinality();
  }

  /** Tells of each number once. */
  public void forEach(IntConsumer action) {
    bits().stream().forEach(action);
  }

  private BitSet bits() {
    if (listed < 0) {
      return bits;
    }
    var all = new BitSet();
    for (int i = 0; i < listed; i++) {
      all.set(list[i]);
    }
    return all;
  }
}

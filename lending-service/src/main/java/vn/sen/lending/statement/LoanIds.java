package vn.sen.lending.statement;

import java.util.UUID;

/**
 * Many ids, each with a number, in 20 bytes a place: a statement's loans fit into memory where
 * their texts would not. Ids are digests, so their bits are spread already.
 */
final class LoanIds {

  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  private int[] numbers = new int[FIRST_CAPACITY];
  private int size;

  /**
   * Adds an id unless it is there.
   *
   * @param number positive
   * @return the number it had before, 0 where it is new
   */
  int putIfAbsent(UUID id, int number) {
    if (number <= 0) {
      throw new IllegalArgumentException("0 stands for nothing");
    }
    if (size >= numbers.length / 4 * 3) {
      grow();
    }
    int place = place(id);
    if (numbers[place] == 0) {
      set(place, id, number);
      size++;
      return 0;
    }
    return numbers[place];
  }

  /** The number of an id, 0 where it is not there. */
  int get(UUID id) {
    return numbers[place(id)];
  }

  int size() {
    return size;
  }

  private int place(UUID id) {
    int mask = numbers.length - 1;
    int place = (int) id.getLeastSignificantBits() & mask;
    while (numbers[place] != 0 && !isAt(place, id)) {
      place = place + 1 & mask;
    }
    return place;
  }

  private boolean isAt(int place, UUID id) {
    return high[place] == id.getMostSignificantBits() && low[place] == id.getLeastSignificantBits();
  }

  private void set(int place, UUID id, int number) {
    high[place] = id.getMostSignificantBits();
    low[place] = id.getLeastSignificantBits();
    numbers[place] = number;
  }

  private void grow() {
    var oldHigh = high;
    var oldLow = low;
    var oldNumbers = numbers;
    high = new long[oldHigh.length * 2];
    low = new long[oldLow.length * 2];
    numbers = new int[oldNumbers.length * 2];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != 0) {
        var id = new UUID(oldHigh[i], oldLow[i]);
        set(place(id), id, oldNumbers[i]);
      }
    }
  }
}

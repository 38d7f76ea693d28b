package vn.sen.chassis.view;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The last sequences of some hundred aggregates, in a table of plain longs: an event must cost no
 * object, and a bucket is written whole.
 */
final class SequenceBucket {

  private static final int ENTRY = 3;
  private static final int BYTES = ENTRY * Long.BYTES;

  private long[] table = new long[8 * ENTRY];
  private int size;

  /**
   * The next offset of the checkpoint that wrote the store's document; its next write must find it.
   */
  long durableWatermark = Row.NEW;

  boolean dirty;

  /** The last sequence counted, 0 for an aggregate never seen. */
  long get(long high, long low) {
    int slot = slot(table, high, low);
    return table[slot + 2];
  }

  long get(UUID aggregate) {
    return get(aggregate.getMostSignificantBits(), aggregate.getLeastSignificantBits());
  }

  void put(long high, long low, long sequence) {
    if (sequence < 1) {
      throw new IllegalArgumentException("Not a sequence: " + sequence);
    }
    int slot = slot(table, high, low);
    if (table[slot + 2] == 0) {
      table[slot] = high;
      table[slot + 1] = low;
      size++;
    }
    table[slot + 2] = sequence;
    if (size * ENTRY * 3 > table.length * 2) {
      grow();
    }
  }

  int size() {
    return size;
  }

  /** High and low half of the id and the sequence, of every aggregate one after the other. */
  byte[] pack() {
    var buffer = ByteBuffer.allocate(size * BYTES);
    for (int i = 0; i < table.length; i += ENTRY) {
      if (table[i + 2] != 0) {
        buffer.putLong(table[i]).putLong(table[i + 1]).putLong(table[i + 2]);
      }
    }
    return buffer.array();
  }

  static SequenceBucket unpack(byte[] packed, long watermark) {
    var bucket = new SequenceBucket();
    var buffer = ByteBuffer.wrap(packed);
    while (buffer.hasRemaining()) {
      bucket.put(buffer.getLong(), buffer.getLong(), buffer.getLong());
    }
    bucket.durableWatermark = watermark;
    return bucket;
  }

  private void grow() {
    var old = table;
    table = new long[old.length * 2];
    for (int i = 0; i < old.length; i += ENTRY) {
      if (old[i + 2] != 0) {
        int slot = slot(table, old[i], old[i + 1]);
        System.arraycopy(old, i, table, slot, ENTRY);
      }
    }
  }

  private static int slot(long[] table, long high, long low) {
    int slots = table.length / ENTRY;
    int i = (int) (Sequences.mix(high, low) >>> 32) & (slots - 1);
    while (table[i * ENTRY + 2] != 0 && (table[i * ENTRY] != high || table[i * ENTRY + 1] != low)) {
      i = (i + 1) & (slots - 1);
    }
    return i * ENTRY;
  }
}

package vn.sen.embedded;

import java.util.Arrays;

/** Gathers the bytes of a key; encoding keys is the innermost loop of every write. */
final class KeyWriter {
  private static final int TYPICAL_SIZE = 48;

  private byte[] bytes = new byte[TYPICAL_SIZE];
  private int size;

  KeyWriter writeByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  KeyWriter writeShort(int value) {
    return writeByte(value >>> Byte.SIZE).writeByte(value);
  }

  KeyWriter writeInt(int value) {
    return writeShort(value >>> Short.SIZE).writeShort(value);
  }

  KeyWriter writeLong(long value) {
    return writeInt((int) (value >>> Integer.SIZE)).writeInt((int) value);
  }

  KeyWriter writeBytes(byte[] source) {
    room(source.length);
    System.arraycopy(source, 0, bytes, size, source.length);
    size += source.length;
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}

package vn.sen.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Where a document lies: its {@code _id} as ordered bytes, see {@link KeyCodec}. */
final class Key implements Comparable<Key> {
  static final BasicDataType<Key> TYPE = new Type();

  private final byte[] bytes;

  Key(byte[] bytes) {
    this.bytes = bytes;
  }

  static Key of(@Nullable Object id) {
    return new Key(KeyCodec.encode(id));
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Key[" + bytes.length + " bytes]";
  }

  private static final class Type extends BasicDataType<Key> {
    private static final int OBJECT_HEADERS = 32;

    @Override
    public int compare(Key one, Key two) {
      return one.compareTo(two);
    }

    @Override
    public int getMemory(Key key) {
      return OBJECT_HEADERS + key.bytes.length;
    }

    @Override
    public void write(WriteBuffer out, Key key) {
      out.putVarInt(key.bytes.length).put(key.bytes);
    }

    @Override
    public Key read(ByteBuffer in) {
      byte[] bytes = new byte[DataUtils.readVarInt(in)];
      in.get(bytes);
      return new Key(bytes);
    }

    @Override
    public Key[] createStorage(int size) {
      return new Key[size];
    }
  }
}

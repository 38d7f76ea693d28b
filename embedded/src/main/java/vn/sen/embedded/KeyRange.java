package vn.sen.embedded;

import java.util.Arrays;

/**
 * An interval of encoded keys.
 *
 * @param from the first key in it
 * @param to the first key behind it
 */
record KeyRange(byte[] from, byte[] to) {
  /** All keys: no encoded value begins with the byte at its end. */
  static final KeyRange EVERYTHING = new KeyRange(new byte[] {}, new byte[] {(byte) 0xFF});

  /** Everything that begins with the given bytes. */
  static KeyRange startingWith(byte[] prefix) {
    return new KeyRange(prefix, KeyCodec.after(prefix));
  }

  /** The same interval behind a common beginning. */
  KeyRange behind(byte[] prefix) {
    return new KeyRange(KeyCodec.concat(prefix, from), KeyCodec.concat(prefix, to));
  }

  boolean startsAfter(Key key) {
    return Arrays.compareUnsigned(key.bytes(), from) < 0;
  }

  boolean endsBefore(Key key) {
    return Arrays.compareUnsigned(key.bytes(), to) >= 0;
  }
}

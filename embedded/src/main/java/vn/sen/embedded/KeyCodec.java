package vn.sen.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into bytes whose unsigned order is MongoDB's order of the values. Values that
 * MongoDB holds for equal (1 and 1.0, null and missing) become the same bytes. An encoded value
 * says itself where it ends, so that several of them can follow each other in the key of a compound
 * index.
 */
final class KeyCodec {
  /** What an index stores for an array without elements; never written by a client. */
  static final Object EMPTY_ARRAY = new Object();

  private static final int MIN_KEY = 0x01;
  private static final int EMPTY = 0x04;
  private static final int NULL = 0x05;
  private static final int NUMBER = 0x10;
  private static final int STRING = 0x20;
  private static final int DOCUMENT = 0x30;
  private static final int ARRAY = 0x38;
  private static final int BINARY = 0x40;
  private static final int LEGACY_UUID_VALUE = 0x41;
  private static final int UUID_VALUE = 0x42;
  private static final int OBJECT_ID = 0x50;
  private static final int BOOLEAN = 0x60;
  private static final int DATE = 0x70;
  private static final int TIMESTAMP = 0x78;
  private static final int OTHER = 0x80;
  private static final int MAX_KEY = 0xF0;

  private static final int END = 0x00;
  private static final int ESCAPED_ZERO = 0xFF;

  private KeyCodec() {}

  static byte[] encode(@Nullable Object value) {
    KeyWriter out = new KeyWriter();
    append(out, value);
    return out.toBytes();
  }

  /** The bytes of a text without their end: what all texts that begin with it begin with. */
  static byte[] encodePrefix(String text) {
    byte[] ended = encode(text);
    return Arrays.copyOf(ended, ended.length - 2);
  }

  /** The first bytes that come after everything that begins with the given ones. */
  static byte[] after(byte[] prefix) {
    byte[] next = prefix.clone();
    for (int i = next.length - 1; i >= 0; i--) {
      if (next[i] != (byte) 0xFF) {
        next[i]++;
        return Arrays.copyOf(next, i + 1);
      }
    }
    throw new IllegalArgumentException("Nothing comes after these bytes");
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void append(KeyWriter out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeByte(NULL);
      case Missing _ -> out.writeByte(NULL);
      case Number number -> appendNumber(out, number);
      case String text -> appendBytes(out.writeByte(STRING), utf8(text));
      case UUID id -> appendUuid(out.writeByte(UUID_VALUE), id);
      case LegacyUUID id -> appendUuid(out.writeByte(LEGACY_UUID_VALUE), id.getUuid());
      case ObjectId id -> out.writeByte(OBJECT_ID).writeBytes(id.toByteArray());
      case Boolean flag -> out.writeByte(BOOLEAN).writeByte(flag ? 1 : 0);
      case Instant instant -> appendLong(out.writeByte(DATE), instant.toEpochMilli());
      case BsonTimestamp stamp -> out.writeByte(TIMESTAMP).writeLong(stamp.getValue());
      case BinData data ->
          out.writeByte(BINARY).writeInt(data.getData().length).writeBytes(data.getData());
      case Map<?, ?> document -> appendDocument(out.writeByte(DOCUMENT), document);
      case Collection<?> array -> {
        out.writeByte(ARRAY);
        array.forEach(element -> append(out, element));
        out.writeByte(END);
      }
      case MinKey _ -> out.writeByte(MIN_KEY);
      case MaxKey _ -> out.writeByte(MAX_KEY);
      default -> {
        if (value == EMPTY_ARRAY) {
          out.writeByte(EMPTY);
        } else {
          appendBytes(out.writeByte(OTHER), utf8(value.toString()));
        }
      }
    }
  }

  private static void appendNumber(KeyWriter out, Number number) {
    double rounded = number.doubleValue() == 0 ? 0 : number.doubleValue();
    long bits = Double.doubleToLongBits(rounded);
    appendLong(out.writeByte(NUMBER), bits < 0 ? bits ^ Long.MAX_VALUE : bits);
    // What a long holds beyond the 53 bits of a double, at most 1024 either way.
    long rest = number instanceof Long exact ? exact - (long) rounded : 0;
    out.writeShort((int) rest + 0x4000);
  }

  private static void appendLong(KeyWriter out, long value) {
    out.writeLong(value ^ Long.MIN_VALUE);
  }

  private static void appendUuid(KeyWriter out, UUID id) {
    out.writeLong(id.getMostSignificantBits()).writeLong(id.getLeastSignificantBits());
  }

  private static void appendDocument(KeyWriter out, Map<?, ?> document) {
    document.forEach(
        (name, value) -> {
          appendBytes(out.writeByte(STRING), utf8(String.valueOf(name)));
          append(out, value);
        });
    out.writeByte(END);
  }

  private static void appendBytes(KeyWriter out, byte[] bytes) {
    if (hasZero(bytes)) {
      for (byte b : bytes) {
        out.writeByte(b);
        if (b == 0) {
          out.writeByte(ESCAPED_ZERO);
        }
      }
    } else {
      out.writeBytes(bytes);
    }
    out.writeByte(END).writeByte(END);
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package vn.sen.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** One change, as it stands in the journal: length, checksum, kind, map, key, document. */
sealed interface JournalRecord {
  /** The collection it concerns. */
  String map();

  record Put(String map, Key key, byte[] document) implements JournalRecord {}

  record Remove(String map, Key key) implements JournalRecord {}

  record Drop(String map) implements JournalRecord {}

  int HEADER = 8;
  int LARGEST = 20 << 20;

  default void writeTo(ByteBuf out) {
    int start = out.writerIndex();
    out.writeZero(HEADER);
    switch (this) {
      case Put put -> {
        out.writeByte('P');
        writeBytes(out, utf8(put.map));
        writeBytes(out, put.key.bytes());
        out.writeBytes(put.document);
      }
      case Remove remove -> {
        out.writeByte('R');
        writeBytes(out, utf8(remove.map));
        writeBytes(out, remove.key.bytes());
      }
      case Drop drop -> {
        out.writeByte('D');
        writeBytes(out, utf8(drop.map));
      }
    }
    int length = out.writerIndex() - start - HEADER;
    out.setInt(start, length);
    out.setInt(start + 4, checksum(out.array(), out.arrayOffset() + start + HEADER, length));
  }

  /** The next change, or null where the file ends or holds no whole one. */
  static @Nullable JournalRecord read(DataInputStream in) throws IOException {
    byte[] payload;
    try {
      int length = in.readInt();
      int checksum = in.readInt();
      if (length <= 0 || length > LARGEST) {
        return null;
      }
      payload = in.readNBytes(length);
      if (payload.length < length || checksum(payload, 0, length) != checksum) {
        return null;
      }
    } catch (EOFException e) {
      return null;
    }
    ByteBuf content = Unpooled.wrappedBuffer(payload);
    byte kind = content.readByte();
    String map = new String(readBytes(content), StandardCharsets.UTF_8);
    return switch (kind) {
      case 'P' -> {
        Key key = new Key(readBytes(content));
        byte[] document = new byte[content.readableBytes()];
        content.readBytes(document);
        yield new Put(map, key, document);
      }
      case 'R' -> new Remove(map, new Key(readBytes(content)));
      case 'D' -> new Drop(map);
      default -> throw new IOException("Unknown kind of change in the journal: " + kind);
    };
  }

  /** Bytes this takes in the file. */
  default int size() {
    ByteBuf out = Unpooled.buffer();
    writeTo(out);
    return out.readableBytes();
  }

  private static void writeBytes(ByteBuf out, byte[] bytes) {
    out.writeInt(bytes.length).writeBytes(bytes);
  }

  private static byte[] readBytes(ByteBuf in) {
    byte[] bytes = new byte[in.readInt()];
    in.readBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}

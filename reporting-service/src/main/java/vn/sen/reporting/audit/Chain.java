package vn.sen.reporting.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain of one partition: each record's hash is made of all its bytes, its place and the hash
 * before it. Who changes, removes, inserts or moves a record changes every hash behind it.
 */
public final class Chain {

  /** What the first record of a partition is chained to. */
  public static final String BEGIN = "0".repeat(64);

  private static final int ABSENT = -1;

  private Chain() {}

  /** The hash of a record, hexadecimal, behind the one given. */
  public static String hash(String previous, LogPartition partition, LogRecord record) {
    var digest = sha256();
    digest.update(HexFormat.of().parseHex(previous));
    add(digest, partition.topicId().getBytes(StandardCharsets.UTF_8));
    digest.update(
        ByteBuffer.allocate(Integer.BYTES + 2 * Long.BYTES)
            .putInt(partition.number())
            .putLong(record.offset())
            .putLong(record.appendedAt())
            .array());
    add(digest, record.key());
    digest.update(length(record.headers().size()));
    for (var header : record.headers()) {
      add(digest, header.name().getBytes(StandardCharsets.UTF_8));
      add(digest, header.value());
    }
    add(digest, record.value());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two records have the same bytes. */
  private static void add(MessageDigest digest, byte @Nullable [] bytes) {
    digest.update(length(bytes == null ? ABSENT : bytes.length));
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static byte[] length(int length) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

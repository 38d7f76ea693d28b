package vn.sen.reporting.audit.store;

import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Block;
import vn.sen.reporting.audit.Entry;
import vn.sen.reporting.audit.Kind;
import vn.sen.reporting.audit.LogPartition;

/** How a block looks as a document. */
final class BlockDocuments {

  static final String PARTITION = "p";
  static final String NEXT = "next";
  static final String ENTRIES = "entries";
  static final String OLDEST = "oldest";
  static final String NEWEST = "newest";
  static final String ABOUT = "about";
  static final String ACTORS = "actors";
  static final String KINDS = "kinds";

  private BlockDocuments() {}

  static Document write(Block block) {
    var partition = block.partition();
    return new Document("_id", partition.id() + "/" + block.first())
        .append(PARTITION, partition.id())
        .append("topic", partition.topic())
        .append("topicId", partition.topicId())
        .append("number", partition.number())
        .append("first", block.first())
        .append(NEXT, block.next())
        .append("previous", binary(block.previous()))
        .append("hash", binary(block.hash()))
        .append(OLDEST, Date.from(block.oldest()))
        .append(NEWEST, Date.from(block.newest()))
        .append(ABOUT, List.copyOf(block.about()))
        .append(ACTORS, List.copyOf(block.actors()))
        .append(KINDS, block.kinds().stream().map(Kind::name).toList())
        .append(ENTRIES, block.entries().stream().map(BlockDocuments::write).toList());
  }

  private static Document write(Entry entry) {
    var document =
        new Document("o", entry.offset())
            .append("h", binary(entry.hash()))
            .append("id", entry.id())
            .append("at", Date.from(entry.at()))
            .append("kind", entry.kind().name())
            .append("what", entry.what());
    appendKnown(document, "by", entry.actor());
    appendKnown(document, "client", entry.client());
    document.append("about", entry.about());
    var refusal = entry.refusal();
    if (refusal != null) {
      document.append(
          "refusal",
          new Document("status", refusal.status())
              .append("reason", refusal.reason())
              .append("times", refusal.times())
              .append("since", Date.from(refusal.since())));
    }
    return document;
  }

  private static void appendKnown(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.append(field, value);
    }
  }

  /** Where the chain stands behind a block. */
  static ChainHead head(Document document) {
    var of = partition(document);
    return new ChainHead(
        of.topic(), of.topicId(), of.number(), document.getLong(NEXT), hex(document, "hash"));
  }

  private static LogPartition partition(Document document) {
    return new LogPartition(
        document.getString("topic"), document.getString("topicId"), document.getInteger("number"));
  }

  /** Reads what may have been tampered with: empty where it cannot be a block. */
  static Optional<Block> readable(Document document) {
    try {
      var block = read(document);
      return block.entries().isEmpty() ? Optional.empty() : Optional.of(block);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Block read(Document document) {
    return new Block(
        partition(document),
        document.getLong("first"),
        hex(document, "previous"),
        document.getList(ENTRIES, Document.class).stream().map(BlockDocuments::entry).toList());
  }

  private static Entry entry(Document document) {
    return new Entry(
        document.getLong("o"),
        hex(document, "h"),
        document.getString("id"),
        instant(document, "at"),
        Kind.valueOf(document.getString("kind")),
        document.getString("what"),
        document.getString("by"),
        document.getString("client"),
        document.getList("about", UUID.class),
        refusal(document.get("refusal", Document.class)));
  }

  private static Entry.@Nullable Refusal refusal(@Nullable Document document) {
    return document == null
        ? null
        : new Entry.Refusal(
            document.getInteger("status"),
            document.getString("reason"),
            document.getInteger("times"),
            instant(document, "since"));
  }

  private static String hex(Document document, String field) {
    return HexFormat.of().formatHex(document.get(field, Binary.class).getData());
  }

  private static Binary binary(String hex) {
    return new Binary(HexFormat.of().parseHex(hex));
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}

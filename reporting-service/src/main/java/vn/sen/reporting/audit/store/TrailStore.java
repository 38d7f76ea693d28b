package vn.sen.reporting.audit.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Block;
import vn.sen.reporting.audit.Chain;
import vn.sen.reporting.audit.LogPartition;
import vn.sen.reporting.audit.Place;
import vn.sen.reporting.audit.Question;

/**
 * Keeps the blocks of the trail. A block's id is where it begins, and it begins where the one
 * before it ended: of two instances that add to the same chain one finds the place taken, so a
 * chain never forks, and the last block alone says how far the log has been read.
 */
public final class TrailStore {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> blocks;

  /**
   * @param database acknowledges what is on a majority's journal
   */
  public TrailStore(MongoDatabase database) {
    this.blocks = database.getCollection("audit_blocks");
  }

  /** Creates what searches are fast with; called again it does nothing. */
  void prepare() {
    blocks.createIndex(Indexes.ascending(BlockDocuments.PARTITION, BlockDocuments.NEXT));
    blocks.createIndex(Indexes.ascending(BlockDocuments.ABOUT));
    blocks.createIndex(Indexes.ascending(BlockDocuments.ACTORS));
    blocks.createIndex(Indexes.ascending(BlockDocuments.NEWEST));
  }

  /** Where a partition's chain ends; at its beginning where there is none yet. */
  ChainHead head(LogPartition partition) {
    return last(partition.id())
        .orElseGet(
            () ->
                new ChainHead(
                    partition.topic(), partition.topicId(), partition.number(), 0, Chain.BEGIN));
  }

  private Optional<ChainHead> last(String partition) {
    return Optional.ofNullable(
            blocks
                .find(Filters.eq(BlockDocuments.PARTITION, partition))
                .sort(Sorts.descending(BlockDocuments.NEXT))
                .projection(Projections.exclude(BlockDocuments.ENTRIES))
                .first())
        .map(BlockDocuments::head);
  }

  /**
   * Adds a block to its chain.
   *
   * @throws BlockTaken if there is one already
   */
  void add(Block block) {
    try {
      blocks.insertOne(BlockDocuments.write(block));
    } catch (MongoException e) {
      if (e.getCode() == DUPLICATE_KEY) {
        throw new BlockTaken(block.partition().id() + "/" + block.first(), e);
      }
      throw e;
    }
  }

  /** Where each chain ends. */
  List<ChainHead> heads() {
    var partitions =
        blocks.distinct(BlockDocuments.PARTITION, String.class).into(new ArrayList<>());
    return partitions.stream().flatMap(partition -> last(partition).stream()).toList();
  }

  /** All blocks of a partition as they stand in the store, in their order. */
  MongoCursor<Document> chain(String partition) {
    return blocks
        .find(Filters.eq(BlockDocuments.PARTITION, partition))
        .sort(Sorts.ascending(BlockDocuments.NEXT))
        .cursor();
  }

  /**
   * Blocks that may answer a question, those with the newest entries first. To be closed.
   *
   * @param after entries from this place on are of no interest; null for all
   */
  public MongoCursor<Block> newestFirst(Question question, @Nullable Place after) {
    var filters = new ArrayList<Bson>();
    addEqual(filters, BlockDocuments.ABOUT, question.about());
    addEqual(filters, BlockDocuments.ACTORS, question.actor());
    addEqual(
        filters, BlockDocuments.KINDS, question.kind() == null ? null : question.kind().name());
    if (question.from() != null) {
      filters.add(Filters.gte(BlockDocuments.NEWEST, Date.from(question.from())));
    }
    if (question.until() != null) {
      filters.add(Filters.lt(BlockDocuments.OLDEST, Date.from(question.until())));
    }
    if (after != null) {
      filters.add(Filters.lte(BlockDocuments.OLDEST, Date.from(after.at())));
    }
    return blocks
        .find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
        .sort(Sorts.descending(BlockDocuments.NEWEST))
        .map(BlockDocuments::read)
        .cursor();
  }

  private static void addEqual(List<Bson> filters, String field, @Nullable Object value) {
    if (value != null) {
      filters.add(Filters.eq(field, Objects.requireNonNull(value)));
    }
  }
}

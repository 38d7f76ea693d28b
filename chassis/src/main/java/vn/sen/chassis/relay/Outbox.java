package vn.sen.chassis.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.sen.events.Topic;

/** The outboxes of one kind of aggregate, and the lanes of those that have something to publish. */
public final class Outbox {

  /** A sweep takes up so many documents at once; the next one continues. */
  private static final int SWEEP_LIMIT = 5_000;

  private final Relay relay;
  private final Topic topic;
  private final MongoCollection<Document> collection;
  private final Bson ofKind;
  private final Function<Document, List<PendingEvent>> pending;
  private final boolean envelopes;
  private final ConcurrentHashMap<UUID, Lane> lanes = new ConcurrentHashMap<>();

  Outbox(
      Relay relay,
      Topic topic,
      MongoCollection<Document> collection,
      Bson ofKind,
      Function<Document, List<PendingEvent>> pending,
      boolean envelopes) {
    this.relay = relay;
    this.topic = topic;
    this.collection = collection;
    this.ofKind = ofKind;
    this.pending = pending;
    this.envelopes = envelopes;
  }

  Topic topic() {
    return topic;
  }

  Collection<Lane> lanes() {
    return lanes.values();
  }

  /**
   * Hands over what an aggregate's outbox holds, the oldest first, right after it was written. If
   * another instance holds the aggregate's bucket, that one's sweep finds it.
   */
  public void offer(UUID aggregate, List<PendingEvent> events) {
    if (!relay.holds(PendingEvent.bucketOf(aggregate))) {
      return;
    }
    lanes.compute(
        aggregate,
        (id, present) -> {
          var lane = present == null ? new Lane(this, id) : present;
          relay.enqueued(lane, lane.add(events));
          return lane;
        });
  }

  /**
   * Refuses a command while too many events wait.
   *
   * @throws OutboxFull if so
   */
  public void requireRoom() {
    relay.requireRoom();
  }

  /**
   * Holds a bulk writer back while many events wait.
   *
   * @throws OutboxFull if the backlog does not shrink for minutes
   */
  public void awaitRoom() {
    relay.awaitRoom();
  }

  /**
   * Takes up what the documents of these buckets hold: after a crash, or written by another
   * instance.
   */
  void sweep(Collection<Integer> buckets) {
    var inBuckets = Filters.in(PendingEvent.OUTBOX + "." + PendingEvent.BUCKET, buckets);
    var found =
        collection
            .find(Filters.and(inBuckets, ofKind))
            .projection(Projections.include(PendingEvent.OUTBOX))
            .limit(SWEEP_LIMIT);
    try (var cursor = found.cursor()) {
      cursor.forEachRemaining(d -> offer(d.get("_id", UUID.class), pending.apply(d)));
    }
  }

  /** Removes published events from their documents, envelopes with them. */
  void pull(List<Puller.Published> published) {
    var pulls = published.stream().map(this::removal).toList();
    collection.bulkWrite(pulls, Relay.UNORDERED);
    for (var p : published) {
      p.lane().pulled();
      forgetIfIdle(p.lane());
    }
  }

  private WriteModel<Document> removal(Puller.Published published) {
    var document = Filters.eq("_id", published.lane().aggregate());
    return envelopes
        ? new DeleteOneModel<>(document)
        : new UpdateOneModel<>(
            document,
            new Document(
                "$pull",
                new Document(
                    PendingEvent.OUTBOX, new Document(PendingEvent.ID, published.eventId()))));
  }

  /** Lets go of a lane that has nothing left to do. */
  void forgetIfIdle(Lane lane) {
    lanes.computeIfPresent(lane.aggregate(), (id, present) -> present.isIdle() ? null : present);
  }
}

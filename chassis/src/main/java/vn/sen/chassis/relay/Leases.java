package vn.sen.chassis.relay;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Shares the buckets among the instances of a service. Instances and leases carry counters; one
 * whose counter stood still for the lease time on the observer's own monotonic clock is gone. No
 * two clocks are ever compared.
 */
final class Leases {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> leases;
  private final MongoCollection<Document> instances;
  private final String me;
  private final long leaseNanos;
  private final LongSupplier nanoTime;

  /** Replaced as a whole: whoever looks during a renewal finds what is held throughout. */
  private volatile Set<Integer> held = Set.of();

  private final Map<Object, Sighting> sightings = new HashMap<>();
  private volatile long renewedAt;
  private volatile int others;

  Leases(MongoDatabase database, String me, Duration lease, LongSupplier nanoTime) {
    this.leases = database.getCollection("relay_leases");
    this.instances = database.getCollection("relay_instances");
    this.me = me;
    this.leaseNanos = lease.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Whether this instance may publish the bucket's events now. A process that was stopped for long
   * may not.
   */
  boolean holds(int bucket) {
    return held.contains(bucket) && nanoTime.getAsLong() - renewedAt < leaseNanos / 5 * 4;
  }

  /** The buckets held now. */
  List<Integer> held() {
    return held.stream().filter(this::holds).toList();
  }

  /** Whether other instances are alive, so that their writes must be looked for. */
  boolean hasOthers() {
    return others > 0;
  }

  /** What changed hands at a renewal. */
  record Changes(List<Integer> acquired, List<Integer> lost) {}

  /**
   * Shows that this instance lives, renews what it holds and takes or gives up leases for a fair
   * share.
   */
  Changes renew() {
    long now = nanoTime.getAsLong();
    instances.updateOne(
        Filters.eq("_id", me), Updates.inc("counter", 1L), new UpdateOptions().upsert(true));
    leases.updateMany(Filters.eq("owner", me), Updates.inc("counter", 1L));
    others = countOthers(now);
    var all = allLeases();
    var mine = new ArrayList<Integer>();
    for (var lease : all) {
      if (me.equals(lease.getString("owner"))) {
        mine.add(lease.getInteger("_id"));
      }
    }
    var before = held;
    int share = (PendingEvent.BUCKETS + others) / (others + 1);
    giveUp(mine, share);
    take(all, mine, share, now);
    held = Set.copyOf(mine);
    renewedAt = now;
    return new Changes(
        mine.stream().filter(b -> !before.contains(b)).toList(),
        before.stream().filter(b -> !mine.contains(b)).toList());
  }

  /** Leaves all leases to the others, on an orderly stop. */
  void release() {
    held = Set.of();
    leases.updateMany(Filters.eq("owner", me), Updates.unset("owner"));
    instances.deleteOne(Filters.eq("_id", me));
  }

  private int countOthers(long now) {
    int alive = 0;
    for (var instance : instances.find()) {
      var id = instance.getString("_id");
      if (id.equals(me)) {
        continue;
      }
      if (isAlive(id, instance.getLong("counter"), now)) {
        alive++;
      } else {
        instances.deleteOne(
            Filters.and(Filters.eq("_id", id), Filters.eq("counter", instance.getLong("counter"))));
      }
    }
    return alive;
  }

  private List<Document> allLeases() {
    var all = leases.find().into(new ArrayList<>());
    if (all.size() < PendingEvent.BUCKETS) {
      for (int bucket = 0; bucket < PendingEvent.BUCKETS; bucket++) {
        insertIfMissing(bucket);
      }
      all = leases.find().into(new ArrayList<>());
    }
    return all;
  }

  private void insertIfMissing(int bucket) {
    try {
      leases.insertOne(new Document("_id", bucket).append("counter", 0L));
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private void giveUp(List<Integer> mine, int share) {
    while (mine.size() > share) {
      int bucket = mine.removeLast();
      held = held.stream().filter(one -> one != bucket).collect(Collectors.toUnmodifiableSet());
      leases.updateOne(
          Filters.and(Filters.eq("_id", bucket), Filters.eq("owner", me)), Updates.unset("owner"));
    }
  }

  /**
   * Takes free leases up to the share, and those of an instance that is gone beyond it: an instance
   * that has just started would have to watch them for a whole lease time first. What is too much
   * is given up at the next renewal, free for others to take at once.
   */
  private void take(List<Document> all, List<Integer> mine, int share, long now) {
    for (var lease : all) {
      int bucket = lease.getInteger("_id");
      if (mine.contains(bucket)) {
        continue;
      }
      var owner = lease.getString("owner");
      long counter = lease.getLong("counter");
      boolean wanted = owner == null ? mine.size() < share : !isAlive(bucket, counter, now);
      if (wanted && seize(bucket, owner, counter)) {
        mine.add(bucket);
      }
    }
  }

  private boolean seize(int bucket, @Nullable String owner, long counter) {
    var seen =
        Filters.and(
            Filters.eq("_id", bucket), Filters.eq("owner", owner), Filters.eq("counter", counter));
    var taken = Updates.combine(Updates.set("owner", me), Updates.inc("counter", 1L));
    return leases.updateOne(seen, taken).getModifiedCount() == 1;
  }

  private boolean isAlive(Object key, long counter, long now) {
    var sighting = sightings.get(key);
    if (sighting == null || sighting.counter() != counter) {
      sightings.put(key, new Sighting(counter, now));
      return true;
    }
    return now - sighting.since() < leaseNanos;
  }

  /** A counter's value and when, on this process's monotonic clock, it was first seen. */
  private record Sighting(long counter, long since) {}
}

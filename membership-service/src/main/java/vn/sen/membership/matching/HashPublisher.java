package vn.sen.membership.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;
import vn.sen.events.restricted.IdentityHash;
import vn.sen.events.restricted.IdentityHash.Word;
import vn.sen.membership.member.Member;

/**
 * Says of each member something has happened to by what she can be recognised now, whatever it was
 * that happened and however often it is told. Whoever has changed while it was being said is said
 * of again: so the topic's last word about a member is never that of an older state, even if two
 * instances speak of her at a time.
 */
@Component
class HashPublisher {

  static final String GROUP = "membership.identity-hashes";

  private static final Logger LOG = LoggerFactory.getLogger(HashPublisher.class);

  /** What happens to members and changes nothing by which they are recognised. */
  private static final Set<String> OF_NO_CONCERN =
      Set.of(
          "membership.member.proposed.v1",
          "membership.member.rejected.v1",
          "membership.member.transferred.v1",
          "membership.member.type-changed.v1",
          "membership.member.assigned.v1");

  private static final long TURN_OVER_EVERY_HOURS = 6;

  private final AggregateStore<Member> members;
  private final MatchingKey key;
  private final Producer<byte[], byte[]> producer;
  private final TopicCheck topics;
  private volatile boolean topicThere;

  HashPublisher(
      AggregateStore<Member> members,
      MatchingKey key,
      Producer<byte[], byte[]> identityHashProducer,
      TopicCheck topics) {
    this.members = members;
    this.key = key;
    this.producer = identityHashProducer;
    this.topics = topics;
  }

  /** Takes events of members. */
  void take(List<ConsumerRecord<byte[], byte[]>> events) {
    var concerned = new HashSet<UUID>();
    for (var event : events) {
      try {
        var record = EventRecord.from(event);
        if (!OF_NO_CONCERN.contains(record.type())) {
          concerned.add(record.subject());
        }
      } catch (MalformedEventException e) {
        LOG.error("No member is known for {}@{}", event.topic(), event.offset(), e);
      }
    }
    ensureTopic();
    Collection<UUID> left = concerned;
    while (!left.isEmpty()) {
      var said = members.findAll(left);
      say(said);
      left = changedSince(said);
    }
  }

  private void say(Map<UUID, Stored<Member>> found) {
    var sent = new ArrayList<Future<RecordMetadata>>();
    found.forEach(
        (id, stored) -> {
          var said = word(stored.state());
          // of a new member without a number there is nothing to withdraw
          if (said != null || stored.version() > 1) {
            sent.add(producer.send(new Word(id, stored.version(), said).toProducerRecord()));
          }
        });
    sent.forEach(HashPublisher::await);
  }

  private @Nullable IdentityHash word(Member member) {
    return member
        .recognisable()
        .map(
            she ->
                new IdentityHash(
                    key.hash(she.identityNumber()), she.householdId(), she.from(), she.to()))
        .orElse(null);
  }

  private static void await(Future<RecordMetadata> acknowledged) {
    try {
      acknowledged.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka has not taken what members are recognised by", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while publishing", e);
    }
  }

  private Collection<UUID> changedSince(Map<UUID, Stored<Member>> said) {
    var changed = new ArrayList<UUID>();
    members
        .findAllWithoutSecrets(said.keySet())
        .forEach(
            (id, stored) -> {
              var before = said.get(id);
              if (before == null || before.version() != stored.version()) {
                changed.add(id);
              }
            });
    return changed;
  }

  /**
   * Writes a record of no member to each partition: only what stands in a closed segment is
   * cleaned, and a segment is closed when something is written behind it.
   */
  @Scheduled(fixedDelay = TURN_OVER_EVERY_HOURS, timeUnit = TimeUnit.HOURS)
  void turnOver() {
    ensureTopic();
    var nobody = new Word(new UUID(0, 0), 0, null);
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (int partition = 0; partition < IdentityHash.TOPIC.partitions(); partition++) {
      sent.add(producer.send(nobody.toProducerRecord(partition)));
    }
    sent.forEach(HashPublisher::await);
  }

  private void ensureTopic() {
    if (!topicThere) {
      topics.ensure(MatchingConfiguration.restrictedTopic());
      topicThere = true;
    }
  }
}

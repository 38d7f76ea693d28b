package vn.sen.reporting.audit.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.sen.events.Topic;
import vn.sen.events.audit.AuditEvent.HeadsStated;
import vn.sen.events.audit.AuditEvents;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Block;
import vn.sen.reporting.audit.ChainCheck;
import vn.sen.reporting.audit.Difference;
import vn.sen.reporting.audit.Difference.Reason;
import vn.sen.reporting.audit.LogPartition;
import vn.sen.reporting.audit.LogRecord;

/** Makes every chain again from the log and compares it with the stored one and with the heads. */
final class TrailCheck {

  private static final String HEADS =
      AuditEvents.CATALOG.nameOf(new HeadsStated(LocalDate.EPOCH, List.of()));

  private final String bootstrap;
  private final List<Topic> topics;
  private final TrailStore store;

  TrailCheck(String bootstrap, List<Topic> topics, TrailStore store) {
    this.bootstrap = bootstrap;
    this.topics = List.copyOf(topics);
    this.store = store;
  }

  /**
   * What was found.
   *
   * @param heads where the chains end
   */
  record Result(@Nullable Difference difference, List<ChainHead> heads) {}

  /**
   * Carries the check out, up to the first difference.
   *
   * @param kept heads that somebody has kept outside
   * @param progress is told how many entries have been compared
   */
  Result check(List<ChainHead> kept, LongConsumer progress) {
    try (var log = new TrailTopics(bootstrap, topics);
        var reader = new LogReader(bootstrap)) {
      var present = log.present();
      var heads = new ArrayList<>(kept);
      heads.addAll(stated(present, reader));
      var compared = compare(present, reader, heads, progress);
      heads.addAll(store.heads());
      return compared.difference() == null ? orGone(compared, present, heads) : compared;
    }
  }

  private static Result orGone(
      Result intact, Map<TopicPartition, LogPartition> present, List<ChainHead> heads) {
    var known = new HashSet<String>();
    present.values().forEach(partition -> known.add(partition.id()));
    return heads.stream()
        .filter(head -> !known.contains(head.topicId() + "/" + head.partition()))
        .findFirst()
        .map(head -> new Difference(head.topic(), head.partition(), 0, Reason.TOPIC_GONE))
        .map(gone -> new Result(gone, List.of()))
        .orElse(intact);
  }

  /** The heads that the trail itself has stated. */
  private static List<ChainHead> stated(
      Map<TopicPartition, LogPartition> present, LogReader reader) {
    var heads = new ArrayList<ChainHead>();
    for (var partition : present.keySet()) {
      if (partition.topic().equals(Topic.AUDIT.name())) {
        reader.begin(partition);
        for (var part = reader.next(); !part.isEmpty(); part = reader.next()) {
          part.forEach(record -> heads.addAll(stated(record)));
        }
      }
    }
    return heads;
  }

  private static List<ChainHead> stated(LogRecord record) {
    var data = record.value();
    return HEADS.equals(record.header("ce_type"))
            && data != null
            && AuditEvents.CATALOG.decode(HEADS, data) instanceof HeadsStated stated
        ? stated.heads()
        : List.of();
  }

  private Result compare(
      Map<TopicPartition, LogPartition> present,
      LogReader reader,
      List<ChainHead> stated,
      LongConsumer progress) {
    var ends = new ArrayList<ChainHead>();
    long before = 0;
    for (var partition : present.entrySet()) {
      var check = new ChainCheck(partition.getValue(), stated);
      reader.begin(partition.getKey());
      long passed = before;
      var difference =
          compare(partition.getValue(), check, reader, next -> progress.accept(passed + next));
      if (difference.isPresent()) {
        return new Result(difference.get(), List.of());
      }
      before += check.next();
      ends.add(check.head());
    }
    return new Result(null, ends);
  }

  private Optional<Difference> compare(
      LogPartition partition, ChainCheck check, LogReader reader, LongConsumer progress) {
    try (var chain = store.chain(partition.id())) {
      while (chain.hasNext()) {
        var document = chain.next();
        var difference = compare(partition, document, check, reader);
        if (difference.isPresent()) {
          return difference;
        }
        progress.accept(check.next());
      }
    }
    return check.end();
  }

  private static Optional<Difference> compare(
      LogPartition partition, Document document, ChainCheck check, LogReader reader) {
    long at = check.next();
    var stored = BlockDocuments.readable(document);
    if (stored.isEmpty()) {
      return Optional.of(
          new Difference(partition.topic(), partition.number(), at, Reason.ENTRY_DIFFERS));
    }
    Block block = stored.get();
    return check
        .check(block, reader.until(block.next()))
        .or(
            () ->
                BlockDocuments.write(block).equals(document)
                    ? Optional.empty()
                    : Optional.of(
                        new Difference(
                            partition.topic(),
                            partition.number(),
                            at,
                            Reason.NOT_FOUND_BY_SEARCHES)));
  }
}

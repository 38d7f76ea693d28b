package vn.sen.reporting.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Difference.Reason;

/**
 * Makes one partition's chain again from the log and compares block by block, until the first
 * difference.
 */
public final class ChainCheck {

  private final LogPartition partition;
  private final Map<Long, String> heads = new HashMap<>();
  private long next;
  private String hash = Chain.BEGIN;

  /**
   * @param stated heads that the chain must pass through; those of other partitions are left out
   */
  public ChainCheck(LogPartition partition, List<ChainHead> stated) {
    this.partition = partition;
    stated.stream()
        .filter(head -> head.topicId().equals(partition.topicId()))
        .filter(head -> head.partition() == partition.number())
        .filter(head -> head.next() > 0)
        .forEach(head -> heads.merge(head.next(), head.hash(), ChainCheck::contradicting));
  }

  /** Two heads of one place that differ: no chain can pass through both. */
  private static String contradicting(String one, String other) {
    return one.equals(other) ? one : "";
  }

  /** The first offset that is not checked yet. */
  public long next() {
    return next;
  }

  /**
   * Compares the next block.
   *
   * @param records what the log has from {@link #next()} up to the block's end
   */
  public Optional<Difference> check(Block stored, List<LogRecord> records) {
    if (stored.first() != next) {
      return differs(Math.min(next, stored.first()), Reason.ENTRY_MISSING);
    }
    if (records.isEmpty()) {
      return differs(next, Reason.RECORD_MISSING);
    }
    var again = Block.of(partition, next, hash, records);
    var difference = compare(stored, again).or(() -> compareHeads(again));
    next = again.next();
    hash = again.hash();
    return difference;
  }

  private Optional<Difference> compare(Block stored, Block again) {
    if (!stored.previous().equals(again.previous())) {
      return differs(next, Reason.ENTRY_DIFFERS);
    }
    int both = Math.min(stored.entries().size(), again.entries().size());
    for (int i = 0; i < both; i++) {
      var has = stored.entries().get(i);
      var should = again.entries().get(i);
      if (!has.equals(should)) {
        return has.offset() == should.offset()
            ? differs(should.offset(), Reason.ENTRY_DIFFERS)
            : has.offset() > should.offset()
                ? differs(should.offset(), Reason.ENTRY_MISSING)
                : differs(has.offset(), Reason.RECORD_MISSING);
      }
    }
    if (again.entries().size() > both) {
      return differs(again.entries().get(both).offset(), Reason.ENTRY_MISSING);
    }
    return stored.entries().size() > both
        ? differs(stored.entries().get(both).offset(), Reason.RECORD_MISSING)
        : Optional.empty();
  }

  private Optional<Difference> compareHeads(Block again) {
    for (var entry : again.entries()) {
      var stated = heads.remove(entry.offset() + 1);
      if (stated != null && !Objects.equals(stated, entry.hash())) {
        return differs(entry.offset(), Reason.HEAD_DIFFERS);
      }
    }
    return Optional.empty();
  }

  /** After the last block: heads that the chain did not come to. */
  public Optional<Difference> end() {
    return heads.keySet().stream()
        .min(Long::compare)
        .flatMap(
            head ->
                head > next
                    ? differs(next, Reason.SHORTER_THAN_HEAD)
                    : differs(head - 1, Reason.HEAD_DIFFERS));
  }

  /** Where the chain stands now. */
  public ChainHead head() {
    return new ChainHead(partition.topic(), partition.topicId(), partition.number(), next, hash);
  }

  private Optional<Difference> differs(long offset, Reason reason) {
    return Optional.of(new Difference(partition.topic(), partition.number(), offset, reason));
  }
}

package vn.sen.reporting.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one partition that follow each other, written together and never changed. A block
 * begins where the one before it ended, so that there can be only one behind each.
 *
 * @param first the first offset that no block before it has
 * @param previous the hash it is chained to
 * @param entries at least one
 */
public record Block(LogPartition partition, long first, String previous, List<Entry> entries) {

  public Block {
    entries = List.copyOf(entries);
  }

  /**
   * Chains records.
   *
   * @param records at least one, the first at {@code first} or behind it
   */
  public static Block of(
      LogPartition partition, long first, String previous, List<LogRecord> records) {
    var entries = new ArrayList<Entry>(records.size());
    var hash = previous;
    for (var record : records) {
      hash = Chain.hash(hash, partition, record);
      entries.add(Entry.of(record, hash));
    }
    return new Block(partition, first, previous, entries);
  }

  /** The offset with which the next block begins. */
  public long next() {
    return entries.getLast().offset() + 1;
  }

  /** The hash the next block is chained to. */
  public String hash() {
    return entries.getLast().hash();
  }

  /** The time of the oldest entry. */
  public Instant oldest() {
    return entries.stream().map(Entry::at).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The time of the newest entry. */
  public Instant newest() {
    return entries.stream().map(Entry::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** All records that an entry is about. */
  public Set<UUID> about() {
    return entries.stream()
        .flatMap(entry -> entry.about().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All who did something here, also through a process. */
  public Set<String> actors() {
    var actors = new TreeSet<String>();
    for (var entry : entries) {
      @Nullable String actor = entry.actor();
      if (actor != null) {
        actors.add(actor);
        @Nullable String behind = Entry.actsFor(actor);
        if (behind != null) {
          actors.add(behind);
        }
      }
    }
    return actors;
  }

  /** The kinds of entries here. */
  public Set<Kind> kinds() {
    return entries.stream().map(Entry::kind).collect(Collectors.toCollection(TreeSet::new));
  }
}

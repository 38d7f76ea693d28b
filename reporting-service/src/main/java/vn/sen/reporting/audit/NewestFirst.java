package vn.sen.reporting.audit;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of blocks that answer a question, the newest first, each once: what a relay published
 * twice has the same time and id, so that the second one stands no further on. Blocks of several
 * partitions overlap in time; no more of them are read than needed.
 */
public final class NewestFirst implements Iterator<Traced> {

  private final Iterator<Block> blocks;
  private final Question question;
  private final PriorityQueue<Traced> waiting =
      new PriorityQueue<>(Comparator.comparing(Traced::place).reversed());
  private @Nullable Block ahead;
  private @Nullable Place last;
  private @Nullable Traced next;

  /**
   * @param blocks by the time of their newest entries, the newest first
   * @param after the place where the page before ended; null for the first page
   */
  public NewestFirst(Iterator<Block> blocks, Question question, @Nullable Place after) {
    this.blocks = blocks;
    this.question = question;
    this.last = after;
    this.ahead = blocks.hasNext() ? blocks.next() : null;
    this.next = find();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Traced next() {
    var found = next;
    if (found == null) {
      throw new NoSuchElementException();
    }
    last = found.place();
    next = find();
    return found;
  }

  private @Nullable Traced find() {
    while (true) {
      takeOverlapping();
      var newest = waiting.poll();
      if (newest == null || last == null || newest.place().compareTo(last) < 0) {
        return newest;
      }
    }
  }

  /** Takes blocks until none can bring anything newer than what waits. */
  private void takeOverlapping() {
    while (ahead != null && mayBringNewer(ahead)) {
      var block = ahead;
      block.entries().stream()
          .filter(question::fits)
          .map(entry -> new Traced(block.partition(), entry))
          .forEach(waiting::add);
      ahead = blocks.hasNext() ? blocks.next() : null;
    }
  }

  private boolean mayBringNewer(Block block) {
    var newest = waiting.peek();
    return newest == null || !block.newest().isBefore(newest.entry().at());
  }
}

package vn.sen.chassis.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a view is doing, as its thread saw it last. Anybody may look at it; only that thread writes.
 */
final class StatusBoard {

  private long deadLetters;
  private long failures;
  private long progressAt = Instant.now().toEpochMilli();
  private volatile ViewStatus status = ViewStatus.STARTING;

  ViewStatus status() {
    return status;
  }

  void gotAhead() {
    progressAt = Instant.now().toEpochMilli();
  }

  void putAway(int letters) {
    deadLetters += letters;
  }

  void failed() {
    failures++;
  }

  /** Judges the shards as they are now. */
  void refresh(Shards<?> shards) {
    long freshAt = Long.MAX_VALUE;
    long lag = 0;
    int parked = 0;
    long lookedAt = Long.MAX_VALUE;
    boolean complete = !shards.isEmpty();
    List<String> problems = new ArrayList<>();
    for (var shard : shards.all()) {
      freshAt = Math.min(freshAt, shard.freshAt);
      lookedAt = Math.min(lookedAt, shard.endAt);
      lag += Math.max(0, shard.end - Math.max(0, shard.visible));
      parked += shard.fold.parking().size();
      complete &= shard.visible >= 0 && shard.problem == null;
      if (shard.problem != null && !problems.contains(shard.problem)) {
        problems.add(shard.problem);
      }
    }
    if (lag == 0 && complete) {
      // nothing to do, as far as the broker was asked
      progressAt = Math.max(progressAt, lookedAt);
    }
    status =
        new ViewStatus(
            Instant.ofEpochMilli(shards.isEmpty() ? 0 : freshAt),
            complete,
            lag,
            parked,
            deadLetters,
            failures,
            Instant.ofEpochMilli(progressAt),
            problems);
  }
}

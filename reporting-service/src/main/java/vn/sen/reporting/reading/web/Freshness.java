package vn.sen.reporting.reading.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.HeaderInvalid;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.view.ConsistencyToken.AggregateVersion;
import vn.sen.chassis.view.ConsistencyToken.ImportedRows;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.events.Topic;

/**
 * Knows how fresh the figures are, and waits, for a while, until they contain what a reader has
 * written.
 */
public final class Freshness {

  /** Where a view is made of no import: whatever one has brought is in its figures. */
  public static final ToLongFunction<UUID> NO_IMPORTS = _ -> Long.MAX_VALUE;

  private final ViewEngine<?> view;
  private final OrgFollower orgUnits;
  private final ToLongFunction<UUID> imported;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param imported how many rows of an import readers see
   * @param patience how long a reader with a token waits at most
   */
  public Freshness(
      ViewEngine<?> view,
      OrgFollower orgUnits,
      ToLongFunction<UUID> imported,
      Duration patience,
      Clock clock) {
    this.view = view;
    this.orgUnits = orgUnits;
    this.imported = imported;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Waits for all tokens of a header together.
   *
   * @return false if the patience ran out first
   * @throws HeaderInvalid if it cannot be read
   * @throws ViewLoading if there are no figures yet
   */
  public boolean await(@Nullable String header) throws InterruptedException {
    if (!view.position().isLoaded() || !orgUnits.caughtUp()) {
      throw new ViewLoading();
    }
    if (header == null) {
      return true;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    for (var token : parse(header)) {
      if (!await(token, deadline)) {
        return false;
      }
    }
    return true;
  }

  private static List<ConsistencyToken> parse(String header) {
    try {
      return ConsistencyToken.parseAll(header);
    } catch (IllegalArgumentException e) {
      throw new HeaderInvalid(ConsistencyToken.HEADER);
    }
  }

  private boolean await(ConsistencyToken token, long deadline) throws InterruptedException {
    return switch (token) {
      case ImportedRows(UUID id, long rows) ->
          view.await(() -> imported.applyAsLong(id) >= rows, left(deadline));
      case AggregateVersion(String aggregates, UUID id, long version) -> {
        if (aggregates.equals(Topic.ORG_UNITS.aggregates())) {
          yield orgUnits.awaitSeen(id, version, left(deadline));
        }
        // what no figure is made of is in the figures as soon as it is written
        yield !view.reads(aggregates) || view.awaitVersion(id, version, left(deadline));
      }
    };
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  /** How old the oldest of all figures are. */
  public static State oldest(List<Freshness> sources) {
    return sources.stream().map(Freshness::now).reduce(State::older).orElseThrow();
  }

  /** How old the figures are at this moment. */
  public State now() {
    var status = view.status();
    var lag = Duration.between(status.asOf(), Instant.now(clock)).toMillis();
    return new State(status.asOf(), Math.max(0, lag), status.complete());
  }
}

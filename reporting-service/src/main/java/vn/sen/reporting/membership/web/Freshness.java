package vn.sen.reporting.membership.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.HeaderInvalid;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.view.ConsistencyToken.AggregateVersion;
import vn.sen.chassis.view.ConsistencyToken.ImportedRows;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipReports.Reading;
import vn.sen.reporting.membership.MembershipRow;

/**
 * Knows how fresh the figures are, and waits, for a while, until they contain what a reader has
 * written.
 */
final class Freshness {

  /** A token does not say whether a member or a unit is meant, so both are asked in turn. */
  private static final Duration TURN = Duration.ofMillis(20);

  private final ViewEngine<MembershipRow> view;
  private final OrgFollower orgUnits;
  private final MembershipReports reports;
  private final Duration patience;
  private final Clock clock;

  Freshness(
      ViewEngine<MembershipRow> view,
      OrgFollower orgUnits,
      MembershipReports reports,
      Duration patience,
      Clock clock) {
    this.view = view;
    this.orgUnits = orgUnits;
    this.reports = reports;
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
  boolean await(@Nullable String header) throws InterruptedException {
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

  private static java.util.List<ConsistencyToken> parse(String header) {
    try {
      return ConsistencyToken.parseAll(header);
    } catch (IllegalArgumentException e) {
      throw new HeaderInvalid(ConsistencyToken.HEADER);
    }
  }

  private boolean await(ConsistencyToken token, long deadline) throws InterruptedException {
    return switch (token) {
      case ImportedRows(UUID id, long rows) ->
          view.await(() -> reports.imported(id) >= rows, left(deadline));
      case AggregateVersion(UUID aggregate, long version) -> {
        boolean seen = orgUnits.seen(aggregate) >= version;
        while (!seen && left(deadline).isPositive()) {
          seen =
              view.awaitVersion(aggregate, version, shorter(TURN, left(deadline)))
                  || orgUnits.seen(aggregate) >= version;
        }
        yield seen;
      }
    };
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  MembershipAnswer.Position position(Reading reading) {
    return new MembershipAnswer.Position(reading.position().topics(), reading.mapVersion());
  }

  MembershipAnswer.State now() {
    var status = view.status();
    var lag = Duration.between(status.asOf(), Instant.now(clock)).toMillis();
    return new MembershipAnswer.State(status.asOf(), Math.max(0, lag), status.complete());
  }
}

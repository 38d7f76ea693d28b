package vn.sen.chassis.audit;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.relay.OutboxFull;
import vn.sen.events.audit.AuditEvent.AttemptRefused;

/**
 * Puts refused attempts on record without letting an attacker fill the store: the first of a kind
 * at once, those that follow within a time together at its end. A kind is who, with which program,
 * which operation and why; as many as fit are told apart, the rest counted as one.
 */
public final class Refusals implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int KINDS = 10_000;
  private static final int IDS = 100;

  private final AuditTrail trail;
  private final Duration together;
  private final Map<Attempt, Tally> open = new HashMap<>();
  private @Nullable ScheduledExecutorService clock;

  /**
   * What was tried.
   *
   * @param actor null where the token proves nobody
   * @param reason the problem's name
   */
  public record Attempt(
      @Nullable String actor,
      @Nullable String client,
      String operation,
      int status,
      String reason) {

    private Attempt amongMany() {
      return new Attempt(null, null, Operations.UNKNOWN, status, Operations.UNKNOWN);
    }
  }

  /** Attempts of one kind that are not on record yet. */
  private static final class Tally {
    private final Set<UUID> about = new LinkedHashSet<>();
    private Instant since = Instant.EPOCH;
    private int times;

    void add(Collection<UUID> records) {
      if (times == 0) {
        since = Instant.now();
      }
      times++;
      records.stream().limit(IDS - about.size()).forEach(about::add);
    }

    AttemptRefused entry(Attempt attempt) {
      return new AttemptRefused(
          BusinessZone.today(),
          attempt.operation(),
          attempt.status(),
          attempt.reason(),
          List.copyOf(about),
          times,
          since);
    }

    void clear() {
      about.clear();
      times = 0;
    }
  }

  /**
   * @param together attempts of one kind within this time are told together
   */
  Refusals(AuditTrail trail, Duration together) {
    this.trail = trail;
    this.together = together;
  }

  /**
   * Takes note of an attempt. It stays refused also where the trail cannot be written; the entry
   * follows when it can.
   *
   * @param about the records asked for, as far as known
   */
  public void refused(Attempt attempt, Collection<UUID> about) {
    var kind = noted(attempt, about);
    if (kind != null) {
      writeSoon(kind);
    }
  }

  /**
   * Beside the request, so that how long its answer takes does not tell whether it was the first.
   */
  private synchronized void writeSoon(Attempt kind) {
    if (clock != null) {
      clock.execute(() -> write(kind));
    }
  }

  /** Counts the attempt; answers its kind if that is the first one. */
  private synchronized @Nullable Attempt noted(Attempt attempt, Collection<UUID> about) {
    var kind = open.size() < KINDS || open.containsKey(attempt) ? attempt : attempt.amongMany();
    var known = open.get(kind);
    var tally = known == null ? new Tally() : known;
    tally.add(about);
    open.put(kind, tally);
    return known == null ? kind : null;
  }

  /** Ends a time: what was counted in it is put on record, kinds without attempts are forgotten. */
  void writeCounted() {
    for (var kind : quietForgotten()) {
      write(kind);
    }
  }

  private synchronized List<Attempt> quietForgotten() {
    open.values().removeIf(tally -> tally.times == 0);
    return new ArrayList<>(open.keySet());
  }

  private void write(Attempt kind) {
    var entry = taken(kind);
    if (entry == null) {
      return;
    }
    try {
      trail.write(kind.actor(), kind.client(), entry);
    } catch (MongoException | OutboxFull e) {
      LOG.warn("Refused attempts are put on record later: {}", e.toString());
      takenBack(kind, entry);
    }
  }

  private synchronized @Nullable AttemptRefused taken(Attempt kind) {
    var tally = open.get(kind);
    if (tally == null || tally.times == 0) {
      return null;
    }
    var entry = tally.entry(kind);
    tally.clear();
    return entry;
  }

  private synchronized void takenBack(Attempt kind, AttemptRefused entry) {
    var tally = open.computeIfAbsent(kind, _ -> new Tally());
    tally.since = entry.since();
    tally.times += entry.times();
    entry.about().stream().limit(IDS - tally.about.size()).forEach(tally.about::add);
  }

  @Override
  public synchronized void start() {
    if (clock == null) {
      clock =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("audit-refusals").factory());
      clock.scheduleWithFixedDelay(
          this::writeCounted, together.toMillis(), together.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    var running = stopped();
    if (running != null) {
      running.shutdownNow();
      writeCounted();
    }
  }

  private synchronized @Nullable ScheduledExecutorService stopped() {
    var running = clock;
    clock = null;
    return running;
  }

  @Override
  public synchronized boolean isRunning() {
    return clock != null;
  }

  /** Stops after the web server and before the database's client is closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}

package vn.sen.chassis.view;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.events.Topic;

/**
 * Keeps one view, and beside it, while it is rebuilt, the next one: whatever is asked of it is
 * answered by the generation that readers see.
 *
 * @param <K> the key of a row
 */
public final class ViewEngine<K> implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ViewEngine.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration GONE_AFTER = Duration.ofMinutes(1);

  /** So long a swap waits for the last records, and then for this instance's readers. */
  private static final Duration CATCHING_UP = Duration.ofSeconds(2);

  private final ViewDefinition<K> view;
  private final GenerationTable table;
  private final GenerationKeeper<K> keeper;

  /**
   * Prepares a view; nothing is read before {@link #start()}.
   *
   * @param figures what readers see
   * @param database where the checkpoints are, and what the instances agree on
   */
  public <F extends ViewReader<K>> ViewEngine(
      ViewDefinition<K> view, Serving<F> figures, MongoDatabase database, ViewSettings settings) {
    this(view, figures, database, settings, LOOK, GONE_AFTER);
  }

  <F extends ViewReader<K>> ViewEngine(
      ViewDefinition<K> view,
      Serving<F> figures,
      MongoDatabase database,
      ViewSettings settings,
      Duration look,
      Duration goneAfter) {
    this.view = view;
    this.table = new GenerationTable(database);
    this.keeper =
        new GenerationKeeper<>(
            view,
            table,
            generation -> {
              var reader = figures.another();
              var store = new MongoCheckpointStore<>(database, view, generation);
              return new ViewGeneration<>(
                  view, settings, generation, store, reader, () -> figures.show(reader));
            },
            look,
            goneAfter);
  }

  /** The view's name. */
  public String name() {
    return view.name();
  }

  /** What it reads. */
  List<Topic> topics() {
    return view.topics();
  }

  /** How the figures are doing that readers see. */
  public ViewStatus status() {
    var shown = keeper.shown();
    return shown == null ? ViewStatus.STARTING : shown.status();
  }

  /** Up to where readers see the log. */
  public ViewPosition position() {
    var shown = keeper.shown();
    return shown == null ? ViewPosition.NONE : shown.position();
  }

  /**
   * Whether it reads these aggregates at all; what it does not read is never waited for.
   *
   * @param aggregates as {@link Topic#aggregates()} names them
   */
  public boolean reads(String aggregates) {
    return view.topics().stream().anyMatch(topic -> topic.aggregates().equals(aggregates));
  }

  /**
   * Waits until readers see an aggregate's version.
   *
   * @return false if it took too long, or the view does not read that aggregate
   */
  public boolean awaitVersion(UUID aggregate, long version, Duration atMost)
      throws InterruptedException {
    return await(
        (shown, left) ->
            shown.awaitVersion(aggregate, version, () -> shown != keeper.shown(), left),
        atMost);
  }

  /**
   * Waits until something holds that depends on what readers see.
   *
   * @return false if it took too long
   */
  public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    return await(
        (shown, left) ->
            shown.await(() -> condition.getAsBoolean() || shown != keeper.shown(), left),
        atMost);
  }

  private interface Wait<K> {
    boolean on(ViewGeneration<K> shown, Duration left) throws InterruptedException;
  }

  /** What was waited for holds only if it was seen by those figures that readers see after it. */
  private boolean await(Wait<K> wait, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (!keeper.awaitShown(_ -> true, left)) {
        return false;
      }
      var shown = shown();
      boolean seen = wait.on(shown, left);
      if (shown == keeper.shown()) {
        return seen;
      }
      if (left.isNegative()) {
        return false;
      }
    }
  }

  /**
   * Folds the view afresh from the log, up to where readers see it, and compares what is shown and
   * what is stored with that, row by row. The view folds on meanwhile.
   *
   * @param read is told how many records were read
   * @throws RulesOfOtherVersion if what readers see was counted by rules that are not known here
   * @throws LogGone if the log does not hold its beginning any more
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public ViewCheck check(LogReplay replay, LongConsumer read) {
    return shown().check(replay, read);
  }

  /**
   * Aggregates with events that wait for a predecessor, on any instance.
   *
   * @param after the last one of the page before, or null
   */
  public List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit) {
    return shown().parked(after, limit);
  }

  private ViewGeneration<K> shown() {
    return Objects.requireNonNull(keeper.shown(), "asked before it was loaded");
  }

  /** How the generations are doing that this instance has, the oldest first. */
  public List<GenerationState> generations() {
    var shown = keeper.shown();
    return keeper.all().stream().map(g -> g.state(g == shown)).toList();
  }

  /** The last rebuilds of the view, the newest first. */
  public List<Rebuild> rebuilds() {
    return table.find(view).rebuilds();
  }

  /**
   * Begins to fold the view afresh, beside what readers see.
   *
   * @param id of the rebuild; one that was begun under it before is left as it is
   * @param by the subject of a token
   * @param digest of the command
   * @throws RebuildUnderWay if another one is not over yet (409)
   */
  public Rebuild rebuild(UUID id, String by, String reason, String digest) {
    return change(
        id,
        agreed ->
            agreed.rebuild(id).isPresent()
                ? agreed
                : agreed.begin(id, view.rules(), by, reason, digest, Instant.now()));
  }

  /**
   * Puts what was folded afresh into service; other instances follow within a second or so, each
   * when its own figures have caught up.
   *
   * @param id of a rebuild
   * @param command one that was carried out before is left as it is
   * @throws RebuildStateUnfit if it serves, or is gone (409)
   * @throws RebuildNotCaughtUp if readers would see less than before (409)
   */
  public Rebuild swap(UUID id, UUID command) throws InterruptedException {
    return show(
        id,
        command,
        Rebuild::to,
        (agreed, rebuild) -> agreed.swap(rebuild, command, Instant.now()));
  }

  /**
   * Puts back into service what served before.
   *
   * @param id of a rebuild
   * @param command one that was carried out before is left as it is
   * @throws RebuildStateUnfit if it has not been put into service, or that is over (409)
   * @throws RebuildNotCaughtUp if nobody has folded the old figures on (409)
   */
  public Rebuild rollBack(UUID id, UUID command) throws InterruptedException {
    return show(
        id,
        command,
        Rebuild::from,
        (agreed, rebuild) -> agreed.rollBack(rebuild, command, Instant.now()));
  }

  /**
   * Lets the generation go that does not serve: after a swap the old one, otherwise the new one.
   *
   * @param id of a rebuild
   * @param command one that was carried out before is left as it is
   * @throws RebuildStateUnfit if one of them is gone (409)
   */
  public Rebuild discard(UUID id, UUID command) {
    return change(
        id,
        agreed -> {
          var rebuild = agreed.rebuild(id).orElseThrow();
          return rebuild.command().equals(command)
              ? agreed
              : agreed.discard(rebuild, command, Instant.now());
        });
  }

  private Rebuild show(
      UUID id,
      UUID command,
      Function<Rebuild, Generation> next,
      BiFunction<Generations, Rebuild, Generations> exchange)
      throws InterruptedException {
    var known = table.find(view).rebuild(id).orElseThrow();
    if (!known.command().equals(command)) {
      exchange.apply(table.find(view), known); // refuses before it waits
      requireCaughtUp(next.apply(known));
    }
    var changed =
        change(
            id,
            agreed -> {
              var rebuild = agreed.rebuild(id).orElseThrow();
              return rebuild.command().equals(command) ? agreed : exchange.apply(agreed, rebuild);
            });
    awaitShown(next.apply(changed));
    return changed;
  }

  private void requireCaughtUp(Generation generation) throws InterruptedException {
    var next = keeper.find(generation);
    if (next == null || !next.awaitPosition(position(), CATCHING_UP)) {
      throw new RebuildNotCaughtUp(next == null ? 0 : next.status().lag());
    }
  }

  private void awaitShown(Generation generation) throws InterruptedException {
    if (!keeper.awaitShown(generation::equals, CATCHING_UP)) {
      LOG.info("View {} will be answered from {}", name(), generation);
    }
  }

  private Rebuild change(UUID id, UnaryOperator<Generations> change) {
    var agreed = table.change(view, change);
    keeper.wake();
    return agreed.rebuild(id).orElseThrow();
  }

  @Override
  public void start() {
    keeper.start();
  }

  @Override
  public void stop() {
    keeper.stop();
  }

  @Override
  public boolean isRunning() {
    return keeper.isRunning();
  }

  /** Before the web server starts to answer, and until it has stopped. */
  @Override
  public int getPhase() {
    return 0;
  }
}

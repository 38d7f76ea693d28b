package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of a schedule and measures the recovery after each. */
final class Injector {

  private static final Pattern BACKLOG =
      Pattern.compile("^outbox_relay_backlog(?:\\{.*})? ([0-9.E+]+)$", Pattern.MULTILINE);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An outage of this length must show in the health of relays. */
  private static final int LONG_MILLIS = 45_000;

  /** Below it fits the event of a unit with a short name, not with a long one. */
  private static final int SMALL_RECORD = 750;

  private static final int LONG_NAME = 115;
  private static final int DUPLICATES = 150;

  /** What a step did, and how long it took until figures were fresh; null where not measured. */
  record Done(Schedule.Step step, boolean injected, @Nullable Duration recovery) {}

  private final Cluster cluster;
  private final Territory territory;
  private final Http http;
  private final Ledger ledger;
  private final LogReader log;
  private final Intruder intruder;
  private final Founder founder;
  private final Probe probe;
  private final Optional<ShiftedClock> clock;
  private final Random random;
  private final List<Finding> findings = new ArrayList<>();

  Injector(Scene scene, Optional<ShiftedClock> clock, Random random) {
    this.cluster = scene.cluster();
    this.territory = scene.territory();
    this.http = scene.http();
    this.ledger = scene.ledger();
    this.log = scene.log();
    this.intruder = scene.intruder();
    this.founder = scene.founder();
    this.probe = scene.probe();
    this.clock = clock;
    this.random = random;
  }

  /** What faults did not do that they should have done. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Injects one fault and returns when all that it touched serves again. */
  Done inject(Schedule.Step step) throws InterruptedException {
    Waiting.pass(step.afterMillis());
    if (step.fault() == Fault.SHIFT_CLOCK && clock.isEmpty()) {
      return new Done(step, false, null);
    }
    var recovery = carryOut(step);
    cluster.services().forEach(cluster::awaitReady);
    return new Done(step, true, recovery);
  }

  private Duration carryOut(Schedule.Step step) throws InterruptedException {
    var membership = cluster.membership().get(step.instance());
    var reporting = cluster.reporting().get(step.instance());
    var broker = cluster.broker();
    var store = cluster.store();
    int hold = step.holdMillis();
    return switch (step.fault()) {
      case KILL_MEMBERSHIP -> kill(membership);
      case KILL_REPORTING -> kill(reporting);
      case KILL_BEFORE_PUBLISHING -> killWhileStopped(broker, membership, hold);
      case KILL_BEFORE_PULL -> killWhileStopped(store, membership, hold);
      case KILL_IN_CHECKPOINT -> killWhileStopped(store, reporting, hold);
      case STOP_MEMBERSHIP -> stopped(membership, hold);
      case STOP_REPORTING -> stopped(reporting, hold);
      case STOP_STORE -> storeStopped(hold);
      case KILL_BROKER -> kill(broker);
      case KILL_STORE -> kill(store);
      case BROKER_AWAY -> brokerAway(hold);
      case STORE_AWAY -> storeAway(hold);
      case KILL_ALL -> killAll(hold);
      case REFUSE_EVENT -> refuseEvent();
      case POISON -> poison();
      case DUPLICATES -> duplicates();
      case REBALANCE -> rebalance(reporting);
      case RESET_OFFSETS ->
          step.instance() == 0 ? resetOffsetsOfHouseholds() : forgetPositionsOfViews();
      case SHIFT_CLOCK -> shiftClock(step.afterMillis() % 2 == 0 ? membership : reporting);
    };
  }

  private Duration kill(Node node) throws InterruptedException {
    long at = System.nanoTime();
    node.kill();
    node.start();
    return probe.recovery(at);
  }

  /** Kills a service while what it depends on answers nobody. */
  private Duration killWhileStopped(Node dependency, Node victim, int hold)
      throws InterruptedException {
    dependency.pause();
    Waiting.pass(hold);
    long at = System.nanoTime();
    victim.kill();
    dependency.resume();
    victim.start();
    return probe.recovery(at);
  }

  /** The others take over while it stands still; then it goes on as if nothing had been. */
  private Duration stopped(Node node, int hold) throws InterruptedException {
    long at = System.nanoTime();
    node.pause();
    try (var thread = Executors.newSingleThreadExecutor()) {
      var recovery = thread.submit(() -> probe.recovery(at));
      Waiting.pass(hold);
      node.resume();
      return recovery.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Duration storeStopped(int hold) throws InterruptedException {
    cluster.store().pause();
    Waiting.pass(hold);
    long at = System.nanoTime();
    cluster.store().resume();
    return probe.recovery(at);
  }

  /** Nothing can be acknowledged; those who ask are told so in time. */
  private Duration storeAway(int hold) throws InterruptedException {
    int before = ledger.unavailableSoFar();
    cluster.store().kill();
    Waiting.pass(hold);
    if (ledger.unavailableSoFar() == before) {
      unreported("No command was answered by 503 while the store was away");
    }
    long at = System.nanoTime();
    cluster.store().start();
    return probe.recovery(at);
  }

  private Duration killAll(int hold) throws InterruptedException {
    var all = new ArrayList<>(cluster.services());
    all.addAll(List.of(cluster.broker(), cluster.store()));
    Collections.shuffle(all, random);
    for (var node : all) {
      node.kill();
      Waiting.pass(hold / all.size());
    }
    long at = System.nanoTime();
    cluster.start();
    return probe.recovery(at);
  }

  private Duration brokerAway(int hold) throws InterruptedException {
    cluster.broker().kill();
    int before = ledger.acknowledgedSoFar();
    Waiting.pass(hold * 4L / 5);
    if (ledger.acknowledgedSoFar() == before) {
      unreported("No command was acknowledged while the broker was away");
    }
    if (backlog() == 0) {
      unreported("No relay showed a backlog while the broker was away");
    }
    if (hold >= LONG_MILLIS && cluster.membership().stream().allMatch(this::saysProgress)) {
      unreported("No relay was unwell while the broker was away");
    }
    Waiting.pass(hold / 5);
    long at = System.nanoTime();
    cluster.broker().start();
    return probe.recovery(at);
  }

  private double backlog() {
    double sum = 0;
    for (var instance : cluster.membership()) {
      try {
        var found = BACKLOG.matcher(http.get(Cluster.uri(instance, "/actuator/prometheus")).body());
        sum += found.find() ? Double.parseDouble(found.group(1)) : 0;
      } catch (IOException e) {
        unreported("No metrics from " + instance.name() + " while the broker was away");
      }
    }
    return sum;
  }

  private boolean saysProgress(Node instance) {
    try {
      return http.get(Cluster.uri(instance, "/actuator/health/progress")).isDone();
    } catch (IOException e) {
      return false;
    }
  }

  private Duration refuseEvent() throws InterruptedException {
    try (var operator = new Operator(cluster.bootstrap())) {
      operator.limitUnits(SMALL_RECORD);
      var refused = founder.branch(territory.commune(), longName());
      var other = founder.branch(territory.commune(), "Chi hội");
      if (!Waiting.until(PATIENCE, () -> isReported(other))) {
        unreported("A refused event holds up another aggregate's");
      }
      if (isReported(refused)) {
        unreported("The broker did not refuse the event that it should");
      }
      // another instance than the one that was asked may have to find it first
      if (!Waiting.until(PATIENCE, () -> backlog() > 0)) {
        unreported("No relay showed the event that the broker refuses");
      }
      long at = System.nanoTime();
      operator.unlimitUnits();
      if (!Waiting.until(PATIENCE, () -> isReported(refused))) {
        findings.add(
            Finding.lost("figures: no unit " + refused + ", whose event was refused once"));
      }
      return Duration.ofNanos(System.nanoTime() - at);
    }
  }

  /** Whether a report knows the unit, which it learns from the log alone. */
  private boolean isReported(UUID branch) {
    try {
      var figures = new FigureReader(http);
      return figures
          .branches(cluster.reporting().getFirst(), territory.commune(), Expectation.END)
          .containsKey(branch);
    } catch (IOException e) {
      return false;
    }
  }

  private String longName() {
    var name = new StringBuilder("Chi hội ");
    while (name.length() < LONG_NAME) {
      name.appendCodePoint(0x4e00 + random.nextInt(0x4000));
    }
    return name.toString();
  }

  private Duration poison() throws InterruptedException {
    long at = System.nanoTime();
    intruder.poison(random);
    return probe.recovery(at);
  }

  private Duration duplicates() throws InterruptedException {
    log.readOn();
    long at = System.nanoTime();
    intruder.repeat(log.anyEvents(DUPLICATES, random));
    return probe.recovery(at);
  }

  private Duration rebalance(Node reporting) throws InterruptedException {
    long at = System.nanoTime();
    reporting.stop();
    var recovery = probe.recovery(at);
    reporting.start();
    cluster.awaitReady(reporting);
    return recovery;
  }

  /** A group's offsets can be set back only while it has no members. */
  private Duration resetOffsetsOfHouseholds() throws InterruptedException {
    var members = cluster.membership();
    members.parallelStream().forEach(Node::stop);
    try (var operator = new Operator(cluster.bootstrap())) {
      operator.resetOffsets(LogReader.GROUPS.getLast());
    }
    // one after the other: two at once take the processors from each other
    long at = System.nanoTime();
    members.getFirst().start();
    try {
      return probe.recovery(at);
    } finally {
      members.forEach(Node::start);
      members.forEach(cluster::awaitReady);
    }
  }

  /** Views keep their positions themselves, so they can lose them while they go on. */
  private Duration forgetPositionsOfViews() throws InterruptedException {
    long at = System.nanoTime();
    try (var store = new StoreReader(cluster.mongoUri())) {
      store.forgetPositionsOfViews();
    }
    return probe.recovery(at);
  }

  private Duration shiftClock(Node node) throws InterruptedException {
    long at = System.nanoTime();
    node.kill();
    node.start(clock.map(ShiftedClock::environment).orElseThrow());
    return probe.recovery(at);
  }

  private void unreported(String what) {
    findings.add(new Finding(Finding.Kind.UNREPORTED, what));
  }
}

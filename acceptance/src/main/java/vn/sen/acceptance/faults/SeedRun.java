package vn.sen.acceptance.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One seed: its own units, a load, a schedule of faults, and the check. */
final class SeedRun {

  private final Cluster cluster;
  private final Optional<ShiftedClock> clock;
  private final int commands;
  private final Consumer<String> say;

  SeedRun(Cluster cluster, Optional<ShiftedClock> clock, int commands, Consumer<String> say) {
    this.cluster = cluster;
    this.clock = clock;
    this.commands = commands;
    this.say = say;
  }

  SeedResult run(Schedule schedule) throws InterruptedException {
    long begun = System.nanoTime();
    say.accept("seed " + schedule.seed() + ": " + schedule);
    var ledger = new Ledger();
    // a run that was cut short must not be mistaken for this one
    var name = "S%d-%s".formatted(schedule.seed(), Long.toString(System.currentTimeMillis(), 36));
    try (var http = new Http();
        var log = new LogReader(cluster.bootstrap())) {
      var founder = new Founder(cluster, http, ledger, name);
      var territory = founder.found();
      try (var intruder = intruder(http, ledger, territory, log, name)) {
        var probe = new Probe(cluster, territory, http, ledger, name);
        var scene = new Scene(cluster, territory, http, ledger, log, intruder, founder, probe);
        var injector = new Injector(scene, clock, new Random(schedule.seed()));
        var load = new Load(schedule.seed(), name, territory, http, cluster.membership(), ledger);
        var done = inject(schedule, load, ledger, injector);
        return check(schedule, begun, scene, done, injector.findings());
      }
    }
  }

  private SeedResult check(
      Schedule schedule,
      long begun,
      Scene scene,
      List<Injector.Done> done,
      List<Finding> unreported) {
    long acknowledged = System.nanoTime();
    var ledger = scene.ledger();
    var findings = new ArrayList<>(unreported);
    ledger.surprises().stream()
        .map(what -> new Finding(Finding.Kind.ANSWER, what))
        .forEach(findings::add);
    Expectation expected;
    try (var store = new StoreReader(cluster.mongoUri())) {
      var imported = store.members(List.of(scene.territory().imported())).keySet();
      if (imported.size() != Importer.ROWS) {
        var text = "import: %d members of %d rows".formatted(imported.size(), Importer.ROWS);
        findings.add(imported.size() < Importer.ROWS ? Finding.lost(text) : Finding.doubled(text));
      }
      expected = Expectation.of(ledger, scene.territory(), scene.intruder(), imported);
      findings.addAll(new Checker(scene, store).check(expected));
    }
    return SeedResult.of(
        schedule, commands, seconds(begun), done, seconds(acknowledged), scene, findings, expected);
  }

  private Intruder intruder(
      Http http, Ledger ledger, Territory territory, LogReader log, String name)
      throws InterruptedException {
    var command = new Command.Register(territory.injected(), LocalDate.of(2022, 5, 1));
    var done =
        new Sender(http, cluster.membership(), ledger, name)
            .send(command.method(), command.path(null), name + "-model", null, command.body());
    ledger.acknowledged(Person.begun(done.id(), command));
    Waiting.require(
        "the first event is on the log",
        Duration.ofSeconds(30),
        () -> {
          log.readOn();
          return log.firstOf(done.id()).isPresent();
        });
    return new Intruder(cluster.bootstrap(), log.firstOf(done.id()).orElseThrow());
  }

  private List<Injector.Done> inject(Schedule schedule, Load load, Ledger ledger, Injector injector)
      throws InterruptedException {
    var goesOn = new AtomicBoolean(true);
    var done = new ArrayList<Injector.Done>();
    try (var threads = Load.threads()) {
      try {
        var clients = load.begin(threads, commands, goesOn::get);
        for (var step : schedule.steps()) {
          var one = injector.inject(step);
          say.accept("  %s: fresh after %s".formatted(step, one.recovery()));
          done.add(one);
        }
        say.accept("  faults are over, acknowledged " + ledger.acknowledgedSoFar());
        goesOn.set(false);
        Load.await(clients);
      } finally {
        goesOn.set(false);
        threads.shutdownNow();
      }
    }
    say.accept("  acknowledged " + ledger.acknowledgedSoFar() + ", checking");
    return done;
  }

  private static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
  }
}

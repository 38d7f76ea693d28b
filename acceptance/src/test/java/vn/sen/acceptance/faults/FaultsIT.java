package vn.sen.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short selection of what {@code ./sen faults} does with a hundred seeds, and what that cannot do
 * because nothing is left afterwards: the topic deleted.
 */
@Tag("faults")
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

  private static final int FIRST_PORT = 21_190;
  private static final int COMMANDS = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    var layout = Path.of("..", "local", "target", "platform").toAbsolutePath().normalize();
    cluster = new Cluster(layout, folder.resolve("platform"), FIRST_PORT);
    cluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  @Order(1)
  void whatWasAcknowledgedCountsOnceWhateverIsKilled() throws InterruptedException {
    // given
    var schedule =
        new Schedule(
            0,
            List.of(
                step(Fault.KILL_BEFORE_PULL, 300),
                step(Fault.POISON, 0),
                step(Fault.KILL_BROKER, 0),
                step(Fault.SHIFT_CLOCK, 0),
                step(Fault.DUPLICATES, 0)));
    var clock = ShiftedClock.in(folder);

    // when
    var result = new SeedRun(cluster, clock, COMMANDS, System.out::println).run(schedule);

    // then
    assertThat(result.findings()).isEmpty();
    assertThat(result.acknowledged()).isGreaterThanOrEqualTo(COMMANDS);
    // how long it took is what ./sen faults reports: it depends on the machine
    assertThat(result.steps())
        .hasSize(schedule.steps().size())
        .allSatisfy(step -> assertThat(step.injected()).as("%s", step).isEqualTo(can(step, clock)));
  }

  /** A clock is shifted where there is a C compiler. */
  private static boolean can(SeedResult.Step step, Optional<ShiftedClock> clock) {
    return clock.isPresent() || !step.fault().equals(Fault.SHIFT_CLOCK.name());
  }

  private static Schedule.Step step(Fault fault, int holdMillis) {
    return new Schedule.Step(fault, 500, 0, holdMillis);
  }

  @Test
  @Order(2)
  void aTopicThatWasCreatedAnewIsRecognisedAndNothingIsFolded() throws Exception {
    try (var http = new Http();
        var admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrap()))) {
      // given figures, and a platform at rest
      var ledger = new Ledger();
      var territory = new Founder(cluster, http, ledger, "deleted").found();
      var instance = cluster.reporting().getFirst();
      var probe = new Probe(cluster, territory, http, ledger, "deleted");
      probe.recovery(System.nanoTime());
      Waiting.require("all of it is shown", PATIENCE, () -> probe.isShownBy(instance));
      var figures = new FigureReader(http);
      var before = figures.branches(instance, territory.commune(), Expectation.END);

      // when the topic is deleted
      admin.deleteTopics(List.of(LogReader.MEMBERS)).all().get();

      // then it is reported, and the figures stay, as incomplete ones
      Waiting.require("it is reported", PATIENCE, () -> health(http, instance).contains("deleted"));
      assertThat(figures.branches(instance, territory.commune(), Expectation.END))
          .isEqualTo(before);

      // and when membership makes it anew at its next start
      cluster.membership().getFirst().kill();
      cluster.membership().getFirst().start();

      // then that is told from the topic that was there before
      Waiting.require(
          "it is reported", PATIENCE, () -> health(http, instance).contains("created anew"));
      assertThat(figures.branches(instance, territory.commune(), Expectation.END))
          .isEqualTo(before);
    }
  }

  private static String health(Http http, Node instance) {
    try {
      return http.get(Cluster.uri(instance, "/actuator/health/progress")).body();
    } catch (IOException e) {
      return "";
    }
  }
}

package vn.sen.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: it must find what is planted. */
class CheckerTest {

  private static final UUID ONE = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);
  private static final Map<UUID, Long> ACKNOWLEDGED = Map.of(ONE, 3L, OTHER, 1L);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  /** What the relays publish when all goes well. */
  private static List<LogRecord> log() {
    return new ArrayList<>(List.of(event(ONE, 1), event(OTHER, 1), event(ONE, 2), event(ONE, 3)));
  }

  private static LogRecord event(UUID aggregate, long sequence) {
    return event(aggregate, sequence, "{}");
  }

  private static LogRecord event(UUID aggregate, long sequence, String data) {
    return new LogRecord(
        0, 0, aggregate, sequence, aggregate + "." + sequence, "type", data.getBytes());
  }

  private static List<Finding.Kind> findings(List<LogRecord> log) {
    return LogCheck.of(log, ACKNOWLEDGED, Set.of()).stream().map(Finding::kind).toList();
  }

  @Test
  void aCompleteLogIsFine() {
    assertThat(findings(log())).isEmpty();
  }

  @Test
  void anEventPublishedAgainIsFine() {
    var log = log();
    log.add(event(ONE, 1));
    log.add(event(ONE, 3));
    assertThat(findings(log)).isEmpty();
  }

  @Test
  void aLostEventIsFound() {
    var log = log();
    log.removeLast();
    assertThat(findings(log)).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void aLostAggregateIsFound() {
    var log = log();
    log.remove(1);
    assertThat(findings(log)).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void aSecondEventOfTheSameSequenceIsFound() {
    var log = log();
    log.add(event(ONE, 2, "{\"other\":1}"));
    assertThat(findings(log)).containsExactly(Finding.Kind.DOUBLED);
  }

  @Test
  void anEventMoreThanCommandsIsFound() {
    var log = log();
    log.add(event(OTHER, 2));
    assertThat(findings(log)).containsExactly(Finding.Kind.DOUBLED);
  }

  @Test
  void anAggregateNobodyAskedForIsFound() {
    var log = log();
    log.add(event(new UUID(3, 3), 1));
    assertThat(findings(log)).containsExactly(Finding.Kind.DOUBLED);
  }

  @Test
  void aReorderingIsFound() {
    var log = log();
    log.add(log.remove(2));
    assertThat(findings(log)).contains(Finding.Kind.REORDERED);
  }

  @Test
  void theStoreMustHoldWhatWasAcknowledged() {
    // given one version lost, one aggregate nobody knows, one event still in its outbox
    var stored =
        Map.of(
            ONE,
            new StoreCheck.Stored(2, 0, List.of(1L, 2L)),
            OTHER,
            new StoreCheck.Stored(1, 1, List.of(1L)),
            new UUID(3, 3),
            new StoreCheck.Stored(1, 0, List.of(1L)));

    // when
    var findings = StoreCheck.aggregates(stored, ACKNOWLEDGED);

    // then
    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(Finding.Kind.LOST, Finding.Kind.LOST, Finding.Kind.DOUBLED);
  }

  @Test
  void aCommandCarriedOutTwiceIsFoundInTheStore() {
    var stored =
        Map.of(
            ONE, new StoreCheck.Stored(4, 0, List.of(1L, 2L, 3L, 4L)),
            OTHER, new StoreCheck.Stored(1, 0, List.of(1L, 1L)));
    assertThat(StoreCheck.aggregates(stored, ACKNOWLEDGED))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DOUBLED, Finding.Kind.DOUBLED);
  }

  @Test
  void aHouseholdsRosterIsCompared() {
    assertThat(StoreCheck.household(ONE, Set.of(ONE), Set.of(ONE))).isEmpty();
    assertThat(StoreCheck.household(ONE, Set.of(ONE), Set.of(OTHER)))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.LOST, Finding.Kind.DOUBLED);
  }

  @Test
  void figuresThatAreTooLowAreLost() {
    assertThat(compared(figures(9, 10))).containsExactly(Finding.Kind.LOST);
  }

  @Test
  void figuresThatAreTooHighAreDoubled() {
    assertThat(compared(figures(10, 11))).containsExactly(Finding.Kind.DOUBLED);
    assertThat(compared(figures(11, 10))).containsExactly(Finding.Kind.DOUBLED);
  }

  @Test
  void figuresThatAgreeAreFine() {
    assertThat(compared(figures(10, 10))).isEmpty();
  }

  private static Figures figures(long members, long admitted) {
    return new Figures(members, 0, Map.of("ADMISSION", admitted), Map.of());
  }

  private static List<Finding.Kind> compared(Figures shown) {
    return FigureCheck.of("here", Map.of(ONE, shown), Map.of(ONE, figures(10, 10))).stream()
        .map(Finding::kind)
        .toList();
  }

  @Test
  void commandsAddUpToFigures() {
    // given one who came, moved, left, came back as an honorary member
    var person =
        Person.begun(ONE, new Command.Propose(ONE, DAY))
            .after(new Command.Approve(DAY.plusDays(1)))
            .after(new Command.CorrectJoining(DAY))
            .after(new Command.Transfer(OTHER, DAY.plusDays(2)))
            .after(new Command.Depart(DAY.plusDays(3)))
            .after(new Command.Readmit(ONE, DAY.plusDays(4)))
            .after(new Command.ChangeType(true, DAY.plusDays(5)));

    // then
    assertThat(person.version()).isEqualTo(7);
    assertThat(Figures.of(List.of(person), ONE, DAY))
        .isEqualTo(new Figures(1, 0, Map.of("ADMISSION", 1L), Map.of()));
    assertThat(Figures.of(List.of(person), ONE, DAY.plusYears(1)))
        .isEqualTo(
            new Figures(1, 1, Map.of("ADMISSION", 1L, "READMISSION", 1L), Map.of("TRANSFER", 1L)));
    assertThat(Figures.of(List.of(person), OTHER, DAY.plusYears(1)))
        .isEqualTo(new Figures(0, 0, Map.of("TRANSFER", 1L), Map.of("RESIGNATION", 1L)));
  }

  @Test
  void aSeedAlwaysGivesTheSameSchedule() {
    assertThat(Schedule.of(17)).isEqualTo(Schedule.of(17));
    assertThat(Schedule.of(17)).isNotEqualTo(Schedule.of(18));
  }

  @Test
  void aHundredSeedsHoldEveryFaultAndFiveLongOutages() {
    var steps =
        Faults.seeds("1-100").stream().flatMap(seed -> Schedule.of(seed).steps().stream()).toList();
    assertThat(steps).extracting(Schedule.Step::fault).contains(Fault.values());
    assertThat(steps).filteredOn(step -> step.holdMillis() >= 60_000).hasSize(5);
  }
}

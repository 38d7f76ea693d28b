package vn.sen.reporting.warning.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.warning.WarningReport.Counts;
import vn.sen.reporting.warning.WarningReport.RuleFindings;
import vn.sen.reporting.warning.WarningReport.UnitFinding;
import vn.sen.reporting.warning.WarningState;

/** Warnings told of many units, on a real store. */
class AnnouncerTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final int UNITS = 250;

  private final ServiceUnderTest service = new ServiceUnderTest();
  private final WarningBook book = new WarningBook(service.stores);
  private final Announcer announcer = new Announcer(book);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    service.close();
  }

  private static UnitFinding finding(WarningState state, @Nullable Long count) {
    var unit = new Unit(UUID.randomUUID(), "22015", "Phường 1", UnitLevel.COMMUNE, UnitKind.WARD);
    var share = count == null ? null : new BigDecimal("40.00");
    return new UnitFinding(unit, state, count, count, share, null, null, List.of());
  }

  private static List<RuleFindings> found(WarningState last) {
    var units =
        Stream.concat(
                Stream.generate(() -> finding(WarningState.OK, 10L)).limit(UNITS - 1),
                Stream.of(finding(last, 10L)))
            .toList();
    return List.of(
        new RuleFindings(
            "LOW",
            WatchedFigure.values()[0],
            "members",
            "members",
            "women",
            UnitLevel.COMMUNE,
            WarningSide.values()[0],
            new BigDecimal("60.00"),
            12,
            12,
            DAY,
            "NQ",
            new Counts(0, 0, 0, 0),
            units));
  }

  @Test
  void thatItIsAtWorkIsToldAgainAndAgainWhileItAnnounces() {
    var told =
        announcer.announce(
            UUID.randomUUID(),
            DAY,
            Set.of("LOW"),
            found(WarningState.UNDER),
            () -> asked.incrementAndGet() > 0);
    assertThat(told).hasValue(new Announcer.Told(1, 0, 0));
    assertThat(asked).hasValue(2);
  }

  @Test
  void whoseWorkAnotherInstanceHasTakenOverTellsNoMore() {
    // given somebody who is told after the first hundreds that the work is another's
    var told =
        announcer.announce(
            UUID.randomUUID(),
            DAY,
            Set.of("LOW"),
            found(WarningState.UNDER),
            () -> asked.incrementAndGet() < 2);
    // then the rest is left to that one
    assertThat(told).isEmpty();
    assertThat(book.standing()).isEmpty();
  }
}

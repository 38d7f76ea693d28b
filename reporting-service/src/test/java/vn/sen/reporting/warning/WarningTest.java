package vn.sen.reporting.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.DomainEvent;
import vn.sen.events.reporting.LiftReason;
import vn.sen.events.reporting.WarningCause;
import vn.sen.events.reporting.WarningEvent;
import vn.sen.events.reporting.WarningEvent.WarningChanged;
import vn.sen.events.reporting.WarningEvent.WarningLifted;
import vn.sen.events.reporting.WarningEvent.WarningRaised;
import vn.sen.events.reporting.WarningLevel;
import vn.sen.events.reporting.WatchedFigure;

class WarningTest {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 31);
  private static final UUID UNIT = UUID.randomUUID();
  private static final WarningEvent.Finding FINDING =
      new WarningEvent.Finding(
          WatchedFigure.GATHERING_RATE, 59, 100, 5_900, 6_000, WarningCause.NUMERATOR, null);

  private static Warning heading() {
    return Warning.none("gathering-rate", UNIT).say(WarningLevel.HEADING, FINDING, DAY).state();
  }

  @Test
  void isRaisedOnceAndChangesWithItsLevel() {
    var raised = Warning.none("gathering-rate", UNIT).say(WarningLevel.HEADING, FINDING, DAY);
    assertThat(events(raised))
        .containsExactly(
            new WarningRaised("gathering-rate", UNIT, DAY, WarningLevel.HEADING, FINDING));
    assertThat(raised.state().say(WarningLevel.HEADING, FINDING, DAY.plusDays(1)).events())
        .isEmpty();
    var changed = raised.state().say(WarningLevel.UNDER, FINDING, DAY.plusDays(1));
    assertThat(events(changed))
        .containsExactly(
            new WarningChanged(
                "gathering-rate",
                UNIT,
                DAY.plusDays(1),
                WarningLevel.HEADING,
                WarningLevel.UNDER,
                FINDING));
  }

  @Test
  void isLiftedOnceWithItsReason() {
    var lifted = heading().lift(LiftReason.RECOVERED, DAY.plusDays(1));
    assertThat(events(lifted))
        .containsExactly(
            new WarningLifted(
                "gathering-rate",
                UNIT,
                DAY.plusDays(1),
                WarningLevel.HEADING,
                LiftReason.RECOVERED));
    assertThat(lifted.state().lift(LiftReason.RECOVERED, DAY.plusDays(2)).events()).isEmpty();
  }

  @Test
  void figuresOfAnEarlierDayThanWasToldChangeNothing() {
    assertThat(heading().say(WarningLevel.UNDER, FINDING, DAY.minusDays(1)).events()).isEmpty();
    assertThat(heading().lift(LiftReason.RECOVERED, DAY.minusDays(1)).events()).isEmpty();
  }

  private static List<DomainEvent> events(Decision<Warning> decision) {
    return List.copyOf(decision.events());
  }

  @Provide
  Arbitrary<List<WarningLevel>> levels() {
    return Arbitraries.of(WarningLevel.class).injectNull(0.4).list().ofMaxSize(20);
  }

  @Property
  void whoeverFoldsTheEventsKnowsTheWarning(@ForAll("levels") List<@Nullable WarningLevel> said) {
    var warning = Warning.none("gathering-rate", UNIT);
    WarningLevel known = null;
    WarningLevel before = null;
    var day = DAY;
    for (var level : said) {
      var decision =
          level == null
              ? warning.lift(LiftReason.RECOVERED, day)
              : warning.say(level, FINDING, day);
      assertThat(decision.events()).hasSize(level == before ? 0 : 1);
      for (var event : decision.events()) {
        known = known(known, (WarningEvent) event);
      }
      assertThat(known).isEqualTo(level);
      warning = decision.state();
      before = level;
      day = day.plusDays(1);
    }
  }

  private static @Nullable WarningLevel known(@Nullable WarningLevel before, WarningEvent event) {
    return switch (event) {
      case WarningRaised raised -> {
        assertThat(before).isNull();
        yield raised.level();
      }
      case WarningChanged changed -> {
        assertThat(changed.from()).isEqualTo(before);
        yield changed.level();
      }
      case WarningLifted lifted -> {
        assertThat(lifted.from()).isEqualTo(before);
        yield null;
      }
    };
  }
}

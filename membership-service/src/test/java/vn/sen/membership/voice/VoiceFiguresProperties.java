package vn.sen.membership.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.voice.VoiceMother.RAISED;
import static vn.sen.membership.voice.VoiceMother.TERMS;
import static vn.sen.membership.voice.VoiceMother.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.VoiceChange;
import vn.sen.events.membership.VoiceEvent;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.membership.orgunit.UnitsMother;

/** Whatever is told of a voice in whatever order, the events add up to what it is known to be. */
class VoiceFiguresProperties {

  private static final UnitsMother MAP = new UnitsMother();
  private static final UUID COMMUNE = MAP.commune();
  private static final UUID BRANCH = MAP.branchOf(COMMUNE);
  private static final List<UUID> UNITS = List.of(BRANCH, COMMUNE, MAP.province());

  /** A command to a voice. */
  private interface Command extends Function<Voice, Decision<Voice>> {}

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 80).map(RAISED::plusDays);
  }

  @Provide
  static Arbitrary<List<Command>> commands() {
    Arbitrary<Command> command =
        Arbitraries.frequencyOf(
            Tuple.of(
                4,
                Combinators.combine(Arbitraries.of(UNITS), days())
                    .as((to, on) -> v -> v.route(to, on, "Chuyển", MAP.map(), TODAY))),
            Tuple.of(4, days().map(on -> v -> v.answer("Trả lời", on, TODAY))),
            Tuple.of(
                2,
                Combinators.combine(Arbitraries.of(true, false), days())
                    .as((satisfied, on) -> v -> v.close(satisfied, on, TODAY))),
            Tuple.of(3, days().map(on -> v -> v.reopen("Chưa được", on, TERMS, TODAY))),
            Tuple.of(1, days().map(on -> v -> v.withdraw(on, TODAY))),
            Tuple.of(1, Arbitraries.just(v -> v.erase(TODAY))),
            Tuple.of(
                3,
                Combinators.combine(
                        Arbitraries.of(VoiceKind.values()),
                        Arbitraries.of("LAND", "FAMILY"),
                        days(),
                        days().injectNull(0.5),
                        days().injectNull(0.5))
                    .as(
                        (kind, subject, raised, answered, closed) ->
                            v ->
                                v.correct(
                                    kind, subject, raised, answered, closed, TERMS, MAP, TODAY))));
    return command.list().ofMaxSize(20);
  }

  @Property(tries = 1000)
  void theChangesOfAllEventsAddUpToTheVoice(@ForAll("commands") List<Command> commands) {
    // given
    var raised = Voice.raise(VoiceMother.matter(BRANCH), TERMS, MAP, TODAY);
    var voice = raised.state();
    var told = new ArrayList<VoiceChange>(changes(raised));

    // when
    for (var command : commands) {
      try {
        var decision = command.apply(voice);
        told.addAll(changes(decision));
        voice = decision.state();
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isNotBlank();
      }
    }

    // then on every day
    for (int i = -1; i < 130; i++) {
      var day = RAISED.plusDays(i);
      assertThat(sums(told, day)).as("on " + day).isEqualTo(known(voice, day));
      assertThat(waitsAt(told, day)).as("owner on " + day).isEqualTo(ownerOf(voice, day));
    }
  }

  private static List<VoiceChange> changes(Decision<Voice> decision) {
    return decision.events().stream()
        .map(VoiceEvent.class::cast)
        .flatMap(event -> event.changes().stream())
        .toList();
  }

  private static Map<VoiceMeasure, Integer> sums(List<VoiceChange> told, LocalDate day) {
    var sums = new EnumMap<VoiceMeasure, Integer>(VoiceMeasure.class);
    told.stream()
        .filter(change -> !change.date().isAfter(day))
        .forEach(change -> sums.merge(change.measure(), change.delta(), Integer::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  /** The owners at which an open voice stands, by the events. */
  private static List<UUID> waitsAt(List<VoiceChange> told, LocalDate day) {
    return UNITS.stream()
        .filter(
            unit ->
                told.stream()
                        .filter(c -> c.measure() == VoiceMeasure.OPEN)
                        .filter(c -> !c.date().isAfter(day) && c.place().ownerId().equals(unit))
                        .mapToInt(VoiceChange::delta)
                        .sum()
                    != 0)
        .toList();
  }

  private static List<UUID> ownerOf(Voice voice, LocalDate day) {
    if (!known(voice, day).containsKey(VoiceMeasure.OPEN)) {
      return List.of();
    }
    var owner = voice.matter().unitId();
    for (var round : voice.rounds()) {
      for (var routing : round.route()) {
        owner = routing.on().isAfter(day) ? owner : routing.toUnitId();
      }
    }
    return List.of(owner);
  }

  /** What the voice is known to be at the end of a day, without any figures of events. */
  private static Map<VoiceMeasure, Integer> known(Voice voice, LocalDate day) {
    var known = new EnumMap<VoiceMeasure, Integer>(VoiceMeasure.class);
    if (voice.matter().raisedOn().isAfter(day)) {
      return known;
    }
    known.put(VoiceMeasure.RAISED, 1);
    var withdrawnOn = voice instanceof Voice.Withdrawn w ? w.on() : LocalDate.MAX;
    if (!withdrawnOn.isAfter(day)) {
      known.put(VoiceMeasure.WITHDRAWN, 1);
    }
    for (int i = 0; i < voice.rounds().size(); i++) {
      var round = voice.rounds().get(i);
      if (round.from().isAfter(day)) {
        break;
      }
      if (i > 0) {
        known.merge(VoiceMeasure.REOPENED, 1, Integer::sum);
      }
      var next = i + 1 < voice.rounds().size() ? voice.rounds().get(i + 1).from() : withdrawnOn;
      round(known, round, next, day);
    }
    return known;
  }

  private static void round(
      Map<VoiceMeasure, Integer> known, Round round, LocalDate end, LocalDate day) {
    var answer = round.answer();
    if (answer == null || answer.on().isAfter(day)) {
      if (end.isAfter(day)) {
        known.merge(VoiceMeasure.OPEN, 1, Integer::sum);
        if (day.isAfter(round.dueOn())) {
          known.merge(VoiceMeasure.OVERDUE, 1, Integer::sum);
        }
      }
      return;
    }
    known.merge(
        answer.on().isAfter(round.dueOn())
            ? VoiceMeasure.ANSWERED_LATE
            : VoiceMeasure.ANSWERED_IN_TIME,
        1,
        Integer::sum);
    var closing = round.closing();
    if (closing != null && !closing.on().isAfter(day)) {
      known.merge(
          closing.satisfied() ? VoiceMeasure.CLOSED_SATISFIED : VoiceMeasure.CLOSED_UNSATISFIED,
          1,
          Integer::sum);
    } else if (end.isAfter(day)) {
      known.merge(VoiceMeasure.TO_CLOSE, 1, Integer::sum);
    }
  }
}

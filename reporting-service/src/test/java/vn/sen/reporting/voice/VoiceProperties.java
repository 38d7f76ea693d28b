package vn.sen.reporting.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.voice.VoiceWorld.Answered;
import vn.sen.reporting.voice.VoiceWorld.Voice;

class VoiceProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(
          PROVINCE.branchA1,
          PROVINCE.branchB1,
          PROVINCE.branchB2,
          PROVINCE.communeB,
          PROVINCE.province);

  private record Addition(VoiceRow row, long delta) {}

  /** A history of voices, told by numbers. */
  static VoiceWorld world(List<Integer> seeds) {
    var world = new VoiceWorld();
    var days = new ArrayList<LocalDate>();
    for (int i = 0; i < 4; i++) {
      var kind = i % 2 == 0 ? VoiceKind.NEED : VoiceKind.PETITION;
      world.raise(UNITS.get(i), kind, i < 2 ? "LAND" : "FAMILY", START.plusDays(i));
      days.add(START.plusDays(i));
    }
    for (int seed : seeds) {
      int number = seed % 4;
      var on = days.get(number).plusDays(seed / 160 % 20);
      if (happen(world.voices().get(number), seed / 4 % 8, UNITS.get(seed / 32 % 5), on)) {
        days.set(number, on);
      }
    }
    return world;
  }

  private static boolean happen(Voice voice, int what, UUID unit, LocalDate on) {
    boolean allowed =
        switch (what) {
          case 0, 1, 2, 3 -> voice.waits();
          case 4, 5 -> voice.isToClose();
          case 6 -> !voice.waits() && !voice.answers.isEmpty();
          default -> voice.waits() || voice.isToClose();
        };
    if (allowed) {
      switch (what) {
        case 0, 1 -> voice.route(unit, on);
        case 2, 3 -> voice.answer(on);
        case 4 -> voice.close(unit.equals(voice.unit), on);
        case 5 -> voice.correctAnswer("FAMILY", on);
        case 6 -> voice.reopen(on);
        default -> voice.withdraw(on);
      }
    }
    return allowed;
  }

  private static VoiceReport report(
      VoiceFigures figures, Side side, LocalDate asOf, LocalDate hierarchy) {
    var map = PROVINCE.facts().map();
    return new VoiceReports(figures, () -> map).read().report(query(side, asOf, hierarchy));
  }

  static VoiceQuery query(Side side, LocalDate asOf, LocalDate hierarchy) {
    return new VoiceQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        side,
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.minusDays(30),
        null,
        null,
        Set.of(Dimension.values()));
  }

  private static final List<ToLongFunction<VoiceCounts>> SUMS =
      List.of(
          VoiceCounts::raised,
          VoiceCounts::open,
          VoiceCounts::overdue,
          VoiceCounts::toClose,
          VoiceCounts::answeredInTime,
          VoiceCounts::answeredLate,
          VoiceCounts::due,
          VoiceCounts::closedSatisfied,
          VoiceCounts::closedUnsatisfied,
          VoiceCounts::reopened,
          VoiceCounts::withdrawn);

  /** What is known, in the order of the sums, counted without any figures of events. */
  private static List<Long> counted(List<Voice> voices, LocalDate from, LocalDate asOf) {
    long overdue = count(voices, v -> v.waits, w -> w.lastsOn(asOf) && asOf.isAfter(w.dueOn()));
    long inTime = count(voices, v -> v.answers, a -> isWithin(a.on(), from, asOf) && a.inTime());
    long late = count(voices, v -> v.answers, a -> isWithin(a.on(), from, asOf) && !a.inTime());
    return List.of(
        voices.stream().filter(v -> isWithin(v.raisedOn, from, asOf)).count(),
        count(voices, v -> v.waits, w -> w.lastsOn(asOf)),
        overdue,
        count(voices, v -> v.answers, (Answered a) -> a.isToCloseOn(asOf)),
        inTime,
        late,
        inTime + late + overdue,
        happened(voices, VoiceMeasure.CLOSED_SATISFIED, from, asOf),
        happened(voices, VoiceMeasure.CLOSED_UNSATISFIED, from, asOf),
        happened(voices, VoiceMeasure.REOPENED, from, asOf),
        happened(voices, VoiceMeasure.WITHDRAWN, from, asOf));
  }

  private static <T> long count(
      List<Voice> voices, Function<Voice, List<T>> all, Predicate<T> which) {
    return voices.stream().flatMap(v -> all.apply(v).stream()).filter(which).count();
  }

  private static long happened(
      List<Voice> voices, VoiceMeasure measure, LocalDate from, LocalDate asOf) {
    return count(
        voices, v -> v.happened, h -> h.measure() == measure && isWithin(h.on(), from, asOf));
  }

  private static boolean isWithin(LocalDate day, LocalDate from, LocalDate asOf) {
    return !day.isBefore(from) && !day.isAfter(asOf);
  }

  private static List<Long> sums(Stream<VoiceCounts> counts) {
    var all = counts.toList();
    return SUMS.stream().map(sum -> all.stream().mapToLong(sum).sum()).toList();
  }

  @Property(tries = 300)
  void the_figures_are_what_is_known_under_every_map(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3_199) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 150) int day,
      @ForAll Side side) {
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var counted = counted(world.voices(), asOf.minusDays(30), asOf);

    for (var hierarchy : List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER)) {
      var report = report(world.figures(), side, asOf, hierarchy);

      assertThat(sums(Stream.of(report.total()))).isEqualTo(counted);
      assertThat(sums(report.rows().stream().map(r -> r.counts()))).isEqualTo(counted);
      assertThat(sums(report.byKind().stream().map(r -> r.counts()))).isEqualTo(counted);
      assertThat(sums(report.bySubject().stream().map(r -> r.counts()))).isEqualTo(counted);
      assertThat(sums(report.byRaisedAt().stream().map(r -> r.counts()))).isEqualTo(counted);
      assertThat(sums(report.byOwner().stream().map(r -> r.counts()))).isEqualTo(counted);
      assertThat(sums(report.cells().stream().map(r -> r.counts()))).isEqualTo(counted);
    }
  }

  @Property(tries = 200)
  void rows_come_to_the_same_in_whatever_order_they_are_read_back(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3_199) Integer> seeds,
      @ForAll long chance) {
    // given
    var world = world(seeds);
    var view = new VoiceView();
    var additions = new ArrayList<Addition>();
    VoiceWorld.fold(world.told(), (row, delta) -> additions.add(new Addition(row, delta)));
    // when
    Collections.shuffle(additions, new Random(chance));
    var figures = new VoiceFigures();
    additions.forEach(a -> figures.add(view.read(view.write(a.row())), a.delta()));
    figures.publish(ViewPosition.NONE);
    // then
    var asOf = START.plusDays(60);
    assertThat(report(figures, Side.OWNER, asOf, asOf))
        .isEqualTo(report(world.figures(), Side.OWNER, asOf, asOf));
  }

  @Property(tries = 200)
  void a_remembered_report_is_what_would_be_made_anew(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 3_199) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 100) int day) {
    var world = world(seeds);
    var map = PROVINCE.facts().map();
    var figures = new VoiceFigures();
    var reports = new VoiceReports(figures, () -> map);
    var asOf = START.plusDays(day);

    for (var told : world.told()) {
      VoiceWorld.fold(List.of(told), figures);
      figures.publish(ViewPosition.NONE);
      assertThat(reports.read().report(query(Side.RAISED, asOf, asOf)))
          .isEqualTo(report(figures, Side.RAISED, asOf, asOf));
    }
  }

  @Property(tries = 1)
  void rows_are_read_as_they_were_written() {
    var view = new VoiceView();
    var place =
        new VoicePlace(UUID.randomUUID(), UUID.randomUUID(), VoiceKind.PETITION, "đất | nhà");
    var row = new VoiceRow(place, VoiceMeasure.OVERDUE, START, START.plusDays(1));
    assertThat(view.read(view.write(row))).isEqualTo(row);
  }
}

package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.VoiceChange;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;

/**
 * The steps of the figures that a voice stands for. That it will be overdue is told for the day
 * after the due one, ahead of it, and taken back by an answer in time; so a figure of any day is
 * the sum of the steps up to it, whenever something is told or corrected.
 */
final class VoiceFigures {

  private static final Comparator<VoiceChange> ORDER =
      Comparator.comparing(VoiceChange::date)
          .thenComparing(VoiceChange::measure)
          .thenComparing(VoiceChange::delta)
          .thenComparing(change -> change.place().ownerId());

  private final Voice voice;
  private final Map<VoiceChange, Integer> net;
  private final int sign;

  private VoiceFigures(Voice voice, Map<VoiceChange, Integer> net, int sign) {
    this.voice = voice;
    this.net = net;
    this.sign = sign;
  }

  /**
   * What leads from one voice's figures to the other's: net, by date, without what cancels out.
   *
   * @param before null where it is raised
   */
  static List<VoiceChange> between(@Nullable Voice before, Voice after) {
    Map<VoiceChange, Integer> net = new HashMap<>();
    new VoiceFigures(after, net, +1).steps();
    if (before != null) {
      new VoiceFigures(before, net, -1).steps();
    }
    return net.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(
            e ->
                new VoiceChange(
                    e.getKey().date(), e.getKey().place(), e.getKey().measure(), e.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private void steps() {
    var owner = voice.matter().unitId();
    tell(voice.matter().raisedOn(), owner, VoiceMeasure.RAISED, 1);
    var rounds = voice.rounds();
    for (int i = 0; i < rounds.size(); i++) {
      var round = rounds.get(i);
      if (i > 0) {
        tell(round.from(), owner, VoiceMeasure.REOPENED, 1);
      }
      var end = i + 1 < rounds.size() ? rounds.get(i + 1).from() : withdrawnOn();
      owner = waiting(round, owner, end);
      answered(round, owner, end);
    }
    var withdrawn = withdrawnOn();
    if (withdrawn != null) {
      tell(withdrawn, owner, VoiceMeasure.WITHDRAWN, 1);
    }
  }

  private @Nullable LocalDate withdrawnOn() {
    return voice instanceof Voice.Withdrawn withdrawn ? withdrawn.on() : null;
  }

  /**
   * It waits for an answer at one owner after the other.
   *
   * @param end when it was withdrawn, or null
   * @return the last owner
   */
  private UUID waiting(Round round, UUID first, @Nullable LocalDate end) {
    var overdueFrom = round.dueOn().plusDays(1);
    var until = round.answer() == null ? end : round.answer().on();
    var owner = first;
    var since = round.from();
    for (var routing : round.route()) {
      stands(owner, since, routing.on(), overdueFrom);
      owner = routing.toUnitId();
      since = routing.on();
    }
    stands(owner, since, until, overdueFrom);
    return owner;
  }

  /** It waits at an owner from a day until before another one, or for ever. */
  private void stands(
      UUID owner, LocalDate from, @Nullable LocalDate until, LocalDate overdueFrom) {
    stock(owner, VoiceMeasure.OPEN, from, until);
    var late = from.isBefore(overdueFrom) ? overdueFrom : from;
    if (until == null || late.isBefore(until)) {
      stock(owner, VoiceMeasure.OVERDUE, late, until);
    }
  }

  private void answered(Round round, UUID owner, @Nullable LocalDate end) {
    var answer = round.answer();
    if (answer == null) {
      return;
    }
    boolean inTime = !answer.on().isAfter(round.dueOn());
    tell(
        answer.on(), owner, inTime ? VoiceMeasure.ANSWERED_IN_TIME : VoiceMeasure.ANSWERED_LATE, 1);
    var closing = round.closing();
    stock(owner, VoiceMeasure.TO_CLOSE, answer.on(), closing == null ? end : closing.on());
    if (closing != null) {
      tell(
          closing.on(),
          owner,
          closing.satisfied() ? VoiceMeasure.CLOSED_SATISFIED : VoiceMeasure.CLOSED_UNSATISFIED,
          1);
    }
  }

  private void stock(UUID owner, VoiceMeasure measure, LocalDate from, @Nullable LocalDate until) {
    tell(from, owner, measure, 1);
    if (until != null) {
      tell(until, owner, measure, -1);
    }
  }

  private void tell(LocalDate date, UUID owner, VoiceMeasure measure, int delta) {
    var matter = voice.matter();
    var place = new VoicePlace(matter.unitId(), owner, matter.kind(), matter.subject());
    net.merge(new VoiceChange(date, place, measure, 0), sign * delta, Integer::sum);
  }
}

package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One time that a voice waits for an answer: from when it was raised, or reopened, until it is
 * closed.
 *
 * @param from the day it was raised, or reopened
 * @param dueOn the last day for an answer
 * @param reason why it was reopened; null in the first round and where it was erased
 * @param route in order
 * @param answer null while there is none
 * @param closing null while it is not closed with who raised it
 */
record Round(
    LocalDate from,
    LocalDate dueOn,
    @Nullable String reason,
    List<Routing> route,
    @Nullable Answer answer,
    @Nullable VoiceClosing closing) {

  /**
   * The voice went to another unit.
   *
   * @param reason null where it was erased
   */
  record Routing(UUID fromUnitId, UUID toUnitId, LocalDate on, @Nullable String reason) {}

  /**
   * What its owner answered.
   *
   * @param text null where it was erased
   */
  record Answer(LocalDate on, @Nullable String text) {}

  /** It was closed with who raised it, satisfied or not. */
  record VoiceClosing(LocalDate on, boolean satisfied) {}

  Round {
    route = List.copyOf(route);
  }

  static Round begun(LocalDate from, LocalDate dueOn, @Nullable String reason) {
    return new Round(from, dueOn, reason, List.of(), null, null);
  }

  Round routed(Routing routing) {
    var all = new ArrayList<>(route);
    all.add(routing);
    return new Round(from, dueOn, reason, all, answer, closing);
  }

  Round answered(Answer given) {
    return new Round(from, dueOn, reason, route, given, closing);
  }

  Round closed(VoiceClosing closed) {
    return new Round(from, dueOn, reason, route, answer, closed);
  }

  Round dated(LocalDate otherFrom, LocalDate otherDueOn) {
    return new Round(otherFrom, otherDueOn, reason, route, answer, closing);
  }

  /** The same without a word of what was said. */
  Round wordless() {
    return new Round(
        from,
        dueOn,
        null,
        route.stream().map(r -> new Routing(r.fromUnitId(), r.toUnitId(), r.on(), null)).toList(),
        answer == null ? null : new Answer(answer.on(), null),
        closing);
  }

  /** The days of what happened in it, in order. */
  Stream<LocalDate> days() {
    return Stream.of(
            Stream.of(from),
            route.stream().map(Routing::on),
            Stream.ofNullable(answer).map(Answer::on),
            Stream.ofNullable(closing).map(VoiceClosing::on))
        .flatMap(days -> days);
  }
}

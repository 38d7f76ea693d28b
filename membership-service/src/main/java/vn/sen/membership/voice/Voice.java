package vn.sen.membership.voice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.VoiceChange;
import vn.sen.events.membership.VoiceEvent;
import vn.sen.events.membership.VoiceEvent.VoiceAnswered;
import vn.sen.events.membership.VoiceEvent.VoiceClosed;
import vn.sen.events.membership.VoiceEvent.VoiceCorrected;
import vn.sen.events.membership.VoiceEvent.VoiceErased;
import vn.sen.events.membership.VoiceEvent.VoiceLinked;
import vn.sen.events.membership.VoiceEvent.VoiceRaised;
import vn.sen.events.membership.VoiceEvent.VoiceReopened;
import vn.sen.events.membership.VoiceEvent.VoiceRouted;
import vn.sen.events.membership.VoiceEvent.VoiceUnlinked;
import vn.sen.events.membership.VoiceEvent.VoiceWithdrawn;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceRaisedBy;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/** A need or a petition raised at the grassroots, in one of four states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Voice.Open.class, name = "OPEN"),
  @JsonSubTypes.Type(value = Voice.Answered.class, name = "ANSWERED"),
  @JsonSubTypes.Type(value = Voice.Closed.class, name = "CLOSED"),
  @JsonSubTypes.Type(value = Voice.Withdrawn.class, name = "WITHDRAWN")
})
sealed interface Voice {

  /** As the API names the states. */
  enum VoiceState {
    OPEN,
    ANSWERED,
    CLOSED,
    WITHDRAWN
  }

  /**
   * What was raised.
   *
   * @param unitId where
   * @param memberId who, where a member did
   * @param subject the code of the subject area
   * @param text what it says; null where it was erased
   */
  record Matter(
      UUID unitId,
      VoiceRaisedBy by,
      @Nullable UUID memberId,
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      @Nullable String text) {}

  Matter matter();

  /** How often it was to be answered, and what came of it; the first one first, never empty. */
  List<Round> rounds();

  /** Names those that are like it; null where nobody said that any is. */
  @Nullable UUID bundle();

  /** The same state of a voice that differs in the rest. */
  Voice with(Matter matter, List<Round> rounds, @Nullable UUID bundle);

  /** It waits for an answer. */
  record Open(Matter matter, List<Round> rounds, @Nullable UUID bundle) implements Voice {
    public Open {
      rounds = List.copyOf(rounds);
    }

    @Override
    public Open with(Matter other, List<Round> all, @Nullable UUID named) {
      return new Open(other, all, named);
    }
  }

  /** Its owner has answered; who raised it does not know, or has not said what she thinks of it. */
  record Answered(Matter matter, List<Round> rounds, @Nullable UUID bundle) implements Voice {
    public Answered {
      rounds = List.copyOf(rounds);
    }

    @Override
    public Answered with(Matter other, List<Round> all, @Nullable UUID named) {
      return new Answered(other, all, named);
    }
  }

  /** It was closed with who raised it. */
  record Closed(Matter matter, List<Round> rounds, @Nullable UUID bundle) implements Voice {
    public Closed {
      rounds = List.copyOf(rounds);
    }

    @Override
    public Closed with(Matter other, List<Round> all, @Nullable UUID named) {
      return new Closed(other, all, named);
    }
  }

  /** It is not pursued any more. */
  record Withdrawn(Matter matter, List<Round> rounds, @Nullable UUID bundle, LocalDate on)
      implements Voice {
    public Withdrawn {
      rounds = List.copyOf(rounds);
    }

    @Override
    public Withdrawn with(Matter other, List<Round> all, @Nullable UUID named) {
      return new Withdrawn(other, all, named, on);
    }
  }

  /**
   * Somebody raises it; the unit where she does has to answer first.
   *
   * @throws UnitRules.UnitNotInForce if the unit does not exist on the day
   */
  static Decision<Voice> raise(Matter raw, VoiceTerms terms, Units units, LocalDate today) {
    if (raw.raisedOn().isAfter(today)) {
      throw new VoiceRules.VoiceDayOutOfOrder("/raisedOn");
    }
    if ((raw.by() == VoiceRaisedBy.MEMBER) == (raw.memberId() == null)) {
      throw new VoiceRules.RaiserDoesNotFit();
    }
    if (!units.existsOn(raw.unitId(), raw.raisedOn())) {
      throw new UnitRules.UnitNotInForce("/unitId", raw.raisedOn().toString());
    }
    terms.requireSubject(raw.subject());
    var dueOn = terms.dueOn(raw.kind(), raw.raisedOn());
    var text = VoiceRules.text(Objects.requireNonNull(raw.text()), VoiceRules.MAX_TEXT, "/text");
    var matter =
        new Matter(
            raw.unitId(),
            raw.by(),
            raw.memberId(),
            raw.kind(),
            raw.subject(),
            raw.raisedOn(),
            text);
    var voice = new Open(matter, List.of(Round.begun(raw.raisedOn(), dueOn, null)), null);
    return Decision.of(
        voice,
        new VoiceRaised(
            raw.unitId(),
            raw.by(),
            raw.kind(),
            raw.subject(),
            dueOn,
            raw.raisedOn(),
            VoiceFigures.between(null, voice)));
  }

  /**
   * Another unit has to answer: one above or below its owner on the map of the day, or, where a
   * split has ended the owner, one of those that its successors are on that day.
   *
   * @throws UnitRules.UnitNotInForce if there is no such unit on the day
   * @throws VoiceRules.RoutedToEndedUnit if it has become others by the day
   */
  default Decision<Voice> route(
      UUID toUnitId, LocalDate on, String rawReason, OrgMap map, LocalDate today) {
    requireOpen();
    requireDay(on, "/on", today);
    var from = owner();
    if (toUnitId.equals(from)) {
      return Decision.nothing(this);
    }
    if (!map.existsOn(toUnitId, on)) {
      throw notInForce(toUnitId, on, map);
    }
    if (!isRelated(from, toUnitId, on, map)) {
      throw new VoiceRules.NotAboveOrBelowTheOwner(on);
    }
    var reason = VoiceRules.text(rawReason, VoiceRules.MAX_REASON, "/reason");
    var routed = last().routed(new Round.Routing(from, toUnitId, on, reason));
    return to(
        new Open(matter(), replacingLast(routed), bundle()),
        changes -> new VoiceRouted(from, toUnitId, on, changes));
  }

  private static RuleViolation notInForce(UUID unit, LocalDate on, OrgMap map) {
    var became = map.becameOn(unit, on);
    return became.isEmpty()
        ? new UnitRules.UnitNotInForce("/toUnitId", on.toString())
        : new VoiceRules.RoutedToEndedUnit(on, became);
  }

  private static boolean isRelated(UUID from, UUID to, LocalDate on, OrgMap map) {
    var owner = map.place(from, List.of(), on);
    if (owner.isWithin(to)) {
      return true;
    }
    return owner.remainder()
        ? successors(from, on, map).anyMatch(to::equals)
        : owner.lowest().filter(map.place(to, List.of(), on)::isWithin).isPresent();
  }

  private static Stream<UUID> successors(UUID divided, LocalDate on, OrgMap map) {
    return map.splits().stream()
        .filter(split -> split.concerns(map, divided, List.of()))
        .flatMap(split -> split.successors().stream())
        .flatMap(successor -> map.becameOn(successor, on).stream())
        .map(OrgUnit::id);
  }

  /** Its owner answers. */
  default Decision<Voice> answer(String rawText, LocalDate on, LocalDate today) {
    requireOpen();
    requireDay(on, "/on", today);
    var text = VoiceRules.text(rawText, VoiceRules.MAX_TEXT, "/text");
    var answered = last().answered(new Round.Answer(on, text));
    return to(
        new Answered(matter(), replacingLast(answered), bundle()),
        changes -> new VoiceAnswered(owner(), !on.isAfter(last().dueOn()), on, changes));
  }

  /** Who raised it knows the answer, and says what she thinks of it. */
  default Decision<Voice> close(boolean satisfied, LocalDate on, LocalDate today) {
    switch (this) {
      case Answered _ -> requireDay(on, "/on", today);
      case Open _ -> throw new VoiceRules.VoiceNotAnswered();
      case Closed _ -> throw new VoiceRules.VoiceAlreadyClosed();
      case Withdrawn _ -> throw new VoiceRules.VoiceIsWithdrawn();
    }
    var closed = last().closed(new Round.VoiceClosing(on, satisfied));
    return to(
        new Closed(matter(), replacingLast(closed), bundle()),
        changes -> new VoiceClosed(satisfied, on, changes));
  }

  /** The answer did not do: its owner has to answer once more. */
  default Decision<Voice> reopen(
      String rawReason, LocalDate on, VoiceTerms terms, LocalDate today) {
    switch (this) {
      case Answered _, Closed _ -> requireDay(on, "/on", today);
      case Open _ -> throw new VoiceRules.VoiceNotAnswered();
      case Withdrawn _ -> throw new VoiceRules.VoiceIsWithdrawn();
    }
    if (isErased()) {
      throw new VoiceRules.VoiceIsErased();
    }
    var reason = VoiceRules.text(rawReason, VoiceRules.MAX_REASON, "/reason");
    var dueOn = terms.dueOn(matter().kind(), on);
    var all = new ArrayList<>(rounds());
    all.add(Round.begun(on, dueOn, reason));
    return to(new Open(matter(), all, bundle()), changes -> new VoiceReopened(dueOn, on, changes));
  }

  /** It is not pursued any more. */
  default Decision<Voice> withdraw(LocalDate on, LocalDate today) {
    switch (this) {
      case Open _, Answered _ -> requireDay(on, "/on", today);
      case Closed _ -> throw new VoiceRules.VoiceAlreadyClosed();
      case Withdrawn _ -> throw new VoiceRules.VoiceIsWithdrawn();
    }
    return to(
        new Withdrawn(matter(), rounds(), bundle(), on),
        changes -> new VoiceWithdrawn(on, changes));
  }

  /**
   * What was told of it was wrong.
   *
   * @param answeredOn the day of the last answer; null where it was right, or there is none
   * @param closedOn the day it was closed; null where it was right, or it is not closed
   * @throws UnitRules.UnitNotInForce if its unit does not exist on the day it was raised instead
   */
  default Decision<Voice> correct(
      VoiceKind kind,
      String subject,
      LocalDate raisedOn,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate closedOn,
      VoiceTerms terms,
      Units units,
      LocalDate today) {
    terms.requireSubject(subject);
    var before = matter();
    if (!raisedOn.equals(before.raisedOn()) && !units.existsOn(before.unitId(), raisedOn)) {
      throw new UnitRules.UnitNotInForce("/raisedOn", raisedOn.toString());
    }
    var matter =
        new Matter(
            before.unitId(),
            before.by(),
            before.memberId(),
            kind,
            subject,
            raisedOn,
            before.text());
    var all = new ArrayList<Round>();
    for (var round : rounds()) {
      var from = all.isEmpty() ? raisedOn : round.from();
      boolean same = kind == before.kind() && from.equals(round.from());
      all.add(round.dated(from, same ? round.dueOn() : terms.dueOn(kind, from)));
    }
    all.add(redated(all.removeLast(), answeredOn, closedOn));
    var corrected = with(matter, all, bundle());
    requireOrder(corrected, today);
    var last = corrected.last();
    return to(
        corrected,
        changes ->
            new VoiceCorrected(
                kind,
                subject,
                raisedOn,
                last.dueOn(),
                last.answer() == null ? null : last.answer().on(),
                last.closing() == null ? null : last.closing().on(),
                today,
                changes));
  }

  private static Round redated(
      Round round, @Nullable LocalDate answeredOn, @Nullable LocalDate closedOn) {
    var dated = round;
    if (answeredOn != null) {
      var answer = round.answer();
      if (answer == null) {
        throw new VoiceRules.NothingToCorrect("/answeredOn");
      }
      dated = dated.answered(new Round.Answer(answeredOn, answer.text()));
    }
    if (closedOn != null) {
      var closing = round.closing();
      if (closing == null) {
        throw new VoiceRules.NothingToCorrect("/closedOn");
      }
      dated = dated.closed(new Round.VoiceClosing(closedOn, closing.satisfied()));
    }
    return dated;
  }

  private static void requireOrder(Voice voice, LocalDate today) {
    var earlier = LocalDate.MIN;
    for (var day : voice.days().toList()) {
      if (day.isBefore(earlier) || day.isAfter(today)) {
        throw new VoiceRules.VoiceDayOutOfOrder("");
      }
      earlier = day;
    }
  }

  /**
   * It is like another voice.
   *
   * @param fresh names those that are alike where neither of the two is like any other yet
   */
  default Decision<Voice> link(UUID other, @Nullable UUID otherBundle, UUID fresh, LocalDate on) {
    if (bundle() != null && otherBundle != null && !otherBundle.equals(bundle())) {
      throw new VoiceRules.LinkedElsewhere();
    }
    if (bundle() != null && bundle().equals(otherBundle)) {
      return Decision.nothing(this);
    }
    var shared = bundle() != null ? bundle() : otherBundle != null ? otherBundle : fresh;
    return Decision.of(with(matter(), rounds(), shared), new VoiceLinked(other, shared, on));
  }

  /** Another voice was found to be like it; where it is like others already it stays with them. */
  default Decision<Voice> linked(UUID other, UUID shared, LocalDate on) {
    return bundle() != null
        ? Decision.nothing(this)
        : Decision.of(with(matter(), rounds(), shared), new VoiceLinked(other, shared, on));
  }

  /** It is not like the others. */
  default Decision<Voice> unlink(LocalDate on) {
    var left = bundle();
    if (left == null) {
      throw new VoiceRules.NotLinked();
    }
    return Decision.of(with(matter(), rounds(), null), new VoiceUnlinked(left, on));
  }

  /**
   * Who raised it had her data erased: not a word is left, and what was pending is not pursued any
   * more. It goes on counting. Said twice it changes nothing.
   */
  default Decision<Voice> erase(LocalDate on) {
    if (isErased()) {
      return Decision.nothing(this);
    }
    var m = matter();
    var wordless =
        new Matter(m.unitId(), m.by(), m.memberId(), m.kind(), m.subject(), m.raisedOn(), null);
    var silent = rounds().stream().map(Round::wordless).toList();
    var lastDay = days().max(LocalDate::compareTo).orElse(on);
    var end = on.isBefore(lastDay) ? lastDay : on;
    var erased =
        this instanceof Open || this instanceof Answered
            ? new Withdrawn(wordless, silent, bundle(), end)
            : with(wordless, silent, bundle());
    return to(erased, changes -> new VoiceErased(end, changes));
  }

  default boolean isErased() {
    return matter().text() == null;
  }

  private Decision<Voice> to(Voice after, Function<List<VoiceChange>, VoiceEvent> event) {
    return after.equals(this)
        ? Decision.nothing(this)
        : Decision.of(after, event.apply(VoiceFigures.between(this, after)));
  }

  private void requireOpen() {
    switch (this) {
      case Open _ -> {
        // as it should be
      }
      case Answered _ -> throw new VoiceRules.VoiceAlreadyAnswered();
      case Closed _ -> throw new VoiceRules.VoiceAlreadyClosed();
      case Withdrawn _ -> throw new VoiceRules.VoiceIsWithdrawn();
    }
  }

  private void requireDay(LocalDate on, String pointer, LocalDate today) {
    if (on.isAfter(today) || days().anyMatch(on::isBefore)) {
      throw new VoiceRules.VoiceDayOutOfOrder(pointer);
    }
  }

  /** The days of what happened to it, in order. */
  private Stream<LocalDate> days() {
    var withdrawn = this instanceof Withdrawn w ? Stream.of(w.on()) : Stream.<LocalDate>of();
    return Stream.concat(rounds().stream().flatMap(Round::days), withdrawn);
  }

  /** The present round, or the last one. */
  default Round last() {
    return rounds().getLast();
  }

  private List<Round> replacingLast(Round replacement) {
    var all = new ArrayList<>(rounds());
    all.set(all.size() - 1, replacement);
    return all;
  }

  /** The unit that has to answer, or had to last. */
  default UUID owner() {
    return route().map(Round.Routing::toUnitId).reduce((_, next) -> next).orElse(matter().unitId());
  }

  /** All units it has come to. */
  default List<UUID> units() {
    return Stream.concat(Stream.of(matter().unitId()), route().map(Round.Routing::toUnitId))
        .distinct()
        .toList();
  }

  private Stream<Round.Routing> route() {
    return rounds().stream().flatMap(round -> round.route().stream());
  }

  default VoiceState state() {
    return switch (this) {
      case Open _ -> VoiceState.OPEN;
      case Answered _ -> VoiceState.ANSWERED;
      case Closed _ -> VoiceState.CLOSED;
      case Withdrawn _ -> VoiceState.WITHDRAWN;
    };
  }
}

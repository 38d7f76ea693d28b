package vn.sen.training.trainingclass;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.events.DomainEvent;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.ClassCancellation;
import vn.sen.events.training.ClassChange;
import vn.sen.events.training.ClassEvent;
import vn.sen.events.training.ClassEvent.AttendanceRecorded;
import vn.sen.events.training.ClassEvent.ClassAssigned;
import vn.sen.events.training.ClassEvent.ClassCancelled;
import vn.sen.events.training.ClassEvent.ClassClosed;
import vn.sen.events.training.ClassEvent.ClassHeld;
import vn.sen.events.training.ClassEvent.ClassOpened;
import vn.sen.events.training.ClassEvent.ClassPlanned;
import vn.sen.events.training.ClassEvent.ClassReplanned;
import vn.sen.events.training.ClassEvent.ParticipantAssigned;
import vn.sen.events.training.ClassEvent.ParticipantRemoved;
import vn.sen.events.training.ClassEvent.ParticipantsEnrolled;
import vn.sen.events.training.ClassEvent.PlacesGranted;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassResult;

/** A class, in one of five states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrainingClass.Planned.class, name = "PLANNED"),
  @JsonSubTypes.Type(value = TrainingClass.Open.class, name = "OPEN"),
  @JsonSubTypes.Type(value = TrainingClass.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = TrainingClass.Closed.class, name = "CLOSED"),
  @JsonSubTypes.Type(value = TrainingClass.Cancelled.class, name = "CANCELLED")
})
public sealed interface TrainingClass {

  /** So many people a class can have: its record has to stay readable. */
  int MAX_PARTICIPANTS = 2_000;

  /** As the API names the states. */
  enum Status {
    PLANNED,
    OPEN,
    HELD,
    CLOSED,
    CANCELLED
  }

  Outline outline();

  Roll roll();

  TrainingClass with(Outline outline, Roll roll);

  /** It is to be held; nobody can be enrolled yet. */
  record Planned(Outline outline) implements TrainingClass {
    @Override
    public Roll roll() {
      return Roll.EMPTY;
    }

    @Override
    public Planned with(Outline changed, Roll roll) {
      return new Planned(changed);
    }
  }

  /** Units and people are enrolled; sessions may be under way. */
  record Open(Outline outline, Roll roll) implements TrainingClass {
    @Override
    public Open with(Outline changed, Roll changedRoll) {
      return new Open(changed, changedRoll);
    }
  }

  /** The last session is over; results are awaited. */
  record Held(Outline outline, Roll roll) implements TrainingClass {
    @Override
    public Held with(Outline changed, Roll changedRoll) {
      return new Held(changed, changedRoll);
    }
  }

  /** All is said; certificates can be issued. */
  record Closed(Outline outline, Roll roll, LocalDate on) implements TrainingClass {
    @Override
    public Closed with(Outline changed, Roll changedRoll) {
      return new Closed(changed, changedRoll, on);
    }
  }

  /** It was not held. */
  record Cancelled(Outline outline, Roll roll, ClassCancellation reason, LocalDate on)
      implements TrainingClass {
    @Override
    public Cancelled with(Outline changed, Roll changedRoll) {
      return new Cancelled(changed, changedRoll, reason, on);
    }
  }

  default Status status() {
    return switch (this) {
      case Planned _ -> Status.PLANNED;
      case Open _ -> Status.OPEN;
      case Held _ -> Status.HELD;
      case Closed _ -> Status.CLOSED;
      case Cancelled _ -> Status.CANCELLED;
    };
  }

  default boolean wasHeld() {
    return this instanceof Held || this instanceof Closed;
  }

  static Decision<TrainingClass> plan(Outline outline, LocalDate today) {
    return Decision.of(
        new Planned(outline.checked()),
        new ClassPlanned(outline.plan(), earlier(outline.begin(), today)));
  }

  /**
   * The plan is another one. A session that attendance was recorded for stays as it is. Where what
   * was passed gives another competency, or from or until another day, the results are told anew.
   *
   * @param changed of the same course and organiser
   */
  default Decision<TrainingClass> replan(Outline changed, LocalDate today) {
    requireNotOver();
    changed.checked();
    var sessions = changed.plan().sessions();
    for (int i = 0; i < outline().plan().sessions().size(); i++) {
      if (roll().tells(i + 1)
          && (i >= sessions.size()
              || !sessions.get(i).equals(outline().plan().sessions().get(i)))) {
        throw new ClassRules.SessionTookPlace(i);
      }
    }
    requireOver(this instanceof Held, changed.end(), today);
    if (changed.equals(outline())) {
      return Decision.nothing(this);
    }
    var after = with(changed, roll());
    var events = new ArrayList<DomainEvent>();
    events.add(
        new ClassReplanned(
            changed.plan(), earlier(changed.begin(), today), ClassFigures.between(this, after)));
    var results = roll().results();
    if (!results.isEmpty() && !changed.givesTheSameAs(outline())) {
      events.add(after.recorded(results, List.of()));
    }
    return new Decision<>(after, events);
  }

  default Decision<TrainingClass> open(LocalDate today) {
    if (this instanceof Open) {
      return Decision.nothing(this);
    }
    if (!(this instanceof Planned)) {
      throw new ClassRules.ClassNotPlanned();
    }
    return Decision.of(
        new Open(outline(), Roll.EMPTY), new ClassOpened(earlier(outline().begin(), today)));
  }

  /** A unit may send so many people; who is enrolled already stays. */
  default Decision<TrainingClass> grant(UUID unit, int places, LocalDate today) {
    requireEnrolling();
    var granted = roll().grant(unit, places);
    return granted.equals(roll())
        ? Decision.nothing(this)
        : Decision.of(
            with(outline(), granted),
            new PlacesGranted(unit, places, earlier(outline().begin(), today)));
  }

  /** People are to take part; those who do already are passed over. */
  default Decision<TrainingClass> enrol(List<Seat> seats, LocalDate today) {
    requireEnrolling();
    var fresh = seats.stream().filter(seat -> roll().seat(seat.person()).isEmpty()).toList();
    if (fresh.isEmpty()) {
      return Decision.nothing(this);
    }
    if (roll().seats().size() + fresh.size() > MAX_PARTICIPANTS) {
      throw new ClassRules.TooManyParticipants(MAX_PARTICIPANTS);
    }
    return Decision.of(
        with(outline(), roll().with(fresh)),
        new ParticipantsEnrolled(
            fresh.stream().map(Seat::enrolment).toList(), earlier(outline().begin(), today)));
  }

  /** Somebody who was at no session does not take part. */
  default Decision<TrainingClass> remove(UUID person, LocalDate today) {
    requireEnrolling();
    var seat = roll().seat(person).orElseThrow(() -> new ClassRules.NotEnrolled("/personId"));
    if (!seat.present().isEmpty()) {
      throw new ClassRules.WasPresent();
    }
    return Decision.of(
        with(outline(), roll().without(person)),
        new ParticipantRemoved(person, earlier(outline().begin(), today)));
  }

  /**
   * Who was at a session and who was not; what was said of them before is replaced.
   *
   * @throws ClassRules.NeverPresent if a correction leaves somebody with a pass and without
   *     presence
   */
  default Decision<TrainingClass> attend(int session, List<AttendanceMark> marks, LocalDate today) {
    requireEnrolling();
    var date = outline().session(session).date();
    if (date.isAfter(today)) {
      throw new ClassRules.SessionNotYet(date);
    }
    var fresh = new ArrayList<AttendanceMark>();
    var named = new HashSet<UUID>();
    for (int i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      var pointer = "/marks/" + i + "/personId";
      if (!named.add(mark.personId())) {
        throw new ClassRules.NamedTwice(pointer);
      }
      var seat =
          roll().seat(mark.personId()).orElseThrow(() -> new ClassRules.NotEnrolled(pointer));
      if (!seat.isMarked(session, mark.attendance())) {
        requirePresenceBehind(seat.marked(session, mark.attendance()), pointer);
        fresh.add(mark);
      }
    }
    return fresh.isEmpty()
        ? Decision.nothing(this)
        : told(
            with(outline(), roll().marked(session, fresh)),
            changes -> new AttendanceRecorded(session, fresh, date, changes));
  }

  /** These people were at a session; those who were not enrolled are, from then on. */
  default Decision<TrainingClass> attendWith(int session, List<Seat> present, LocalDate today) {
    var enrolled = enrol(present, today);
    var marks =
        present.stream()
            .map(seat -> new AttendanceMark(seat.person(), Attendance.PRESENT))
            .toList();
    var attended = enrolled.state().attend(session, marks, today);
    var events = new ArrayList<DomainEvent>(enrolled.events());
    events.addAll(attended.events());
    return new Decision<>(attended.state(), events);
  }

  private static void requirePresenceBehind(Seat seat, String pointer) {
    if (seat.result() != null && seat.present().isEmpty()) {
      throw new ClassRules.NeverPresent(pointer);
    }
  }

  /** Its last session is over. */
  default Decision<TrainingClass> hold(LocalDate today) {
    if (this instanceof Held) {
      return Decision.nothing(this);
    }
    if (!(this instanceof Open)) {
      throw new ClassRules.ClassNotOpen();
    }
    requireOver(true, outline().end(), today);
    if (!roll().anybodyWasPresent()) {
      throw new ClassRules.NobodyAttended();
    }
    return told(new Held(outline(), roll()), changes -> new ClassHeld(outline().end(), changes));
  }

  /** What participants brought it to; what was said of them before is replaced. */
  default Decision<TrainingClass> result(List<ClassResult> results) {
    if (!wasHeld()) {
      throw new ClassRules.ClassNotHeld();
    }
    var fresh = new LinkedHashMap<UUID, ClassResult>();
    var named = new HashSet<UUID>();
    for (int i = 0; i < results.size(); i++) {
      var stated = results.get(i);
      var pointer = "/results/" + i + "/personId";
      if (!named.add(stated.personId())) {
        throw new ClassRules.NamedTwice(pointer);
      }
      if (stated.grade() != null && !stated.passed()) {
        throw new ClassRules.GradeWithoutPass(i);
      }
      var seat =
          roll().seat(stated.personId()).orElseThrow(() -> new ClassRules.NotEnrolled(pointer));
      if (seat.present().isEmpty()) {
        throw new ClassRules.NeverPresent(pointer);
      }
      if (!stated.equals(seat.result())) {
        fresh.put(stated.personId(), stated);
      }
    }
    return fresh.isEmpty()
        ? Decision.nothing(this)
        : told(
            with(outline(), roll().with(fresh)),
            changes -> recorded(List.copyOf(fresh.values()), changes));
  }

  private ResultsRecorded recorded(List<ClassResult> results, List<ClassChange> changes) {
    return new ResultsRecorded(
        results,
        outline().plan().competency(),
        outline().competentUntil(),
        outline().end(),
        changes);
  }

  /** All is said. */
  default Decision<TrainingClass> close(LocalDate on, LocalDate today) {
    if (this instanceof Closed) {
      return Decision.nothing(this);
    }
    if (!(this instanceof Held)) {
      throw new ClassRules.ClassNotHeld();
    }
    if (on.isBefore(outline().end())) {
      throw new ClassRules.ClosedBeforeEnd(outline().end());
    }
    if (on.isAfter(today)) {
      throw new ClassRules.ClosedInFuture();
    }
    return Decision.of(new Closed(outline(), roll(), on), new ClassClosed(on));
  }

  /** It is not held. */
  default Decision<TrainingClass> cancel(ClassCancellation reason, LocalDate today) {
    if (this instanceof Cancelled) {
      return Decision.nothing(this);
    }
    if (wasHeld() || roll().anybodyWasPresent()) {
      throw new ClassRules.ClassWasAttended();
    }
    return Decision.of(
        new Cancelled(outline(), roll(), reason, today), new ClassCancelled(reason, today));
  }

  /**
   * Of the successors of the organiser, the class follows this one.
   *
   * @param splits those that concern the organiser and gave a part to the successor
   */
  default Decision<TrainingClass> assign(UUID successor, List<Split> splits, LocalDate today) {
    if (outline().via().contains(successor)) {
      return Decision.nothing(this);
    }
    if (splits.isEmpty()) {
      throw new ClassRules.NotASuccessor();
    }
    return told(
        with(outline().assignedTo(successor, splits), roll()),
        changes -> new ClassAssigned(successor, today, changes));
  }

  /**
   * A split assigned a participant to a successor; who does not take part is passed over.
   *
   * @param splits those by which the successor has her, and no other unit any more
   */
  default Decision<TrainingClass> assignParticipant(
      UUID person, UUID successor, List<Split> splits, LocalDate on) {
    var seat = roll().seat(person);
    if (seat.isEmpty() || seat.get().enrolment().via().contains(successor)) {
      return Decision.nothing(this);
    }
    return told(
        with(outline(), roll().assigned(person, successor, splits)),
        changes -> new ParticipantAssigned(person, successor, on, changes));
  }

  private Decision<TrainingClass> told(
      TrainingClass after, Function<List<ClassChange>, ClassEvent> event) {
    return Decision.of(after, event.apply(ClassFigures.between(this, after)));
  }

  private void requireEnrolling() {
    if (!(this instanceof Open) && !(this instanceof Held)) {
      throw new ClassRules.ClassNotOpen();
    }
  }

  private void requireNotOver() {
    switch (this) {
      case Closed _ -> throw new ClassRules.ClassIsClosed();
      case Cancelled _ -> throw new ClassRules.ClassIsCancelled();
      case Planned _, Open _, Held _ -> {}
    }
  }

  private static void requireOver(boolean needed, LocalDate end, LocalDate today) {
    if (needed && end.isAfter(today)) {
      throw new ClassRules.ClassNotOver(end);
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

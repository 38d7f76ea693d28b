package vn.sen.reporting.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.VoiceChange;
import vn.sen.events.membership.VoiceEvent;
import vn.sen.events.membership.VoiceEvent.VoiceAnswered;
import vn.sen.events.membership.VoiceEvent.VoiceClosed;
import vn.sen.events.membership.VoiceEvent.VoiceCorrected;
import vn.sen.events.membership.VoiceEvent.VoiceRaised;
import vn.sen.events.membership.VoiceEvent.VoiceReopened;
import vn.sen.events.membership.VoiceEvent.VoiceRouted;
import vn.sen.events.membership.VoiceEvent.VoiceWithdrawn;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.events.membership.VoiceRaisedBy;

/** Voices, as their events tell. */
public final class VoiceWorld {

  /** How many days there are for an answer. */
  public static final int DAYS = 15;

  /** An event of a voice and the version after it. */
  public record Told(UUID aggregate, long sequence, VoiceEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          MembershipEvents.SOURCE,
          aggregate,
          MembershipEvents.CATALOG.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          MembershipEvents.CATALOG.encode(event));
    }

    /** What a reader presents who wants to see it. */
    public String token() {
      return Topic.VOICES.aggregates() + ":" + aggregate + "@" + sequence;
    }
  }

  private final List<Told> told = new ArrayList<>();
  private final List<Voice> voices = new ArrayList<>();

  /** All that was told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  List<Voice> voices() {
    return List.copyOf(voices);
  }

  /** All that was told so far, folded. */
  public VoiceFigures figures() {
    var figures = new VoiceFigures();
    fold(told, figures);
    figures.publish(ViewPosition.NONE);
    return figures;
  }

  /** Folds what was told. */
  static void fold(List<Told> told, RowSink<VoiceRow> rows) {
    var view = new VoiceView();
    told.forEach(t -> view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), rows));
  }

  /** A voice is raised. */
  public Voice raise(UUID unit, VoiceKind kind, String subject, LocalDate on) {
    var voice = new Voice(unit, kind, subject, on);
    voices.add(voice);
    voice.tell(
        () -> voice.waits.add(new Wait(unit, on, null, on.plusDays(DAYS))),
        changes ->
            new VoiceRaised(
                unit, VoiceRaisedBy.MEMBER, kind, subject, on.plusDays(DAYS), on, changes));
    return voice;
  }

  /** It waits for an answer of an owner, until before a day, or null. */
  record Wait(UUID owner, LocalDate from, LocalDate until, LocalDate dueOn) {

    Wait ended(LocalDate on) {
      return new Wait(owner, from, on, dueOn);
    }

    boolean lastsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** It was answered, and is to be closed until before a day, or null. */
  record Answered(UUID owner, LocalDate on, LocalDate dueOn, LocalDate until) {

    boolean inTime() {
      return !on.isAfter(dueOn);
    }

    boolean isToCloseOn(LocalDate day) {
      return !day.isBefore(on) && (until == null || day.isBefore(until));
    }
  }

  /** Something that happened once. */
  record Happened(UUID owner, LocalDate on, VoiceMeasure measure) {}

  /** What is known of a voice; an event's changes are the figures after it less those before. */
  public final class Voice {
    public final UUID id = UUID.randomUUID();
    final UUID unit;
    final VoiceKind kind;
    final LocalDate raisedOn;
    final List<Wait> waits = new ArrayList<>();
    final List<Answered> answers = new ArrayList<>();
    final List<Happened> happened = new ArrayList<>();
    private String subject;
    private long version;

    private Voice(UUID unit, VoiceKind kind, String subject, LocalDate raisedOn) {
      this.unit = unit;
      this.kind = kind;
      this.subject = subject;
      this.raisedOn = raisedOn;
    }

    private Told tell(Runnable change, Function<List<VoiceChange>, VoiceEvent> event) {
      var net = new HashMap<VoiceChange, Integer>();
      if (version > 0) {
        steps().forEach((step, delta) -> net.merge(step, -delta, Integer::sum));
      }
      change.run();
      steps().forEach((step, delta) -> net.merge(step, delta, Integer::sum));
      var changes = new ArrayList<VoiceChange>();
      net.forEach(
          (step, delta) -> {
            if (delta != 0) {
              changes.add(new VoiceChange(step.date(), step.place(), step.measure(), delta));
            }
          });
      var next = new Told(id, ++version, event.apply(changes));
      told.add(next);
      return next;
    }

    boolean waits() {
      return waits.getLast().until() == null;
    }

    boolean isToClose() {
      return !waits() && !answers.isEmpty() && answers.getLast().until() == null;
    }

    UUID owner() {
      return waits.getLast().owner();
    }

    public Told route(UUID to, LocalDate on) {
      var from = owner();
      return tell(
          () -> {
            var last = waits.removeLast();
            waits.add(last.ended(on));
            waits.add(new Wait(to, on, null, last.dueOn()));
          },
          changes -> new VoiceRouted(from, to, on, changes));
    }

    public Told answer(LocalDate on) {
      boolean inTime = !on.isAfter(waits.getLast().dueOn());
      return tell(
          () -> {
            var last = waits.removeLast();
            waits.add(last.ended(on));
            answers.add(new Answered(last.owner(), on, last.dueOn(), null));
          },
          changes -> new VoiceAnswered(owner(), inTime, on, changes));
    }

    private void endAnswer(LocalDate on) {
      var last = answers.removeLast();
      answers.add(new Answered(last.owner(), last.on(), last.dueOn(), on));
    }

    public Told close(boolean satisfied, LocalDate on) {
      return tell(
          () -> {
            endAnswer(on);
            happened.add(
                new Happened(
                    owner(),
                    on,
                    satisfied ? VoiceMeasure.CLOSED_SATISFIED : VoiceMeasure.CLOSED_UNSATISFIED));
          },
          changes -> new VoiceClosed(satisfied, on, changes));
    }

    public Told reopen(LocalDate on) {
      return tell(
          () -> {
            if (isToClose()) {
              endAnswer(on);
            }
            happened.add(new Happened(owner(), on, VoiceMeasure.REOPENED));
            waits.add(new Wait(owner(), on, null, on.plusDays(DAYS)));
          },
          changes -> new VoiceReopened(on.plusDays(DAYS), on, changes));
    }

    public Told withdraw(LocalDate on) {
      return tell(
          () -> {
            if (isToClose()) {
              endAnswer(on);
            } else {
              waits.add(waits.removeLast().ended(on));
            }
            happened.add(new Happened(owner(), on, VoiceMeasure.WITHDRAWN));
          },
          changes -> new VoiceWithdrawn(on, changes));
    }

    /** The last answer came on another day, and the subject area was another one. */
    public Told correctAnswer(String otherSubject, LocalDate answeredOn) {
      var due = waits.getLast().dueOn();
      return tell(
          () -> {
            subject = otherSubject;
            waits.add(waits.removeLast().ended(answeredOn));
            var last = answers.removeLast();
            answers.add(new Answered(last.owner(), answeredOn, last.dueOn(), last.until()));
          },
          changes ->
              new VoiceCorrected(
                  kind, otherSubject, raisedOn, due, answeredOn, null, answeredOn, changes));
    }

    private Map<VoiceChange, Integer> steps() {
      var steps = new HashMap<VoiceChange, Integer>();
      step(steps, raisedOn, unit, VoiceMeasure.RAISED, 1);
      for (var wait : waits) {
        stock(steps, wait.owner(), VoiceMeasure.OPEN, wait.from(), wait.until());
        var late = wait.dueOn().plusDays(1);
        var from = late.isBefore(wait.from()) ? wait.from() : late;
        if (wait.until() == null || from.isBefore(wait.until())) {
          stock(steps, wait.owner(), VoiceMeasure.OVERDUE, from, wait.until());
        }
      }
      for (var answer : answers) {
        var measure = answer.inTime() ? VoiceMeasure.ANSWERED_IN_TIME : VoiceMeasure.ANSWERED_LATE;
        step(steps, answer.on(), answer.owner(), measure, 1);
        stock(steps, answer.owner(), VoiceMeasure.TO_CLOSE, answer.on(), answer.until());
      }
      happened.forEach(h -> step(steps, h.on(), h.owner(), h.measure(), 1));
      return steps;
    }

    private void stock(
        Map<VoiceChange, Integer> steps,
        UUID owner,
        VoiceMeasure measure,
        LocalDate from,
        LocalDate until) {
      step(steps, from, owner, measure, 1);
      if (until != null) {
        step(steps, until, owner, measure, -1);
      }
    }

    private void step(
        Map<VoiceChange, Integer> steps,
        LocalDate on,
        UUID owner,
        VoiceMeasure measure,
        int delta) {
      var place = new VoicePlace(unit, owner, kind, subject);
      steps.merge(new VoiceChange(on, place, measure, 0), delta, Integer::sum);
    }
  }
}

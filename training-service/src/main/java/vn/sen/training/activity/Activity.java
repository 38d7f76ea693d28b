package vn.sen.training.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.ActivityCancellation;
import vn.sen.events.training.ActivityChange;
import vn.sen.events.training.ActivityEvent;
import vn.sen.events.training.ActivityEvent.ActivityAssigned;
import vn.sen.events.training.ActivityEvent.ActivityCancelled;
import vn.sen.events.training.ActivityEvent.ActivityCorrected;
import vn.sen.events.training.ActivityEvent.ActivityHeld;
import vn.sen.events.training.ActivityEvent.ActivityParticipantsStated;
import vn.sen.events.training.ActivityEvent.ActivityPlanned;
import vn.sen.events.training.ActivityEvent.ActivityReported;
import vn.sen.events.training.ActivityEvent.RecommendationDone;

/** An activity, in one of four states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Activity.Planned.class, name = "PLANNED"),
  @JsonSubTypes.Type(value = Activity.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = Activity.Reported.class, name = "REPORTED"),
  @JsonSubTypes.Type(value = Activity.Cancelled.class, name = "CANCELLED")
})
sealed interface Activity {

  /** So many people can be named: its record has to stay readable. */
  int MOST_NAMED = 2_000;

  /** As the API names the states. */
  enum Status {
    PLANNED,
    HELD,
    REPORTED,
    CANCELLED
  }

  Outline outline();

  Activity with(Outline changed);

  /** It is to be held. */
  record Planned(Outline outline) implements Activity {
    @Override
    public Planned with(Outline changed) {
      return new Planned(changed);
    }
  }

  /** It was held. */
  record Held(Outline outline, Attendees attendees) implements Activity {
    @Override
    public Held with(Outline changed) {
      return new Held(changed, attendees);
    }
  }

  /** What came of it is known; what it recommends may still have to be done. */
  record Reported(Outline outline, Attendees attendees, Report report) implements Activity {
    @Override
    public Reported with(Outline changed) {
      return new Reported(changed, attendees, report);
    }
  }

  /** It was not held, or never was. */
  record Cancelled(Outline outline, ActivityCancellation reason, LocalDate on) implements Activity {
    @Override
    public Cancelled with(Outline changed) {
      return new Cancelled(changed, reason, on);
    }
  }

  default Status status() {
    return switch (this) {
      case Planned _ -> Status.PLANNED;
      case Held _ -> Status.HELD;
      case Reported _ -> Status.REPORTED;
      case Cancelled _ -> Status.CANCELLED;
    };
  }

  /** Who came; nobody while it was not held. */
  default Attendees attendees() {
    return switch (this) {
      case Held held -> held.attendees();
      case Reported reported -> reported.attendees();
      case Planned _, Cancelled _ -> Attendees.NONE;
    };
  }

  /** What came of it, or empty. */
  default Optional<Report> reported() {
    return this instanceof Reported told ? Optional.of(told.report()) : Optional.empty();
  }

  default boolean wasHeld() {
    return this instanceof Held || this instanceof Reported;
  }

  static Decision<Activity> plan(Outline outline, LocalDate today) {
    return Decision.of(
        new Planned(outline),
        new ActivityPlanned(outline.plan(), earlier(outline.plan().from(), today)));
  }

  /** It is, or was, another one from the beginning. */
  default Decision<Activity> correct(Outline changed, LocalDate today) {
    requireAlive();
    var next = changed.followingAs(outline());
    if (wasHeld()) {
      requireOver(next.plan().to(), today);
    }
    reported().ifPresent(report -> requireHeldBefore(report, next.plan().to()));
    return next.equals(outline())
        ? Decision.nothing(this)
        : told(
            with(next),
            changes ->
                new ActivityCorrected(next.plan(), earlier(next.plan().from(), today), changes));
  }

  private static void requireHeldBefore(Report report, LocalDate to) {
    if (report.on().isBefore(to)) {
      throw new ActivityRules.ReportedBeforeHeld(to);
    }
    for (var recommendation : report.recommendations()) {
      if (recommendation.doneOn() != null && recommendation.doneOn().isBefore(to)) {
        throw new ActivityRules.DoneBeforeHeld(to);
      }
    }
  }

  /** It was held on these days, which may be other ones than those planned. */
  default Decision<Activity> hold(LocalDate from, LocalDate to, LocalDate today) {
    var held = outline().on(from, to);
    if (wasHeld() && held.equals(outline())) {
      return Decision.nothing(this);
    }
    if (!(this instanceof Planned)) {
      throw new ActivityRules.ActivityNotPlanned();
    }
    requireOver(to, today);
    return told(new Held(held, Attendees.NONE), changes -> new ActivityHeld(from, to, changes));
  }

  /** Who came; what was said before is replaced. */
  default Decision<Activity> attend(Attendees attendees) {
    var after =
        switch (this) {
          case Held held -> new Held(held.outline(), attendees.checked());
          case Reported told -> new Reported(told.outline(), attendees.checked(), told.report());
          case Planned _, Cancelled _ -> throw new ActivityRules.ActivityNotHeld();
        };
    return attendees.equals(attendees())
        ? Decision.nothing(this)
        : told(
            after,
            changes ->
                new ActivityParticipantsStated(
                    attendees.members(),
                    attendees.others(),
                    attendees.traits(),
                    outline().plan().to(),
                    changes));
  }

  /** What came of it; reported again, what was done of the recommendations stays done. */
  default Decision<Activity> report(Report report, LocalDate today) {
    if (!wasHeld()) {
      throw new ActivityRules.ActivityNotHeld();
    }
    if (report.on().isAfter(today)) {
      throw new ActivityRules.ReportedInFuture();
    }
    var whole = reported().map(report::after).orElse(report);
    requireHeldBefore(whole, outline().plan().to());
    return Optional.of(whole).equals(reported())
        ? Decision.nothing(this)
        : told(
            new Reported(outline(), attendees(), whole),
            changes -> new ActivityReported(whole.recommendations(), whole.on(), changes));
  }

  /** A recommendation was done; told again, the day is corrected. */
  default Decision<Activity> done(int number, LocalDate on, LocalDate today) {
    if (!(this instanceof Reported(var outline, var attendees, var report))) {
      throw new ActivityRules.ActivityNotReported();
    }
    if (on.isAfter(today)) {
      throw new ActivityRules.DoneInFuture();
    }
    var after = report.done(number, on);
    requireHeldBefore(after, outline.plan().to());
    return after.equals(report)
        ? Decision.nothing(this)
        : told(
            new Reported(outline, attendees, after),
            changes -> new RecommendationDone(number, on, changes));
  }

  /** It is not held; what was held is cancelled only where it was entered by mistake. */
  default Decision<Activity> cancel(ActivityCancellation reason, LocalDate today) {
    if (this instanceof Cancelled) {
      return Decision.nothing(this);
    }
    if (wasHeld() && reason != ActivityCancellation.ENTERED_BY_MISTAKE) {
      throw new ActivityRules.ActivityTookPlace();
    }
    return told(
        new Cancelled(outline(), reason, today),
        changes -> new ActivityCancelled(reason, today, changes));
  }

  /**
   * Of the successors among which the organiser, or the unit that was visited, was divided, it
   * follows this one; what is said last counts.
   *
   * @param splits those that concern one of its two places and gave a part to the successor
   */
  default Decision<Activity> assign(
      UUID successor, Function<Outline.Part, List<Split>> splits, LocalDate today) {
    Function<Outline.Part, List<Split>> wanted =
        part -> part.via().contains(successor) ? List.of() : splits.apply(part);
    var organisers = wanted.apply(outline().organiser());
    var targets = outline().visited().map(wanted).orElse(List.of());
    if (organisers.isEmpty() && targets.isEmpty()) {
      if (outline().via().contains(successor) || outline().targetVia().contains(successor)) {
        return Decision.nothing(this);
      }
      throw new ActivityRules.NoSuccessorOfActivity();
    }
    var split = (organisers.isEmpty() ? targets : organisers).getFirst().unit();
    return told(
        with(outline().assigned(successor, organisers, targets)),
        changes -> new ActivityAssigned(split, successor, today, changes));
  }

  private Decision<Activity> told(
      Activity after, Function<List<ActivityChange>, ActivityEvent> event) {
    return Decision.of(after, event.apply(ActivityFigures.between(this, after)));
  }

  private void requireAlive() {
    if (this instanceof Cancelled) {
      throw new ActivityRules.ActivityIsCancelled();
    }
  }

  private static void requireOver(LocalDate to, LocalDate today) {
    if (to.isAfter(today)) {
      throw new ActivityRules.ActivityNotOver(to);
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

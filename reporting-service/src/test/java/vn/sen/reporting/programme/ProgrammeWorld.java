package vn.sen.reporting.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.Approval;
import vn.sen.events.training.ActivityChange;
import vn.sen.events.training.ActivityEvent.ActivityHeld;
import vn.sen.events.training.ActivityEvent.ActivityParticipantsStated;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ProgrammeUnitEvent.ResultStated;
import vn.sen.events.training.ProgrammeUnitEvent.TargetSet;
import vn.sen.events.training.ProgrammeUnitEvent.TargetWithdrawn;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.events.training.TrainingEvents;
import vn.sen.events.training.UnionProgrammeEvent;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorAdded;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeIntroduced;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.activity.ActivityRow;
import vn.sen.reporting.activity.ActivityView;

/** Programmes of the Union with targets and stated results, and activities, as events tell. */
public final class ProgrammeWorld {

  private static final Approval APPROVED = new Approval("author", "approver");

  /** An event of an aggregate and its version. */
  public record Told(Topic topic, UUID aggregate, long sequence, DomainEvent event) {

    /** The event as it travels. */
    public EventRecord envelope() {
      return new EventRecord(
          EventRecord.idOf(aggregate, sequence),
          TrainingEvents.SOURCE,
          aggregate,
          TrainingEvents.CATALOG.nameOf(event),
          Instant.parse("2026-01-05T02:00:00Z"),
          sequence,
          event.effectiveDate(),
          Cause.UNKNOWN,
          TrainingEvents.CATALOG.encode(event));
    }
  }

  private final List<Told> told = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Map<String, UUID> pairs = new HashMap<>();

  /** All that was told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  public ProgrammeFigures programmes() {
    var figures = new ProgrammeFigures();
    fold(figures);
    figures.publish(ViewPosition.NONE);
    return figures;
  }

  void fold(RowSink<ProgrammeRow> rows) {
    var view = new ProgrammeView();
    for (var t : told) {
      if (view.topics().contains(t.topic())) {
        view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), rows);
      }
    }
  }

  public ActivityFigures activities() {
    var figures = new ActivityFigures();
    var view = new ActivityView();
    fold(view, (row, delta) -> figures.add(view.read(view.write(row)), delta));
    figures.publish(ViewPosition.NONE);
    return figures;
  }

  /** Tells what a view of the activities counts. */
  public void fold(ActivityView view, RowSink<ActivityRow> rows) {
    for (var t : told) {
      if (view.topics().contains(t.topic())) {
        view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), rows);
      }
    }
  }

  private Told tell(Topic topic, UUID aggregate, DomainEvent event) {
    var next = new Told(topic, aggregate, versions.merge(aggregate, 1L, Long::sum), event);
    told.add(next);
    return next;
  }

  /** A rule that counts all there is of a measure. */
  static ResultRule rule(ResultMeasure measure, boolean ownOnly) {
    return new ResultRule(measure, null, null, null, null, null, null, null, ownOnly);
  }

  /** A rule of what officers state. */
  public static ResultRule stated(StatedKind kind) {
    return new ResultRule(ResultMeasure.STATED, null, null, null, null, null, null, kind, false);
  }

  public Programme introduce(String code, LocalDate from, LocalDate until) {
    var programme = new Programme(code);
    programme.tell(
        new UnionProgrammeIntroduced(code, "Chương trình " + code, from, until, "QĐ 1719"));
    return programme;
  }

  /** A programme, to which more happens. */
  public final class Programme {
    public final UUID id = UUID.randomUUID();
    private final String code;

    private Programme(String code) {
      this.code = code;
    }

    public Told tell(UnionProgrammeEvent event) {
      return ProgrammeWorld.this.tell(Topic.UNION_PROGRAMMES, id, event);
    }

    /** It is measured by something more, in whole numbers. */
    public Told measure(String indicator, ResultRule rule, LocalDate from) {
      return measure(indicator, rule, 0, from);
    }

    Told measure(String indicator, ResultRule rule, int decimals, LocalDate from) {
      return measure(indicator, rule, "tổ", decimals, from);
    }

    Told measure(String indicator, ResultRule rule, String unit, int decimals, LocalDate from) {
      return tell(new IndicatorAdded(indicator, indicator + "?", unit, decimals, rule, from));
    }

    private UUID at(UUID unit) {
      return pairs.computeIfAbsent(code + unit, _ -> UUID.randomUUID());
    }

    public Told target(String indicator, UUID unit, int year, long value) {
      return ProgrammeWorld.this.tell(
          Topic.UNION_PROGRAMMES,
          at(unit),
          new TargetSet(
              code, unit, indicator, year, value, "KH", LocalDate.of(year, 2, 1), List.of()));
    }

    Told withdrawTarget(String indicator, UUID unit, int year) {
      return ProgrammeWorld.this.tell(
          Topic.UNION_PROGRAMMES,
          at(unit),
          new TargetWithdrawn(code, unit, indicator, year, LocalDate.of(year, 3, 1), List.of()));
    }

    /** A result is stated; null where nothing is any more. */
    public Told state(String indicator, UUID unit, LocalDate asOf, StatedKind kind, Long value) {
      return ProgrammeWorld.this.tell(
          Topic.UNION_PROGRAMMES,
          at(unit),
          new ResultStated(
              code, unit, indicator, asOf, kind, value, "báo cáo", APPROVED, List.of()));
    }
  }

  /** An activity was held, to which members and others came. */
  public UUID hold(
      ActivityKind kind, UUID unit, String programme, LocalDate on, int others, UUID... members) {
    var id = UUID.randomUUID();
    var changes = new ArrayList<ActivityChange>();
    for (var member : members) {
      changes.add(turns(on, kind, unit, programme, member, 1));
    }
    if (others > 0) {
      changes.add(turns(on, kind, unit, programme, null, others));
    }
    tell(
        Topic.ACTIVITIES,
        id,
        new ActivityHeld(
            on,
            on,
            List.of(
                new ActivityChange(
                    on, place(kind, unit, programme, null, null), ActivityMeasure.ACTIVITIES, 1))));
    tell(
        Topic.ACTIVITIES,
        id,
        new ActivityParticipantsStated(List.of(), List.of(), List.of(), on, changes));
    return id;
  }

  private static ActivityChange turns(
      LocalDate on, ActivityKind kind, UUID unit, String programme, UUID person, long count) {
    var category = person == null ? ParticipantCategory.OTHER : ParticipantCategory.MEMBER;
    return new ActivityChange(
        on, place(kind, unit, programme, person, category), ActivityMeasure.TURNS, count);
  }

  private static ActivityPlace place(
      ActivityKind kind, UUID unit, String programme, UUID person, ParticipantCategory category) {
    return new ActivityPlace(
        kind, unit, List.of(), null, List.of(), programme, null, person, category, null);
  }
}

package vn.sen.reporting.activity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.RowSink;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;
import vn.sen.events.training.ActivityEvent;
import vn.sen.events.training.ActivityEvent.ActivityPlanned;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.TrainingEvents;
import vn.sen.reporting.reading.Once;
import vn.sen.reporting.reading.ProvinceTime;

/** Counts activities: each change of an event is an addition to one row. */
public final class ActivityView implements ViewDefinition<ActivityRow> {

  private static final Set<Class<? extends DomainEvent>> WANTED =
      Stream.of(ActivityEvent.class.getPermittedSubclasses())
          .filter(type -> type != ActivityPlanned.class)
          .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
          .collect(Collectors.toUnmodifiableSet());

  private final Once once = new Once();

  @Override
  public String name() {
    return "activities";
  }

  @Override
  public List<Topic> topics() {
    return List.of(Topic.ACTIVITIES);
  }

  @Override
  public EventCatalog catalog() {
    return TrainingEvents.CATALOG;
  }

  @Override
  public Set<Class<? extends DomainEvent>> wants() {
    return WANTED;
  }

  @Override
  public void fold(DomainEvent event, RecordMeta meta, RowSink<ActivityRow> rows) {
    if (!(event instanceof ActivityEvent activity)) {
      throw new IllegalArgumentException("Not about an activity: " + event.getClass().getName());
    }
    var known = ProvinceTime.known(meta);
    for (var c : activity.changes()) {
      rows.add(shared(new ActivityRow(c.place(), c.measure(), c.date(), known)), c.delta());
    }
  }

  @Override
  public String write(ActivityRow row) {
    return row.text();
  }

  @Override
  public ActivityRow read(String text) {
    return shared(ActivityRow.parse(text));
  }

  /** An equal row that shares its parts with others: many people, few units and days. */
  private ActivityRow shared(ActivityRow row) {
    return new ActivityRow(
        shared(row.place()), row.measure(), once.of(row.date()), once.of(row.known()));
  }

  private ActivityPlace shared(ActivityPlace place) {
    var known = once.find(place);
    return known != null
        ? known
        : once.of(
            new ActivityPlace(
                place.kind(),
                once.of(place.unitId()),
                once.of(place.via()),
                orNull(place.targetUnitId()),
                once.of(place.targetVia()),
                orNull(place.programme()),
                orNull(place.themeId()),
                orNull(place.personId()),
                place.category(),
                place.trait()));
  }

  private <T> @Nullable T orNull(@Nullable T part) {
    return part == null ? null : once.of(part);
  }
}

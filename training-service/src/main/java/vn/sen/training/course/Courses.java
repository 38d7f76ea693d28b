package vn.sen.training.course;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.TrainingEvents;

/** Keeps the courses. */
@Component
public class Courses {

  private static final AggregateKind<Course> KIND =
      new AggregateKind<>(
          "course",
          "courses",
          Topic.COURSES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Course.class,
          Courses::index,
          course -> List.of("code:" + course.code()),
          List.of(List.of("code")));

  private final AggregateStore<Course> store;

  Courses(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Course course) {
    var index = new HashMap<String, String>();
    index.put("code", course.code());
    index.put("from", course.editions().getFirst().from().toString());
    if (course.retiredOn() != null) {
      index.put("retiredOn", course.retiredOn().toString());
    }
    return index;
  }

  Committed introduce(CommandContext by, Decision<Course> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(UUID id, CommandContext by, Function<Course, Decision<Course>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Course> get(UUID id) {
    return store.get(id);
  }

  /** A course, or empty. */
  public Optional<Course> find(UUID id) {
    return store.find(id).map(Stored::state);
  }

  /** Courses of which classes can begin on a day, by code, those behind a code. */
  List<Stored<Course>> on(LocalDate day, String behindCode, int limit) {
    return store
        .documents()
        .find(
            Filters.and(
                Filters.gt("ix.code", behindCode),
                Filters.lte("ix.from", day.toString()),
                Filters.or(
                    Filters.exists("ix.retiredOn", false),
                    Filters.gt("ix.retiredOn", day.toString()))))
        .sort(Sorts.ascending("ix.code"))
        .limit(limit)
        .map(store::stored)
        .into(new ArrayList<>());
  }
}

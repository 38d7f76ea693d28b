package vn.sen.training.programme;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
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

/** Keeps the programmes of the Union. */
@Component
public class Programmes {

  private static final AggregateKind<Programme> KIND =
      new AggregateKind<>(
          "programme",
          "programmes",
          Topic.UNION_PROGRAMMES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Programme.class,
          Programmes::index,
          programme -> List.of("code:" + programme.code()),
          List.of(List.of("code")));

  private final AggregateStore<Programme> store;

  Programmes(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Programme programme) {
    var index = new HashMap<String, String>();
    index.put("code", programme.code());
    index.put("from", programme.days().from().toString());
    if (programme.days().until() != null) {
      index.put("until", programme.days().until().toString());
    }
    return index;
  }

  Committed introduce(CommandContext by, Decision<Programme> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(UUID id, CommandContext by, Function<Programme, Decision<Programme>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Programme> get(UUID id) {
    return store.get(id);
  }

  /** Whether a programme of the code runs on a day. */
  public boolean runsOn(String code, LocalDate day) {
    return store
            .documents()
            .countDocuments(Filters.and(Filters.eq("ix.code", code), runningOn(day)))
        > 0;
  }

  /** The programmes that run on a day, by code, those behind a code. */
  List<Stored<Programme>> on(LocalDate day, String behindCode, int limit) {
    return store
        .documents()
        .find(Filters.and(Filters.gt("ix.code", behindCode), runningOn(day)))
        .sort(Sorts.ascending("ix.code"))
        .limit(limit)
        .map(store::stored)
        .into(new ArrayList<>());
  }

  private static Bson runningOn(LocalDate day) {
    return Filters.and(
        Filters.lte("ix.from", day.toString()),
        Filters.or(Filters.exists("ix.until", false), Filters.gte("ix.until", day.toString())));
  }
}

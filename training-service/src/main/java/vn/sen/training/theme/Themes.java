package vn.sen.training.theme;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** Keeps the themes. */
@Component
class Themes {

  private static final AggregateKind<Theme> KIND =
      new AggregateKind<>(
          "theme",
          "themes",
          Topic.THEMES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Theme.class,
          Themes::index,
          theme -> List.of("code:" + theme.code()),
          List.of(List.of("code")));

  private final AggregateStore<Theme> store;

  Themes(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Theme theme) {
    var index = new HashMap<String, String>();
    index.put("code", theme.code());
    index.put("from", theme.from().toString());
    if (theme.retiredOn() != null) {
      index.put("retiredOn", theme.retiredOn().toString());
    }
    return index;
  }

  Committed introduce(CommandContext by, ThemeCommand.Introduce command) {
    return store.create(
        by.newId(), by, Decision.of(null, Theme.decide(null, command), Theme::evolve));
  }

  Committed retire(UUID id, CommandContext by, ThemeCommand.Retire command) {
    return store.change(
        id, by, theme -> Decision.of(theme, Theme.decide(theme, command), Theme::evolve));
  }

  Stored<Theme> get(UUID id) {
    return store.get(id);
  }

  Optional<Stored<Theme>> find(UUID id) {
    return store.find(id);
  }

  /** Themes classes can be held on at a day, by code, those behind a code. */
  List<Stored<Theme>> on(LocalDate day, String behindCode, int limit) {
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

package vn.sen.reporting.published.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.reporting.FigureFinding;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.reporting.published.PublishedFigure;
import vn.sen.reporting.published.Registered;

/** Keeps the register. */
@Component
public class PublishedFigures {

  /** More than anybody states of one unit. */
  private static final int MOST = 1_000;

  private static final AggregateKind<PublishedFigure> KIND =
      new AggregateKind<>(
          "published-figure",
          "published_figures",
          Topic.PUBLISHED_FIGURES,
          ReportingEvents.SOURCE,
          ReportingEvents.CATALOG,
          PublishedFigure.class,
          PublishedFigures::index,
          figure -> List.of(),
          List.of(List.of("unit", "order")));

  private final AggregateStore<PublishedFigure> store;

  PublishedFigures(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(PublishedFigure figure) {
    var index = new HashMap<String, String>();
    index.put("unit", figure.unit().toString());
    index.put("counts", Boolean.toString(figure.withdrawal() == null));
    index.put("order", figure.source() + "\n" + figure.asOf() + "\n" + figure.line().key());
    return index;
  }

  /** Enters a figure. */
  public Committed register(CommandContext by, PublishedFigure figure) {
    return store.create(by.newId(), by, () -> PublishedFigure.register(figure));
  }

  /**
   * Says why a figure differs.
   *
   * @param finding null to take back what was said
   */
  public Committed explain(
      UUID id, CommandContext by, @Nullable FigureFinding finding, @Nullable String reason) {
    return store.change(id, by, figure -> figure.explain(finding, reason, BusinessZone.today()));
  }

  /** Takes a figure out of the comparison. */
  public Committed withdraw(UUID id, CommandContext by, String reason) {
    return store.change(id, by, figure -> figure.withdraw(reason, BusinessZone.today()));
  }

  /** A figure, withdrawn or not. */
  public Stored<PublishedFigure> get(UUID id) {
    return store.get(id);
  }

  /** Those of a unit that count, by source and day. */
  public List<Registered> of(UUID unit) {
    var documents =
        store
            .documents()
            .find(
                Filters.and(
                    Filters.eq("ix.unit", unit.toString()), Filters.eq("ix.counts", "true")))
            .sort(Sorts.ascending("ix.order"))
            .limit(MOST)
            .into(new ArrayList<>());
    return store.stored(documents).stream()
        .map(stored -> new Registered(stored.id(), stored.version(), stored.state()))
        .toList();
  }
}

package vn.sen.membership.title;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.store.Stored;

/** All titles there ever were, by the database: few. */
@Component
public class Titles {

  private final AggregateStore<Title> store;

  Titles(AggregateStore<Title> store) {
    this.store = store;
  }

  /** By code. */
  public List<Stored<Title>> all() {
    return store
        .documents()
        .find(Filters.eq("kind", "title"))
        .map(store::stored)
        .into(new ArrayList<>())
        .stream()
        .sorted(Comparator.comparing(title -> title.state().code()))
        .toList();
  }

  /**
   * @throws NotFound if there is no such title (404)
   */
  public Title get(UUID id) {
    return store.get(id).state();
  }
}

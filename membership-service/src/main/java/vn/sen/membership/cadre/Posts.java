package vn.sen.membership.cadre;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;

/**
 * Posts by the database. A post exists as soon as its unit and title do; it has a document from its
 * first term on.
 */
@Component
class Posts {

  private final AggregateStore<Post> store;

  Posts(AggregateStore<Post> store) {
    this.store = store;
  }

  /** The id of a title's post at a unit. */
  static UUID id(UUID unitId, UUID titleId) {
    return CommandContext.derive("post", unitId.toString(), titleId.toString());
  }

  /** The post; version 0 while nobody ever held it. */
  Stored<Post> get(UUID unitId, UUID titleId) {
    var id = id(unitId, titleId);
    return store.find(id).orElseGet(() -> new Stored<>(id, 0, Post.untouched(unitId, titleId)));
  }

  /** Those of the posts that somebody ever held, by id, with one question. */
  Map<UUID, Stored<Post>> findAll(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.findAll(ids);
  }

  /** All posts that somebody ever held at one of the units. */
  List<Stored<Post>> at(Collection<UUID> units) {
    return store
        .documents()
        .find(Filters.in("ix." + CadreConfiguration.UNIT, units))
        .map(store::stored)
        .into(new ArrayList<>());
  }

  /** All posts that somebody ever held. */
  List<Stored<Post>> heldBy(UUID person) {
    return store
        .documents()
        .find(Filters.eq("ix." + CadreConfiguration.PERSONS, person))
        .map(store::stored)
        .into(new ArrayList<>());
  }

  /** Empty while nobody ever held it. */
  List<HistoryEntry> history(UUID unitId, UUID titleId) {
    var id = id(unitId, titleId);
    return store.find(id).isPresent() ? store.history(id) : List.of();
  }

  /** A command to a post that nobody may ever have held. */
  Committed change(
      UUID unitId, UUID titleId, CommandContext by, Function<Post, Decision<Post>> decide) {
    return store.changeOrBegin(id(unitId, titleId), by, Post.untouched(unitId, titleId), decide);
  }

  /** A process's command to a post that somebody held. */
  void change(UUID post, CommandContext by, Function<Post, Decision<Post>> decide) {
    store.change(post, by, decide);
  }
}

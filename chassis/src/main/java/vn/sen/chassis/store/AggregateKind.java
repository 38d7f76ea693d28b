package vn.sen.chassis.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.sen.events.EventCatalog;
import vn.sen.events.Topic;

/**
 * How one kind of aggregate is kept and published.
 *
 * @param name distinguishes kinds that share a collection
 * @param collection the MongoDB collection
 * @param topic where its events go
 * @param source the CloudEvents source, for example {@code /sen/membership}
 * @param catalog knows the wire names of its events
 * @param state the class of the state, kept as a sub-document
 * @param index fields to search by, kept under {@code ix}; null values are left out
 * @param keys natural keys, each {@code name:value}, unique over the whole collection
 * @param indexes non-unique indexes, each a list of fields below {@code ix}
 * @param secrets texts of the state, as JSON pointers, that are encrypted under the aggregate's own
 *     key, where a step {@code *} stands for each item of a list; neither {@code index} nor {@code
 *     keys} may give them away
 * @param secretsKept whether no change looks at the secrets: they stay as they are, and their key
 *     is not asked for; what decides finds something unreadable in their places
 */
public record AggregateKind<S>(
    String name,
    String collection,
    Topic topic,
    String source,
    EventCatalog catalog,
    Class<S> state,
    Function<S, Map<String, ?>> index,
    Function<S, Collection<String>> keys,
    List<List<String>> indexes,
    List<String> secrets,
    boolean secretsKept) {

  public AggregateKind {
    indexes = List.copyOf(indexes);
    secrets = List.copyOf(secrets);
  }

  /** A kind without secrets. */
  public AggregateKind(
      String name,
      String collection,
      Topic topic,
      String source,
      EventCatalog catalog,
      Class<S> state,
      Function<S, Map<String, ?>> index,
      Function<S, Collection<String>> keys,
      List<List<String>> indexes) {
    this(name, collection, topic, source, catalog, state, index, keys, indexes, List.of(), false);
  }

  /** The same kind with secrets. */
  public AggregateKind<S> withSecrets(String... pointers) {
    return with(List.of(pointers), false);
  }

  /** The same kind with secrets that are only written when an aggregate is created. */
  public AggregateKind<S> withKeptSecrets(String... pointers) {
    return with(List.of(pointers), true);
  }

  private AggregateKind<S> with(List<String> pointers, boolean kept) {
    return new AggregateKind<>(
        name, collection, topic, source, catalog, state, index, keys, indexes, pointers, kept);
  }
}

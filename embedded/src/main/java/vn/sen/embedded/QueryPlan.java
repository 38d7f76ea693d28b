package vn.sen.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the documents for a filter are found: by intervals of {@code _id}, by an index, or all of
 * them.
 *
 * @param index null to look at the documents in the order of their {@code _id}
 * @param ranges intervals to look at
 * @param sorted whether they come in the order asked for
 * @param descending whether the intervals are read backwards
 */
record QueryPlan(
    @Nullable OrderedIndex index, List<KeyRange> ranges, boolean sorted, boolean descending) {

  private static final List<String> ID = List.of("_id");

  /** Chooses the way that leaves the fewest documents to look at, as far as the filter tells. */
  static QueryPlan choose(
      Document filter, @Nullable Document orderBy, Collection<OrderedIndex> indexes) {
    Conditions conditions = Conditions.of(filter);
    Order order = Order.of(orderBy);
    Candidate best = Candidate.of(null, ID, conditions, order);
    for (OrderedIndex index : indexes) {
      if (best.pinsId()) {
        break;
      }
      Candidate candidate = Candidate.of(index, index.fields(), conditions, order);
      if (candidate.usable(conditions) && candidate.score() > best.score()) {
        best = candidate;
      }
    }
    return new QueryPlan(best.index, best.ranges(), best.sorted, order.descending);
  }

  /** One way and what it is worth. */
  private record Candidate(
      @Nullable OrderedIndex index,
      byte[] prefix,
      int equalFields,
      @Nullable Condition next,
      boolean sorted) {

    static Candidate of(
        @Nullable OrderedIndex index, List<String> fields, Conditions conditions, Order order) {
      byte[] prefix = {};
      int equal = 0;
      Condition next = null;
      for (String field : fields) {
        Condition condition = conditions.on(field);
        byte[] value = condition == null ? null : condition.single();
        if (value == null) {
          next = condition;
          break;
        }
        prefix = KeyCodec.concat(prefix, value);
        equal++;
      }
      boolean arrays = index != null && index.hasArrays();
      boolean sorted = !order.isGiven() || (!arrays && order.isMetBy(index, fields, equal));
      return new Candidate(index, prefix, equal, next, sorted);
    }

    boolean pinsId() {
      return index == null && (equalFields > 0 || next instanceof Condition.OneOf);
    }

    boolean usable(Conditions conditions) {
      if (index == null) {
        return true;
      }
      boolean complete =
          !index.leavesOutMissing()
              || index.fields().stream()
                  .map(conditions::on)
                  .anyMatch(condition -> condition != null && !condition.acceptsMissing());
      return complete && index.isReliable();
    }

    /** Equal fields count most, then an interval; an order for nothing decides between equals. */
    int score() {
      return 4 * equalFields + (next == null ? 0 : 2) + (sorted ? 1 : 0);
    }

    List<KeyRange> ranges() {
      boolean arrays = index != null && index.hasArrays();
      if (next != null) {
        List<KeyRange> ranges = new ArrayList<>();
        next.ranges(arrays).forEach(range -> ranges.add(range.behind(prefix)));
        return ranges;
      }
      return List.of(equalFields == 0 ? KeyRange.EVERYTHING : KeyRange.startingWith(prefix));
    }
  }

  /** The order asked for. */
  private record Order(List<Map.Entry<String, Boolean>> fields, boolean descending) {

    static Order of(@Nullable Document orderBy) {
      List<Map.Entry<String, Boolean>> fields = new ArrayList<>();
      if (orderBy != null) {
        orderBy.forEach(
            (field, direction) ->
                fields.add(
                    Map.entry(field, direction instanceof Number number && number.intValue() < 0)));
      }
      return new Order(fields, !fields.isEmpty() && fields.getFirst().getValue());
    }

    boolean isGiven() {
      return !fields.isEmpty() && !fields.getFirst().getKey().equals("$natural");
    }

    /** Whether reading on behind the equal fields gives this order; ties come by {@code _id}. */
    boolean isMetBy(@Nullable OrderedIndex index, List<String> indexed, int equal) {
      List<String> remaining = new ArrayList<>(indexed.subList(equal, indexed.size()));
      if (index != null) {
        remaining.addAll(ID);
      }
      List<String> constant = indexed.subList(0, equal);
      int position = 0;
      for (Map.Entry<String, Boolean> field : fields) {
        if (field.getValue() != descending) {
          return false;
        }
        if (constant.contains(field.getKey())) {
          continue;
        }
        if (position == remaining.size() || !remaining.get(position).equals(field.getKey())) {
          return false;
        }
        position++;
      }
      return true;
    }
  }
}

package vn.sen.membership.member;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.sen.chassis.privacy.KeyedHash;
import vn.sen.chassis.privacy.PrivacyKeys;

/**
 * Keyed hashes of those who had their data erased, so that no list that still names them brings
 * them back. They tell nothing to whoever does not know the person already.
 */
@Component
public class Tombstones {

  private final MongoCollection<Document> collection;
  private final KeyedHash hash;

  Tombstones(MongoDatabase database, PrivacyKeys keys) {
    this.collection = database.getCollection("tombstones");
    this.hash = keys.hash("tombstones");
  }

  /** Remembers her before she is forgotten. Safe to repeat. */
  void place(Member member, LocalDate on) {
    var stones =
        likenesses(member).stream()
            .map(hash::of)
            .map(
                h ->
                    new ReplaceOneModel<>(
                        Filters.eq("_id", h),
                        new Document("_id", h).append("on", on.toString()),
                        new ReplaceOptions().upsert(true)))
            .toList();
    if (!stones.isEmpty()) {
      collection.bulkWrite(stones);
    }
  }

  private static List<String> likenesses(Member member) {
    return member instanceof Member.Erased
        ? List.of()
        : member.particulars().likenesses(member.currentUnit());
  }

  /** Those of the members, by some key, who are like somebody whose data was erased. */
  public <K> Set<K> among(Map<K, Member> members) {
    if (collection.find().limit(1).first() == null) {
      return Set.of();
    }
    var hashes = new HashMap<K, List<String>>();
    members.forEach(
        (key, member) -> hashes.put(key, likenesses(member).stream().map(hash::of).toList()));
    var found = found(hashes.values().stream().flatMap(List::stream).toList());
    return hashes.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(found::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> found(Collection<String> hashes) {
    return collection
        .find(Filters.in("_id", hashes))
        .map(d -> d.getString("_id"))
        .into(new HashSet<>());
  }

  /**
   * @throws MemberRules.ErasedBefore if somebody like her had her data erased
   */
  void requireNone(Member member) {
    if (!among(Map.of("", member)).isEmpty()) {
      throw new MemberRules.ErasedBefore();
    }
  }
}

package vn.sen.lending.household;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lending's own copy of by what members are recognised. Of whom it is withdrawn nothing stays but
 * the version it was withdrawn at, so that an older word that comes late does not bring it back.
 */
@Component
public class MemberHashes {

  private static final String SEQUENCE = "sequence";
  private static final String BORROWER = "borrower";
  private static final String HOUSEHOLD = "household";
  private static final String FROM = "from";
  private static final String TO = "to";

  /** Hashes that were corrected, until nobody is matched by them any more. */
  private static final String REPLACED = "replaced";

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> members;

  MemberHashes(MongoDatabase database) {
    this.members = database.getCollection("memberHashes");
    members.createIndex(Indexes.ascending(BORROWER));
  }

  /**
   * A member of a household of the membership service.
   *
   * @param borrower as whom banks name her, hashed
   * @param from the first day of her membership
   * @param to the first day behind it; null while it lasts
   */
  record Known(
      String borrower, @Nullable UUID householdId, LocalDate from, @Nullable LocalDate to) {

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Known[…]";
    }
  }

  /**
   * The last word about a member.
   *
   * @param known null where it is withdrawn
   */
  record Word(UUID memberId, long sequence, @Nullable Known known) {}

  /**
   * Notes words about members, in any order; an older one changes nothing. Words about one member
   * are noted one after the other.
   *
   * @return borrowers' hashes that newer ones have replaced, until they are {@linkplain #settled
   *     settled}
   */
  Set<String> note(Collection<Word> words) {
    var before = before(words);
    List<WriteModel<Document>> writes = new ArrayList<>();
    var replaced = new HashSet<String>();
    for (var word : words) {
      var id = Filters.eq("_id", word.memberId());
      // begun before it is compared: an upsert that finds a newer word would begin her twice
      writes.add(new UpdateOneModel<>(id, Updates.setOnInsert(SEQUENCE, -1L), UPSERT));
      var corrected = corrected(before.get(word.memberId()), word);
      writes.add(
          new UpdateOneModel<>(
              Filters.and(id, Filters.lt(SEQUENCE, word.sequence())), update(word, corrected)));
      replaced.addAll(corrected);
    }
    if (!writes.isEmpty()) {
      members.bulkWrite(writes);
    }
    return replaced;
  }

  private Map<UUID, Document> before(Collection<Word> words) {
    var found = new HashMap<UUID, Document>();
    members
        .find(Filters.in("_id", words.stream().map(Word::memberId).toList()))
        .forEach(member -> found.put(member.get("_id", UUID.class), member));
    return found;
  }

  /** All that a word replaces, or an earlier one has replaced. */
  private static Set<String> corrected(@Nullable Document before, Word word) {
    if (before == null || word.known() == null) {
      return Set.of();
    }
    var replaced = new HashSet<>(before.getList(REPLACED, String.class, List.of()));
    var former = before.getString(BORROWER);
    if (former != null && before.getLong(SEQUENCE) < word.sequence()) {
      replaced.add(former);
      replaced.remove(word.known().borrower());
    }
    return replaced;
  }

  /** Nobody is matched any more by what these words have replaced. */
  void settled(Collection<Word> words) {
    members.updateMany(
        Filters.in("_id", words.stream().map(Word::memberId).toList()), Updates.unset(REPLACED));
  }

  private static Document update(Word word, Set<String> replaced) {
    var known = word.known();
    if (known == null) {
      var nothing =
          new Document(BORROWER, "")
              .append(HOUSEHOLD, "")
              .append(FROM, "")
              .append(TO, "")
              .append(REPLACED, "");
      return new Document("$set", new Document(SEQUENCE, word.sequence()))
          .append("$unset", nothing);
    }
    var set =
        new Document(SEQUENCE, word.sequence())
            .append(BORROWER, known.borrower())
            .append(HOUSEHOLD, known.householdId())
            .append(FROM, known.from().toString())
            .append(TO, known.to() == null ? null : known.to().toString());
    if (!replaced.isEmpty()) {
      set.append(REPLACED, List.copyOf(replaced));
    }
    return new Document("$set", set);
  }

  /**
   * Forgets a member whose data was erased, also where her withdrawal was missed.
   *
   * @param sequence the version of hers that says so
   */
  public void forget(UUID member, long sequence) {
    note(List.of(new Word(member, sequence, null)));
  }

  /**
   * Who of the members stands behind borrowers: of several records of one woman the one that lasts,
   * or else began last.
   */
  Map<String, Known> of(Collection<String> borrowers) {
    var found = new HashMap<String, Known>();
    members
        .find(Filters.in(BORROWER, borrowers))
        .map(MemberHashes::known)
        .forEach(known -> found.merge(known.borrower(), known, MemberHashes::later));
    return found;
  }

  private static Known later(Known one, Known other) {
    if ((one.to() == null) != (other.to() == null)) {
      return one.to() == null ? one : other;
    }
    return one.from().isBefore(other.from()) ? other : one;
  }

  private static Known known(Document d) {
    var to = d.getString(TO);
    return new Known(
        d.getString(BORROWER),
        d.get(HOUSEHOLD, UUID.class),
        LocalDate.parse(d.getString(FROM)),
        to == null ? null : LocalDate.parse(to));
  }
}

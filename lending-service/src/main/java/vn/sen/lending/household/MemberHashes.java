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
import java.util.List;
import java.util.Map;
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

  /** Notes words about members, in any order; an older one changes nothing. */
  void note(Collection<Word> words) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (var word : words) {
      var id = Filters.eq("_id", word.memberId());
      // begun before it is compared: an upsert that finds a newer word would begin her twice
      writes.add(new UpdateOneModel<>(id, Updates.setOnInsert(SEQUENCE, -1L), UPSERT));
      writes.add(
          new UpdateOneModel<>(
              Filters.and(id, Filters.lt(SEQUENCE, word.sequence())), update(word)));
    }
    if (!writes.isEmpty()) {
      members.bulkWrite(writes);
    }
  }

  private static Document update(Word word) {
    var known = word.known();
    if (known == null) {
      var nothing =
          new Document(BORROWER, "").append(HOUSEHOLD, "").append(FROM, "").append(TO, "");
      return new Document("$set", new Document(SEQUENCE, word.sequence()))
          .append("$unset", nothing);
    }
    return new Document(
        "$set",
        new Document(SEQUENCE, word.sequence())
            .append(BORROWER, known.borrower())
            .append(HOUSEHOLD, known.householdId())
            .append(FROM, known.from().toString())
            .append(TO, known.to() == null ? null : known.to().toString()));
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

package vn.sen.training.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.training.ParticipantCategory;

/** Keeps the copy of members and posts, and says who somebody was on a day. */
@Component
public class KnownPeople {

  private static final String SEQUENCE = "seq";
  private static final String STEPS = "steps";
  private static final String ERASED = "erased";
  private static final String PERSON = "person";
  private static final String ENDED = "endedOn";

  private final MongoCollection<Document> members;
  private final MongoCollection<Document> terms;

  KnownPeople(MongoDatabase database) {
    members = database.getCollection("knownMembers");
    terms = database.getCollection("knownTerms");
    terms.createIndex(Indexes.ascending(PERSON));
    terms.createIndex(Indexes.ascending("unit"));
  }

  /**
   * A member as she was on a day.
   *
   * @param unitId where she belonged
   * @param via the successors that splits assigned her to personally
   * @param category cadre, member, or a woman who was no member then
   */
  public record Known(UUID unitId, List<UUID> via, ParticipantCategory category) {}

  /**
   * A term of a post.
   *
   * @param endedOn the first day on which it was over; null while it lasts
   */
  public record Term(
      UUID id,
      UUID personId,
      UUID titleId,
      UUID unitId,
      LocalDate from,
      @Nullable LocalDate endedOn) {

    boolean lastsOn(LocalDate day) {
      return !day.isBefore(from) && (endedOn == null || day.isBefore(endedOn));
    }
  }

  /**
   * Those of the people whom the membership service knows, as they were on a day. Who was erased is
   * known no more.
   */
  public Map<UUID, Known> on(Collection<UUID> people, LocalDate day) {
    var inPost = inPost(people, day);
    var known = new HashMap<UUID, Known>();
    for (var document : members.find(Filters.in("_id", people))) {
      if (!document.getBoolean(ERASED, false)) {
        var id = document.get("_id", UUID.class);
        memberships(document)
            .on(day)
            .ifPresent(
                belonging ->
                    known.put(
                        id,
                        new Known(
                            belonging.unit(),
                            belonging.via(),
                            inPost.contains(id)
                                ? ParticipantCategory.CADRE
                                : belonging.member()
                                    ? ParticipantCategory.MEMBER
                                    : ParticipantCategory.NON_MEMBER_WOMAN)));
      }
    }
    return known;
  }

  private Set<UUID> inPost(Collection<UUID> people, LocalDate day) {
    var found = new HashSet<UUID>();
    for (var document : terms.find(Filters.in(PERSON, people))) {
      var term = term(document);
      if (term.lastsOn(day)) {
        found.add(term.personId());
      }
    }
    return found;
  }

  /** The terms of posts at units that last on a day. */
  public List<Term> termsAt(Collection<UUID> units, LocalDate day) {
    return terms.find(Filters.in("unit", units)).into(new ArrayList<>()).stream()
        .map(KnownPeople::term)
        .filter(term -> term.lastsOn(day))
        .toList();
  }

  /** Adds what an event about a member tells; safe to repeat. */
  public void note(UUID member, long sequence, List<MembershipChange> changes) {
    var before = Optional.ofNullable(members.find(Filters.eq("_id", member)).first());
    if (before.isPresent() && before.get().getLong(SEQUENCE) >= sequence) {
      return;
    }
    var memberships = before.map(KnownPeople::memberships).orElse(Memberships.NONE).plus(changes);
    members.replaceOne(
        Filters.eq("_id", member),
        new Document("_id", member)
            .append(SEQUENCE, sequence)
            .append(STEPS, memberships.steps().stream().map(KnownPeople::document).toList()),
        new ReplaceOptions().upsert(true));
  }

  /** She had her data erased: nobody can be enrolled as her any more. */
  public void forget(UUID member, long sequence) {
    members.replaceOne(
        Filters.eq("_id", member),
        new Document("_id", member).append(SEQUENCE, sequence).append(ERASED, true),
        new ReplaceOptions().upsert(true));
  }

  /** A term as it is known now; safe to repeat. */
  public void noteTerm(Term term) {
    terms.replaceOne(
        Filters.eq("_id", term.id()),
        new Document("_id", term.id())
            .append(PERSON, term.personId())
            .append("title", term.titleId())
            .append("unit", term.unitId())
            .append("from", term.from().toString())
            .append(ENDED, term.endedOn() == null ? null : term.endedOn().toString()),
        new ReplaceOptions().upsert(true));
  }

  /** A term is over from a day on. */
  public void endTerm(UUID term, LocalDate on) {
    terms.updateOne(
        Filters.eq("_id", term), new Document("$set", new Document(ENDED, on.toString())));
  }

  /** There never was such a term. */
  public void withdrawTerm(UUID term) {
    terms.deleteOne(Filters.eq("_id", term));
  }

  private static Term term(Document document) {
    var ended = document.getString(ENDED);
    return new Term(
        document.get("_id", UUID.class),
        document.get(PERSON, UUID.class),
        document.get("title", UUID.class),
        document.get("unit", UUID.class),
        LocalDate.parse(document.getString("from")),
        ended == null ? null : LocalDate.parse(ended));
  }

  private static Memberships memberships(Document document) {
    return new Memberships(
        document.getList(STEPS, Document.class, List.of()).stream()
            .map(
                step ->
                    new Memberships.Step(
                        LocalDate.parse(step.getString("date")),
                        step.get("unit", UUID.class),
                        step.getList("via", UUID.class, List.of()),
                        step.getInteger("count")))
            .toList());
  }

  private static Document document(Memberships.Step step) {
    return new Document("date", step.date().toString())
        .append("unit", step.unit())
        .append("via", step.via())
        .append("count", step.count());
  }
}

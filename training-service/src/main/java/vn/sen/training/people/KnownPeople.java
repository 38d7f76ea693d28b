package vn.sen.training.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.training.ParticipantCategory;

/** Keeps the copy of members and posts, and says who somebody was on a day. */
@Component
public class KnownPeople {

  private static final String VERSIONS = "versions";
  private static final String REVISION = "revision";
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

  /**
   * Those of the people of whom the membership service told anything, also who was erased since.
   */
  public Set<UUID> heardOf(Collection<UUID> people) {
    return members
        .find(Filters.in("_id", people))
        .projection(Projections.include("_id"))
        .map(document -> document.get("_id", UUID.class))
        .into(new HashSet<>());
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

  /**
   * What one event tells about a member.
   *
   * @param sequence the version of hers that tells it
   * @param erased whether she had her data erased: nobody can be enrolled as her any more
   */
  public record News(UUID member, long sequence, List<MembershipChange> changes, boolean erased) {}

  /** Adds what events about members tell, in any order; safe to repeat. */
  public void note(Collection<News> news) {
    var told = new LinkedHashMap<UUID, List<News>>();
    news.forEach(one -> told.computeIfAbsent(one.member(), _ -> new ArrayList<>()).add(one));
    var known = new HashMap<UUID, Document>();
    members
        .find(Filters.in("_id", told.keySet()))
        .forEach(document -> known.put(document.get("_id", UUID.class), document));
    var writes = new ArrayList<WriteModel<Document>>();
    told.forEach((member, ofHer) -> writes.add(write(member, known.get(member), ofHer)));
    if (!writes.isEmpty()) {
      var written = members.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      if (written.getMatchedCount() + written.getInsertedCount() < writes.size()) {
        throw new IllegalStateException("Another instance has noted news of the same members");
      }
    }
  }

  /** Fails, to be tried again, where an instance that lost the topic to this one still writes. */
  private static WriteModel<Document> write(
      UUID member, @Nullable Document known, List<News> news) {
    var noted = noted(member, known, news);
    return known == null
        ? new InsertOneModel<>(noted)
        : new ReplaceOneModel<>(
            Filters.and(Filters.eq("_id", member), Filters.eq(REVISION, revision(known))), noted);
  }

  private static long revision(@Nullable Document known) {
    return known == null ? 0 : known.getLong(REVISION);
  }

  /** Steps only add up, so it is enough to know which versions are among them. */
  private static Document noted(UUID member, @Nullable Document known, List<News> news) {
    boolean erased =
        (known != null && known.getBoolean(ERASED, false)) || news.stream().anyMatch(News::erased);
    var noted = new Document("_id", member).append(REVISION, revision(known) + 1);
    if (erased) {
      return noted.append(ERASED, true);
    }
    var versions =
        new TreeSet<>(known == null ? List.of() : known.getList(VERSIONS, Long.class, List.of()));
    var memberships = known == null ? Memberships.NONE : memberships(known);
    for (var one : news) {
      if (versions.add(one.sequence())) {
        memberships = memberships.plus(one.changes());
      }
    }
    return noted
        .append(VERSIONS, List.copyOf(versions))
        .append(STEPS, memberships.steps().stream().map(KnownPeople::document).toList());
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

package vn.sen.membership.cadre;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.CompetencyEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;

/**
 * What people were trained for: this service's copy of what the training service tells. An event
 * that comes twice leads to the same copy.
 */
@Component
class Competencies implements DomainEventHandler {

  static final String GROUP = "membership.competencies";

  private static final String PERSON = "person";

  private final MongoCollection<Document> collection;

  Competencies(MongoDatabase database) {
    this.collection = database.getCollection("competencies");
    collection.createIndex(Indexes.ascending(PERSON));
  }

  /**
   * What one class gave somebody.
   *
   * @param code of the competency
   * @param until the last day, null for ever
   */
  record Held(UUID personId, String code, LocalDate from, @Nullable LocalDate until) {

    boolean lastsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    private static Held of(Document document) {
      var until = document.getString("until");
      return new Held(
          document.get(PERSON, UUID.class),
          document.getString("code"),
          LocalDate.parse(document.getString("from")),
          until == null ? null : LocalDate.parse(until));
    }
  }

  /** What classes gave the people, of any time, by person. */
  Map<UUID, List<Held>> of(Collection<UUID> people) {
    return collection
        .find(Filters.in(PERSON, people))
        .map(Held::of)
        .into(new ArrayList<>())
        .stream()
        .sorted(Comparator.comparing(Held::from).thenComparing(Held::code))
        .collect(Collectors.groupingBy(Held::personId));
  }

  /** Her data was erased. */
  void forget(UUID person) {
    collection.deleteMany(Filters.eq(PERSON, person));
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof CompetencyEvent;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var told = (CompetencyEvent) event;
    var id = told.personId() + "/" + told.competency() + "/" + told.classId();
    switch (told) {
      case CompetencyGained e ->
          collection.replaceOne(
              Filters.eq("_id", id), document(id, e), new ReplaceOptions().upsert(true));
      case CompetencyWithdrawn _ -> collection.deleteOne(Filters.eq("_id", id));
    }
  }

  private static Document document(String id, CompetencyGained gained) {
    var document =
        new Document("_id", id)
            .append(PERSON, gained.personId())
            .append("code", gained.competency())
            .append("from", gained.from().toString());
    return gained.until() == null ? document : document.append("until", gained.until().toString());
  }
}

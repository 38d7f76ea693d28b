package vn.sen.training.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.sen.events.membership.UnitLevel;

/** Keeps the copy of what titles demand of those who hold them. */
@Component
public class KnownTitles {

  private final MongoCollection<Document> standards;

  KnownTitles(MongoDatabase database) {
    standards = database.getCollection("knownStandards");
  }

  /** A title's standard for a level from a day on; said again for the day, it is replaced. */
  public void note(UUID title, UnitLevel level, List<String> competencies, LocalDate from) {
    var id = title + "/" + level + "/" + from;
    standards.replaceOne(
        Filters.eq("_id", id),
        new Document("_id", id)
            .append("title", title)
            .append("level", level.name())
            .append("from", from.toString())
            .append("competencies", competencies),
        new ReplaceOptions().upsert(true));
  }

  /** The codes of what a title demands at units of a level on a day; empty without a standard. */
  public List<String> demandedOf(UUID title, UnitLevel level, LocalDate day) {
    var latest =
        standards
            .find(
                Filters.and(
                    Filters.eq("title", title),
                    Filters.eq("level", level.name()),
                    Filters.lte("from", day.toString())))
            .sort(Sorts.descending("from"))
            .first();
    return latest == null ? List.of() : latest.getList("competencies", String.class, List.of());
  }
}

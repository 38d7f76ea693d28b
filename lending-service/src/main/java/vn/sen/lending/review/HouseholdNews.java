package vn.sen.lending.review;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.sen.events.lending.LoanReview;

/**
 * What happened to members of the membership service's households, kept for the day on which it
 * becomes known that one of them borrows.
 */
@Component
class HouseholdNews {

  private static final String HOUSEHOLD = "household";
  private static final String REASON = "reason";
  private static final String ON = "on";

  private final MongoCollection<Document> news;

  HouseholdNews(MongoDatabase database) {
    news = database.getCollection("householdNews");
    news.createIndex(Indexes.ascending(HOUSEHOLD));
  }

  /**
   * Something that happened.
   *
   * @param event the id of what told of it
   */
  record News(String event, UUID household, LoanReview reason, LocalDate on) {}

  /** Notes it; safe to repeat. */
  void note(News told) {
    news.replaceOne(
        Filters.eq("_id", told.event()),
        new Document("_id", told.event())
            .append(HOUSEHOLD, told.household())
            .append(REASON, told.reason().name())
            .append(ON, told.on().toString()),
        new ReplaceOptions().upsert(true));
  }

  /** All that happened in households, in no order. */
  List<News> of(Collection<UUID> households) {
    return news.find(Filters.in(HOUSEHOLD, households))
        .map(
            document ->
                new News(
                    document.getString("_id"),
                    document.get(HOUSEHOLD, UUID.class),
                    LoanReview.valueOf(document.getString(REASON)),
                    LocalDate.parse(document.getString(ON))))
        .into(new ArrayList<>());
  }
}

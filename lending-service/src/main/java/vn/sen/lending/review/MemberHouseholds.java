package vn.sen.lending.review;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lending's own copy of which household of the membership service a member belongs to. */
@Component
class MemberHouseholds {

  private final MongoCollection<Document> members;

  MemberHouseholds(MongoDatabase database) {
    members = database.getCollection("memberHouseholds");
  }

  /** Notes where a member belongs; safe to repeat. */
  void note(UUID member, @Nullable UUID household) {
    if (household == null) {
      members.deleteOne(Filters.eq("_id", member));
    } else {
      members.replaceOne(
          Filters.eq("_id", member),
          new Document("_id", member).append("household", household),
          new ReplaceOptions().upsert(true));
    }
  }

  Optional<UUID> of(UUID member) {
    return Optional.ofNullable(members.find(Filters.eq("_id", member)).first())
        .map(document -> document.get("household", UUID.class));
  }
}

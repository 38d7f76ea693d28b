package vn.sen.membership.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.junit.jupiter.api.Test;

class GroupCriteriaTest {

  private final UUID commune = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();

  private static BsonDocument filter(Optional<Set<UUID>> visible, Optional<Set<UUID>> asked) {
    return new CommunityGroups.Criteria(visible, asked, null, null, null)
        .filter(null)
        .toBsonDocument(
            BsonDocument.class,
            CodecRegistries.withUuidRepresentation(
                MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));
  }

  @Test
  void theDatabaseReadsOnlyGroupsOfTheUnitAskedForThatTheReaderMaySee() {
    var filters =
        filter(Optional.of(Set.of(commune)), Optional.of(Set.of(branch))).getArray("$and").stream()
            .map(one -> one.asDocument().getDocument("ix.units").getArray("$in").getFirst());

    assertThat(filters).containsExactly(new BsonBinary(commune), new BsonBinary(branch));
    assertThat(filter(Optional.empty(), Optional.empty())).isEmpty();
  }
}

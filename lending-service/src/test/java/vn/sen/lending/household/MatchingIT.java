package vn.sen.lending.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.restricted.IdentityHash;
import vn.sen.events.restricted.IdentityHash.Word;
import vn.sen.lending.LendingService;

/** Borrowers whom the membership service knows, by hash. */
class MatchingIT extends LendingService {

  private static final LocalDate JOINED = LocalDate.of(2020, 3, 8);

  @Autowired MatchingKey key;
  @Autowired MongoDatabase database;

  private UUID bank;
  private String programme;
  private String unitCode;
  private int loans;

  @BeforeEach
  void setUp() {
    bank = bank();
    programme = programme();
    unitCode = freshCode();
    commune(unitCode);
  }

  /** The membership service's last word about a member. */
  private void tell(UUID member, long sequence, String identity, UUID household) {
    tell(new Word(member, sequence, new IdentityHash(key.hash(identity), household, JOINED, null)));
  }

  private static void tell(Word word) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(word.toProducerRecord()).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The word was not published", e);
    }
  }

  /** The household of a new loan of this borrower. */
  private String borrows(String identity) {
    var body = new HashMap<String, Object>();
    var loan = "L-" + ++loans;
    body.putAll(Map.of("kind", "DISBURSED", "loan", loan, "reference", "R0", "on", "2023-01-10"));
    body.putAll(Map.of("amount", 1_000_000, "programme", programme, "identity", identity));
    body.putAll(Map.of("unit", unitCode, "dueOn", "2026-01-10", "ratePercent", 6.6));
    var done = as(bank).post(UPDATES, json(body), "Idempotency-Key", freshCode()).expect(200);
    var told = client.get(LOANS + "/" + id(done)).expect(200).json();
    return told.at("/place/householdId").asString();
  }

  private JsonNode read(String household) {
    return client.get(HOUSEHOLDS + "/" + household).expect(200).json();
  }

  private JsonNode matched(String household, UUID known) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> read(household),
            seen -> seen.path("knownHouseholdId").asString("").equals(known.toString()));
  }

  @Test
  void a_borrower_whose_hash_is_known_is_linked_at_once() {
    // given
    var identity = freshIdentity();
    var household = UUID.randomUUID();
    tell(UUID.randomUUID(), 1, identity, household);

    // when
    var borrowing = borrows(identity);

    // then it is shown as the rule's word
    var seen = matched(borrowing, household);
    assertThat(seen.path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(seen.path("identifiedBy").asString()).isEqualTo("RULE");
    assertThat(seen.path("matchedFrom").asString()).isEqualTo(JOINED.toString());
  }

  @Test
  void one_in_the_queue_is_linked_when_the_hash_comes_whatever_else_comes() {
    // given
    var identity = freshIdentity();
    var member = UUID.randomUUID();
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var borrowing = borrows(identity);
    assertThat(read(borrowing).path("status").asString()).isEqualTo("PROVISIONAL");

    // when the words about her come twice and out of their order
    tell(member, 3, identity, second);
    tell(member, 3, identity, second);
    tell(member, 2, identity, first);
    matched(borrowing, second);
    // and one about somebody else behind them is there
    var other = freshIdentity();
    var last = borrows(other);
    tell(UUID.randomUUID(), 1, other, first);
    matched(last, first);

    // then
    var seen = read(borrowing);
    assertThat(seen.path("knownHouseholdId").asString()).isEqualTo(second.toString());
    assertThat(seen.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void two_borrowers_of_one_household_count_once_until_an_officer_says_otherwise() {
    // given
    var household = UUID.randomUUID();
    var mother = freshIdentity();
    var daughter = freshIdentity();
    tell(UUID.randomUUID(), 1, mother, household);
    tell(UUID.randomUUID(), 1, daughter, household);

    // when
    var both = List.of(borrows(mother), borrows(daughter)).stream().sorted().toList();

    // then
    var merged =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> read(both.get(1)), seen -> seen.path("status").asString().equals("MERGED"));
    assertThat(merged.at("/merges/0/intoId").asString()).isEqualTo(both.get(0));
    assertThat(merged.at("/merges/0/byRule").asBoolean()).isTrue();
    assertThat(read(both.get(0)).path("status").asString()).isEqualTo("CONFIRMED");

    // when the one that counts for both is none of them
    client
        .post(
            HOUSEHOLDS + "/" + both.get(0) + "/unmatches",
            json(Map.of("from", "2023-06-01")),
            version(read(both.get(0)).path("version").asInt()))
        .expect(200);

    // then each counts by itself
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> read(both.get(1)).path("status").asString().equals("CONFIRMED"));
    var undone = read(both.get(0));
    assertThat(undone.path("status").asString()).isEqualTo("PROVISIONAL");
    assertThat(undone.has("knownHouseholdId")).isFalse();
    client
        .post(
            HOUSEHOLDS + "/" + both.get(0) + "/unmatches",
            json(Map.of("from", "2023-06-01")),
            version(undone.path("version").asInt()))
        .expectProblem(409, "not-matched");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void one_that_an_officer_has_confirmed_counts_for_all_whichever_id_is_less(int confirmed) {
    // given two borrowers by their households' ids, one of which an officer knows
    var identities = new TreeMap<String, String>();
    for (int borrower = 0; borrower < 2; borrower++) {
      var identity = freshIdentity();
      identities.put(borrows(identity), identity);
    }
    var ids = List.copyOf(identities.keySet());
    var known = ids.get(confirmed);
    var other = ids.get(1 - confirmed);
    var household = UUID.randomUUID();
    client
        .post(
            HOUSEHOLDS + "/" + known + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);

    // when the other one is a member of the same household
    tell(UUID.randomUUID(), 1, identities.get(other), household);

    // then
    var merged =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> read(other), seen -> seen.path("status").asString().equals("MERGED"));
    assertThat(merged.at("/merges/0/intoId").asString()).isEqualTo(known);
    assertThat(read(known).path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(read(known).path("merges")).isEmpty();
  }

  @Test
  void a_number_that_was_wrong_matches_nobody_once_it_is_corrected() {
    // given a member whose number is somebody else's, and another one who bears a wrong one too
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    var wrong = freshIdentity();
    var shared = freshIdentity();
    var twice = UUID.randomUUID();
    var theirs = UUID.randomUUID();
    tell(member, 1, wrong, household);
    tell(twice, 1, shared, theirs);
    tell(UUID.randomUUID(), 1, shared, theirs);
    var stranger = borrows(wrong);
    var both = borrows(shared);
    matched(stranger, household);
    matched(both, theirs);

    // when the numbers are corrected
    var right = freshIdentity();
    tell(twice, 2, freshIdentity(), theirs);
    tell(member, 2, right, household);

    // then the stranger waits for an officer, or for a member who is she
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> read(stranger).path("status").asString().equals("PROVISIONAL"));
    assertThat(read(stranger).has("knownHouseholdId")).isFalse();
    matched(borrows(right), household);
    matched(both, theirs);
    await().until(() -> !copy(member).containsKey("replaced"));
    tell(UUID.randomUUID(), 1, wrong, theirs);
    matched(stranger, theirs);
  }

  @Test
  void nothing_of_an_erased_member_stays() {
    // given two of whom membership has told, one of whom borrows
    var withdrawn = UUID.randomUUID();
    var erased = UUID.randomUUID();
    var identity = freshIdentity();
    tell(withdrawn, 1, freshIdentity(), UUID.randomUUID());
    tell(erased, 1, identity, UUID.randomUUID());
    await().atMost(Duration.ofSeconds(20)).until(() -> isKept(withdrawn) && isKept(erased));

    // when one is withdrawn, and of the other only her erasure comes
    tell(new Word(withdrawn, 2, null));
    publish(Topic.MEMBERS, erased, 2, new MemberErased(LocalDate.of(2026, 1, 6)));
    await().atMost(Duration.ofSeconds(20)).until(() -> !isKept(withdrawn) && !isKept(erased));
    // and what was said of her before comes again
    tell(erased, 1, identity, UUID.randomUUID());

    // then she is nobody's
    var other = freshIdentity();
    var known = UUID.randomUUID();
    tell(UUID.randomUUID(), 1, other, known);
    matched(borrows(other), known);
    assertThat(isKept(erased)).isFalse();
    assertThat(read(borrows(identity)).path("status").asString()).isEqualTo("PROVISIONAL");
  }

  private boolean isKept(UUID member) {
    return copy(member).containsKey("borrower");
  }

  private Document copy(UUID member) {
    var copy = database.getCollection("memberHashes").find(Filters.eq("_id", member)).first();
    return copy == null ? new Document() : copy;
  }
}

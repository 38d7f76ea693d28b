package vn.sen.lending.household;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.testing.Tokens;
import vn.sen.lending.LendingService;

class HouseholdsIT extends LendingService {

  @Autowired Households households;
  @Autowired MongoDatabase database;

  private UUID bank;
  private String programme;
  private String unitCode;
  private UUID unit;

  @BeforeEach
  void setUp() {
    bank = bank();
    programme = programme();
    unitCode = freshCode();
    unit = commune(unitCode);
  }

  /** The household that a loan of this borrower belongs to. */
  private String household(String loan, String identity) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", loan, "reference", "R0", "on", "2023-01-10"));
    body.putAll(Map.of("amount", 1_000_000, "programme", programme, "identity", identity));
    body.putAll(Map.of("unit", unitCode, "dueOn", "2026-01-10", "ratePercent", 6.6));
    body.put("name", "Nguyễn Thị Mô Phỏng");
    var done =
        as(bank)
            .post(UPDATES, json(body), "Idempotency-Key", UUID.randomUUID().toString())
            .expect(200);
    return client
        .get(LOANS + "/" + id(done))
        .expect(200)
        .json()
        .at("/place/householdId")
        .asString();
  }

  private JsonNode search(Map<String, ?> question, String token) {
    return client
        .as(token)
        .post(HOUSEHOLDS + "/search", json(question))
        .expect(200)
        .json()
        .path("items");
  }

  @Test
  void an_officer_finds_what_banks_have_named_in_her_commune_and_nowhere_else() {
    // given
    var identity = freshIdentity();
    var household = household("L-1", identity);
    var officer = Tokens.at(unit.toString(), Role.OFFICER);
    var stranger = Tokens.at(commune(freshCode()).toString(), Role.OFFICER);

    // then
    assertThat(search(Map.of("status", "PROVISIONAL"), officer).valueStream())
        .extracting(item -> item.path("id").asString())
        .containsExactly(household);
    assertThat(search(Map.of("identity", identity), officer)).hasSize(1);
    assertThat(search(Map.of("identity", identity), stranger)).isEmpty();
    client.as(stranger).get(HOUSEHOLDS + "/" + household).expectProblem(403, "out-of-scope");
    client
        .as(stranger)
        .post(HOUSEHOLDS + "/" + household + "/confirmation", "{}", version(1))
        .expectProblem(403, "out-of-scope");
  }

  @Test
  void two_that_are_one_are_merged_but_not_in_circles() {
    // given
    var one = household("L-1", freshIdentity());
    var other = household("L-2", freshIdentity());

    // when
    merge(one, other, 1, 200);

    // then
    client
        .post(
            HOUSEHOLDS + "/" + other + "/merges",
            json(Map.of("intoId", one, "from", "2023-01-10")),
            version(1))
        .expectProblem(422, "merge-in-circles");
    client
        .post(
            HOUSEHOLDS + "/" + other + "/merges",
            json(Map.of("intoId", UUID.randomUUID(), "from", "2023-01-10")),
            version(1))
        .expectProblem(422, "other-household-unknown");
    var merged = client.get(HOUSEHOLDS + "/" + one).expect(200).json();
    assertThat(merged.path("status").asString()).isEqualTo("MERGED");

    // and apart again
    client
        .post(HOUSEHOLDS + "/" + one + "/unmerges", json(Map.of("from", "2023-06-01")), version(2))
        .expect(200);
    assertThat(client.get(HOUSEHOLDS + "/" + one).expect(200).json().path("merges").valueStream())
        .hasSize(2);
  }

  @Test
  void what_counts_as_what_on_a_past_day_goes_by_the_merges_of_then() {
    // given one that was merged until June, and what it was merged into merged into it now
    var one = household("L-1", freshIdentity());
    var other = household("L-2", freshIdentity());
    var a = UUID.fromString(one);
    var b = UUID.fromString(other);
    merge(one, other, 1, 200);
    assertThat(countedAs(a, b, "2023-01-09")).isEqualTo(Map.of(a, a, b, b));
    assertThat(countedAs(a, b, "2023-01-10")).isEqualTo(Map.of(a, b, b, b));
    client
        .post(HOUSEHOLDS + "/" + one + "/unmerges", json(Map.of("from", "2023-06-01")), version(2))
        .expect(200);
    assertThat(countedAs(a, b, "2023-06-01")).isEqualTo(Map.of(a, a, b, b));

    // when
    merge(other, one, 1, 200);

    // then they count once also on the days on which each is merged into the other
    assertThat(countedAs(a, b, "2023-06-01")).isEqualTo(Map.of(a, a, b, a));
    assertThat(countedAs(a, b, "2023-03-01").values()).containsOnly(a.compareTo(b) < 0 ? a : b);
  }

  @Test
  void two_that_were_merged_into_each_other_at_once_count_as_the_least_of_them() {
    // given two merges, neither of which has seen the other one
    var one = UUID.fromString(household("L-1", freshIdentity()));
    var other = UUID.fromString(household("L-2", freshIdentity()));
    var third = household("L-3", freshIdentity());
    mergedUnseen(one, other);
    mergedUnseen(other, one);
    var least = one.compareTo(other) < 0 ? one : other;

    // then
    assertThat(households.countsAs(one)).isEqualTo(least);
    assertThat(households.countsAs(other)).isEqualTo(least);

    // and also what is merged into them later, and once one merge is taken back
    merge(third, one.toString(), 1, 200);
    assertThat(households.countsAs(UUID.fromString(third))).isEqualTo(least);
    client
        .post(HOUSEHOLDS + "/" + one + "/unmerges", json(Map.of("from", "2023-01-10")), version(2))
        .expect(200);
    assertThat(households.countsAs(UUID.fromString(third))).isEqualTo(one);
    assertThat(households.countsAs(other)).isEqualTo(one);
  }

  @Test
  void merges_of_before_they_were_looked_up_are_found() {
    // given a merge that stands in the household alone
    var one = household("L-1", freshIdentity());
    var other = household("L-2", freshIdentity());
    merge(one, other, 1, 200);
    database
        .getCollection("households")
        .updateOne(Filters.eq("_id", UUID.fromString(one)), Updates.unset("ix.into"));

    // when
    households.indexMerges();

    // then
    assertThat(households.oneWith(List.of(UUID.fromString(other))))
        .containsExactlyInAnyOrder(UUID.fromString(one), UUID.fromString(other));
  }

  private void mergedUnseen(UUID one, UUID other) {
    var from = LocalDate.of(2023, 1, 10);
    households.change(
        one,
        CommandContext.process("test", UUID.randomUUID().toString()),
        household -> household.merge(other, from, from));
  }

  private Map<UUID, UUID> countedAs(UUID one, UUID other, String day) {
    return households.countedAs(List.of(one, other), LocalDate.parse(day));
  }

  private void merge(String one, String other, long version, int status) {
    client
        .post(
            HOUSEHOLDS + "/" + one + "/merges",
            json(Map.of("intoId", other, "from", "2023-01-10")),
            version(version))
        .expect(status);
  }

  @Test
  void a_borrowers_number_is_not_shown() {
    var identity = freshIdentity();
    var household = household("L-1", identity);

    var shown = client.get(HOUSEHOLDS + "/" + household).expect(200).body();

    assertThat(shown).doesNotContain(identity);
  }

  @Test
  void a_household_of_the_membership_service_is_confirmed_for_one_only() {
    // given
    var one = household("L-1", freshIdentity());
    var other = household("L-2", freshIdentity());
    var known = json(Map.of("householdId", UUID.randomUUID()));
    client.post(HOUSEHOLDS + "/" + one + "/confirmation", known, version(1)).expect(200);

    // then the other one has to be merged
    client
        .post(HOUSEHOLDS + "/" + other + "/confirmation", known, version(1))
        .expectProblem(409, "household-confirmed-elsewhere")
        .expectField("/householdId");
    merge(other, one, 1, 200);
  }
}

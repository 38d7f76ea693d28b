package vn.sen.lending.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.events.Topic;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberType;
import vn.sen.lending.LendingService;

class MemberNewsIT extends LendingService {

  private static final LocalDate JOINED = LocalDate.of(2020, 3, 8);
  private static final LocalDate DIED = LocalDate.of(2023, 9, 1);
  private static final LocalDate LATER = LocalDate.of(2023, 12, 1);

  @Autowired HouseholdNews news;

  @Test
  void the_loans_of_a_household_whose_member_died_are_marked_once_and_her_group_has_no_leader() {
    // given a household that borrows, and an officer who knows which one it is
    var code = freshCode();
    var unit = commune(code);
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, household, null, JOINED, List.of()));
    var loan = loan(code);
    var borrowing = loan.at("/place/householdId").asString();
    client
        .post(
            HOUSEHOLDS + "/" + borrowing + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);
    // and a group that she leads
    var group = loan.at("/place/groupId").asString();
    client
        .post(
            GROUPS + "/" + group + "/leaders",
            json(Map.of("memberId", member, "name", "Bà Mô Phỏng", "from", "2022-01-01")),
            version(1))
        .expect(200);

    // when she dies, and the news comes twice
    var died = new MemberLeft(unit, Flow.DEATH, DIED, List.of());
    publish(Topic.MEMBERS, member, 2, died);
    publish(Topic.MEMBERS, member, 2, died);

    // then
    var id = loan.path("id").asString();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !client.get(LOANS + "/" + id).json().path("reviews").isEmpty());
    var marked = client.get(LOANS + "/" + id).expect(200).json();
    assertThat(marked.path("reviews").toString())
        .isEqualTo("[{\"reason\":\"MEMBER_DIED\",\"since\":\"2023-09-01\"}]");
    await().until(() -> !client.get(GROUPS + "/" + group).expect(200).json().has("leader"));
    assertThat(
            client
                .post(LOANS + "/search", json(Map.of("unitId", unit, "forReview", true)))
                .expect(200)
                .json()
                .path("items"))
        .hasSize(1);

    // and once somebody has looked at it, it is off the list
    client.post(LOANS + "/" + id + "/review", "", version(2)).expect(200);
    assertThat(client.get(LOANS + "/" + id).json().path("reviews")).isEmpty();
  }

  @Test
  void the_loans_of_a_household_that_an_officer_merged_are_marked_too() {
    // given a household that is known, and two more of which one is merged into the other's end
    var code = freshCode();
    var unit = commune(code);
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, household, null, JOINED, List.of()));
    var known = loan(code);
    var merged = loan(code);
    var mergedInTurn = loan(code);
    client
        .post(
            HOUSEHOLDS + "/" + borrowing(known) + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);
    merge(merged, known);
    merge(mergedInTurn, merged);

    // when
    publish(Topic.MEMBERS, member, 2, new MemberLeft(unit, Flow.DEATH, DIED, List.of()));

    // then
    for (var loan : List.of(known, merged, mergedInTurn)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(loan).isEmpty());
    }
  }

  @Test
  void news_of_before_it_is_known_whose_a_household_is_is_not_lost() {
    // given a member who died while nobody knew that her household borrows
    var code = freshCode();
    var unit = commune(code);
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, household, null, JOINED, List.of()));
    publish(Topic.MEMBERS, member, 2, new MemberLeft(unit, Flow.DEATH, DIED, List.of()));
    var loan = loan(code);
    var merged = loan(code);
    await().atMost(Duration.ofSeconds(20)).until(() -> !news.of(List.of(household)).isEmpty());

    // when
    client
        .post(
            HOUSEHOLDS + "/" + borrowing(loan) + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);
    merge(merged, loan);

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(loan).isEmpty());
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(merged).isEmpty());
  }

  @Test
  void old_news_takes_no_leader_away_unless_she_is_dead_nor_marks_again_what_was_looked_at() {
    // given a member who left, came back, and leads a group since
    var code = freshCode();
    var unit = commune(code);
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, household, null, JOINED, List.of()));
    var loan = loan(code);
    client
        .post(
            HOUSEHOLDS + "/" + borrowing(loan) + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);
    var left = new MemberLeft(unit, Flow.RESIGNATION, DIED, List.of());
    publish(Topic.MEMBERS, member, 2, left);
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(loan).isEmpty());
    var id = loan.path("id").asString();
    client.post(LOANS + "/" + id + "/review", "", version(2)).expect(200);
    var group = loan.at("/place/groupId").asString();
    client
        .post(
            GROUPS + "/" + group + "/leaders",
            json(Map.of("memberId", member, "name", "Bà Mô Phỏng", "from", "2024-01-01")),
            version(1))
        .expect(200);

    // when the same is told once more by another event, and then something new
    publish(Topic.MEMBERS, member, 3, left);
    publish(Topic.MEMBERS, member, 4, new MemberLeft(unit, Flow.RESIGNATION, LATER, List.of()));

    // then only what is new counts
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(loan).isEmpty());
    assertThat(reviews(loan).toString())
        .isEqualTo("[{\"reason\":\"MEMBER_LEFT\",\"since\":\"2023-12-01\"}]");
    assertThat(client.get(GROUPS + "/" + group).expect(200).json().has("leader")).isTrue();

    // and when it turns out that she was dead when she was entered, nobody leads
    publish(Topic.MEMBERS, member, 5, new MemberLeft(unit, Flow.DEATH, LATER, List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !client.get(GROUPS + "/" + group).expect(200).json().has("leader"));
  }

  @Test
  void loans_that_become_known_behind_the_news_are_marked() {
    // given a household of which it is known whose it is, and that its member died
    var code = freshCode();
    var unit = commune(code);
    var member = UUID.randomUUID();
    var household = UUID.randomUUID();
    publish(
        Topic.MEMBERS,
        member,
        1,
        new MemberRegistered(unit, MemberType.ORDINARY, household, null, JOINED, List.of()));
    var identity = freshIdentity();
    var loan = loan(code, bank(), identity);
    client
        .post(
            HOUSEHOLDS + "/" + borrowing(loan) + "/confirmation",
            json(Map.of("householdId", household)),
            version(1))
        .expect(200);
    publish(Topic.MEMBERS, member, 2, new MemberLeft(unit, Flow.DEATH, DIED, List.of()));
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(loan).isEmpty());

    // when one more loan is told of late, and another one goes over to her
    var late = loan(code, bank(), identity);
    var bank = bank();
    var other = loan(code, bank, freshIdentity());
    var replaced = new HashMap<String, Object>();
    replaced.putAll(Map.of("kind", "BORROWER_REPLACED", "loan", "L-1", "reference", "R1"));
    replaced.putAll(Map.of("on", "2023-02-01", "customer", "C-2", "identity", identity));
    as(bank).post(UPDATES, json(replaced), "Idempotency-Key", freshCode()).expect(200);

    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(late).isEmpty());
    await().atMost(Duration.ofSeconds(20)).until(() -> !reviews(other).isEmpty());
  }

  private void merge(JsonNode loan, JsonNode into) {
    client
        .post(
            HOUSEHOLDS + "/" + borrowing(loan) + "/merges",
            json(Map.of("intoId", borrowing(into), "from", "2023-01-10")),
            version(1))
        .expect(200);
  }

  private static String borrowing(JsonNode loan) {
    return loan.at("/place/householdId").asString();
  }

  private JsonNode reviews(JsonNode loan) {
    return client.get(LOANS + "/" + loan.path("id").asString()).expect(200).json().path("reviews");
  }

  private JsonNode loan(String unitCode) {
    return loan(unitCode, bank(), freshIdentity());
  }

  private JsonNode loan(String unitCode, UUID bank, String identity) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", "L-1", "reference", "R0", "on", "2023-01-10"));
    body.putAll(Map.of("amount", 1_000_000, "programme", programme(), "identity", identity));
    body.putAll(Map.of("unit", unitCode, "dueOn", "2026-01-10", "ratePercent", 6.6));
    body.put("group", "T-07");
    var done = as(bank).post(UPDATES, json(body), "Idempotency-Key", freshCode()).expect(200);
    return client.get(LOANS + "/" + id(done)).expect(200).json();
  }
}

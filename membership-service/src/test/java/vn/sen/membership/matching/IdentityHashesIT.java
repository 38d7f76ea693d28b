package vn.sen.membership.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.restricted.IdentityHash;
import vn.sen.events.restricted.IdentityHash.Word;
import vn.sen.membership.MembershipService;

/** By what lending recognises members. */
class IdentityHashesIT extends MembershipService {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  @Autowired MatchingKey key;
  @Autowired HashPublisher publisher;

  private String commune;
  private String branch;
  private String identity;

  @BeforeEach
  void givenABranch() {
    commune = commune(province());
    branch = branch(commune);
    identity = "0541801" + freshCode();
  }

  private Map<String, Object> hoa() {
    return new HashMap<>(Map.of("fullName", "Nguyễn Thị Hòa " + identity, "birthYear", 1980));
  }

  private String registered(Map<String, Object> person) {
    person.putAll(Map.of("unitId", branch, "joinedOn", "2020-03-08"));
    return id(client.post(MEMBERS, json(person)).expect(201));
  }

  /** The last word about a member once it is of a version. */
  private static Word last(String member, long version) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                PublishedRecords.of(IdentityHash.TOPIC, member, 1).stream()
                    .map(Word::from)
                    .reduce((_, later) -> later)
                    .orElseThrow(),
            word -> word.sequence() >= version);
  }

  @Test
  void aMemberIsRecognisedByAHashUntilHerDataIsErased() {
    // given
    var household =
        id(client.post(HOUSEHOLDS, json(Map.of("unitId", commune, "headName", "Hòa"))).expect(201));
    var person = hoa();
    person.putAll(Map.of("identityNumber", identity, "householdId", household));

    // when
    var member = registered(person);

    // then
    assertThat(last(member, 1))
        .isEqualTo(
            new Word(
                UUID.fromString(member),
                1,
                new IdentityHash(
                    key.hash(identity),
                    UUID.fromString(household),
                    LocalDate.of(2020, 3, 8),
                    null)));

    // when her number is corrected and she leaves
    var corrected = hoa();
    corrected.put("identityNumber", "0541802" + identity.substring(7));
    client.put(MEMBERS + "/" + member + "/particulars", json(corrected), version(1)).expect(200);
    var departure = Map.of("on", "2023-06-01", "reason", "MOVED_OUT");
    client.post(MEMBERS + "/" + member + "/departures", json(departure), version(2)).expect(200);

    // then
    assertThat(last(member, 3).said())
        .isEqualTo(
            new IdentityHash(
                key.hash("0541802" + identity.substring(7)),
                UUID.fromString(household),
                LocalDate.of(2020, 3, 8),
                LocalDate.of(2023, 6, 1)));

    // when
    erased(member);

    // then the record that withdraws it has no value, and the topic keeps no other
    assertThat(last(member, 4)).isEqualTo(new Word(UUID.fromString(member), 4, null));
  }

  private void erased(String member) {
    var request = new HashMap<String, Object>();
    request.putAll(Map.of("memberId", member, "right", "ERASURE", "channel", "IN_PERSON"));
    request.putAll(Map.of("receivedOn", TODAY, "identityCheck", "Đã xem căn cước"));
    var id = id(client.post("/api/membership/data-requests", json(request)).expect(201));
    client
        .post(
            "/api/membership/data-requests/" + id + "/fulfilment",
            json(Map.of("on", TODAY, "proof", "Biên bản số 12")),
            version(1))
        .expect(200);
  }

  @Test
  void ofWhoHasNoNumberNothingIsSaid() {
    // given somebody without a number, and somebody with one behind her
    var without = registered(hoa());
    var person = hoa();
    person.put("identityNumber", identity);
    last(registered(person), 1);

    // then
    assertThat(
            PublishedRecords.where(IdentityHash.TOPIC, _ -> true, 1).stream()
                .map(Word::from)
                .map(Word::memberId))
        .doesNotContain(UUID.fromString(without));
  }

  @Test
  void theTopicKeepsTheLastWordOnly() throws Exception {
    // given
    publisher.turnOver();

    // then
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, IdentityHash.TOPIC.name());
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()))) {
      var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(Duration.ofMillis(Long.parseLong(config.get("max.compaction.lag.ms").value())))
          .isLessThanOrEqualTo(Duration.ofDays(1));
      assertThat(Duration.ofMillis(Long.parseLong(config.get("delete.retention.ms").value())))
          .isEqualTo(Duration.ofDays(7));
    }
  }
}

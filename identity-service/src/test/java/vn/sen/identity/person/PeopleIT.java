package vn.sen.identity.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.events.Topic;
import vn.sen.identity.IdentityService;

class PeopleIT extends IdentityService {

  @Test
  void whatAPersonMayDoTodayStandsInHerToken() {
    // given
    var name = freshName();
    var commune = UUID.randomUUID();
    var id =
        register(
            name,
            List.of(
                Map.of("unitId", commune, "roles", List.of("APPROVER", "OFFICER"), "from", today()),
                Map.of(
                    "unitId",
                    UUID.randomUUID(),
                    "roles",
                    List.of("VIEWER"),
                    "from",
                    "2020-01-01",
                    "to",
                    "2025-06-30")));
    // when
    var token = localToken("user", name);
    // then
    assertThat(header(token).path("typ").asString()).isEqualTo("at+jwt");
    assertThat(header(token).path("alg").asString()).isEqualTo("RS256");
    var claims = claims(token);
    assertThat(claims.path("iss").asString()).isEqualTo(ISSUER);
    assertThat(claims.path("sub").asString()).isEqualTo(id);
    assertThat(claims.path("aud").asString()).isEqualTo("sen");
    assertThat(claims.path("client_id").asString()).isEqualTo("local");
    assertThat(claims.path("jti").asString()).isNotBlank();
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(300);
    assertThat(claims.path("sen"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    "{\"appointments\":[{\"unit\":\"%s\",\"roles\":[\"OFFICER\",\"APPROVER\"]}]}"
                        .formatted(commune)));
  }

  @Test
  void anAppointmentThatIsOverGivesNoRole() {
    // given
    var name = freshName();
    var id = register(name, List.of(officerAt(UUID.randomUUID())));
    var appointment = appointmentOf(id);
    var yesterday = LocalDate.now(BusinessZone.ID).minusDays(1);
    // when
    command(id, "appointments/" + appointment + "/end", "{\"lastDay\":\"%s\"}".formatted(yesterday))
        .expect(200);
    // then
    assertThat(claims(localToken("user", name)).at("/sen/appointments")).isEmpty();
    assertThat(published(id)).contains("identity.access.revoked.v1");
  }

  private String appointmentOf(String id) {
    return client.get(PEOPLE + "/" + id).json().at("/appointments/0/id").asString();
  }

  private static List<String> published(String id) {
    return PublishedRecords.of(Topic.ACCESS, id, 4).stream()
        .map(record -> PublishedRecords.headers(record).get("ce_type"))
        .toList();
  }

  @Test
  void aTokenEndsWithTheAppointmentItTellsOf() {
    // given
    var name = freshName();
    register(name, List.of(Map.of("roles", List.of("VIEWER"), "from", today(), "to", today())));
    // when
    var claims = claims(localToken("user", name));
    // then
    var midnight = LocalDate.now(BusinessZone.ID).plusDays(1).atStartOfDay(BusinessZone.ID);
    assertThat(claims.path("exp").asLong()).isLessThanOrEqualTo(midnight.toEpochSecond());
  }

  @Test
  void aTokenOfTheSameSecondIsNewerThanTheRevocation() {
    // given
    var name = freshName();
    var id = register(name, List.of());
    // when
    command(id, "sign-out", "").expect(200);
    var issued = claims(localToken("user", name)).path("iat").asLong();
    // then
    var revoked =
        PublishedRecords.of(Topic.ACCESS, id, 2).stream()
            .filter(
                r ->
                    "identity.access.revoked.v1".equals(PublishedRecords.headers(r).get("ce_type")))
            .map(r -> JsonMapper.shared().readTree(new String(r.value(), UTF_8)))
            .findFirst()
            .orElseThrow();
    assertThat(revoked.path("subject").asString()).isEqualTo(id);
    var before = java.time.Instant.parse(revoked.path("before").asString());
    assertThat(java.time.Instant.ofEpochSecond(issued)).isAfter(before);
  }

  @Test
  void aLockedPersonGetsNoTokenAtAll() {
    // given
    var name = freshName();
    var id = register(name, List.of());
    // when
    command(id, "lock", "").expect(200);
    // then
    localGrant(LOCAL_SECRET, "user", name).expect(400);
    command(id, "unlock", "").expect(200);
    localToken("user", name);
  }

  @Test
  void namesAreUniqueInAnyCase() {
    // given
    var name = freshName();
    register(name, List.of());
    // then
    client
        .post(PEOPLE, json(Map.of("name", name.toUpperCase())))
        .expectProblem(409, "natural-key-taken")
        .expectField("/name");
  }

  @Test
  void whatNoPersonCanHoldIsRefusedAndNamed() {
    var id = register(freshName(), List.of());
    client
        .post(
            PEOPLE + "/" + id + "/appointments",
            json(Map.of("roles", List.of("AUDITOR"), "from", today(), "purpose", "Kiểm tra")),
            "If-Match",
            etag(id))
        .expectProblem(422, "audit-needs-end")
        .expectField("/to");
    client.post(PEOPLE, "{\"name\":\"x\"}").expect(422).expectField("/name");
    client.post(PEOPLE, "{\"name\":\"abc\",\"locked\":true}").expect(400).expectField("/locked");
  }

  @Test
  void aFirstPasswordIsShownOnce() {
    // given
    var id = register(freshName(), List.of());
    var etag = etag(id);
    var path = PEOPLE + "/" + id + "/first-password";
    // when
    var given = client.post(path, "", "If-Match", etag, "Idempotency-Key", "k-" + id).expect(200);
    // then
    assertThat(given.json().path("password").asString()).hasSize(16);
    assertThat(given.header("Cache-Control")).contains("no-store");
    client
        .post(path, "", "If-Match", etag, "Idempotency-Key", "k-" + id)
        .expectProblem(409, "password-shown-once");
    assertThat(client.get(PEOPLE + "/" + id).body()).doesNotContain("argon2");
  }

  @Test
  void nobodyManagesHerself() {
    var own = client.get(PEOPLE + "?limit=500").json().path("items");
    var administrator =
        own.valueStream()
            .filter(p -> p.path("name").asString().equals("administrator"))
            .findFirst()
            .orElseThrow();
    client
        .get(PEOPLE + "/" + administrator.path("id").asString())
        .expectProblem(403, "nobody-manages-herself");
  }
}

package vn.sen.reporting.feed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;

/** Feeds on a real broker and document store: an officer makes one, a program pulls it. */
class FeedIT extends ReportingService {

  private static final String FEEDS = "/api/reporting/feeds";
  private static final String WARD = PublishedProvince.WORLD.communeB.toString();
  private static final String OFFICER = Tokens.at(WARD, Role.OFFICER);

  private static String feed(String unit) {
    return """
    {"title": "Tổ, nhóm của phường", "report": "groups",
     "parameters": {"unit": "%s", "asOf": "2023-12-31", "bom": "true", "separator": "semicolon"}}
    """
        .formatted(unit);
  }

  private JsonNode made() {
    return client.as(OFFICER).post(FEEDS, feed("22024")).expect(201).json();
  }

  private Answer pull(JsonNode feed, String secret, String... headers) {
    var shown = feed.path("user").asString() + ":" + secret;
    var basic = Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8));
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Authorization";
    all[headers.length + 1] = "Basic " + basic;
    return client.asNobody().get(feed.path("url").asString(), all);
  }

  @Test
  void aProgramPullsWhatAnOfficerHasChosenUntilItIsRevoked() {
    // given
    var feed = made();
    var secret = feed.path("secret").asString();
    // when
    var pulled = pull(feed, secret).expect(200);
    // then
    assertThat(pulled.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(pulled.body()).startsWith("\uFEFFDòng;Đơn vị – Mã;").contains(";22024;2023-12-31;");
    assertThat(pulled.header("X-Content-Type-Options")).isEqualTo("nosniff");
    pull(feed, secret, "If-None-Match", pulled.header("ETag")).expect(304);
    // and it is seen that it was pulled, but never again with which secret
    var listed = listed(feed);
    assertThat(listed.path("lastPulledAt").isString()).isTrue();
    assertThat(listed.has("secret")).isFalse();
    // when it is revoked
    var path = FEEDS + "/" + feed.path("id").asString() + "/revocation";
    client.as(OFFICER).post(path, "").expect(200);
    // then
    var refused = pull(feed, secret).expectProblem(401, "feed-secret-needed");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(listed(feed).path("revokedAt").isString()).isTrue();
  }

  @Test
  void thePublishedRegisterIsAReportOfAUnitToo() {
    // given
    var body = feed("22024").replace("\"groups\"", "\"published\"");
    // when
    var feed = client.as(OFFICER).post(FEEDS, body).expect(201).json();
    // then
    pull(feed, feed.path("secret").asString()).expect(200);
  }

  @Test
  void sentAgainUnderItsKeyItIsOneFeedWithANewSecret() {
    // given an answer that never arrived
    var key = UUID.randomUUID().toString();
    var officer = client.as(OFFICER);
    var lost = officer.post(FEEDS, feed("22024"), "Idempotency-Key", key).expect(201).json();
    // when
    var made = officer.post(FEEDS, feed("22024"), "Idempotency-Key", key).expect(201).json();
    // then
    assertThat(made.path("id")).isEqualTo(lost.path("id"));
    assertThat(made.path("madeAt")).isEqualTo(listed(made).path("madeAt"));
    pull(made, made.path("secret").asString()).expect(200);
    pull(lost, lost.path("secret").asString()).expectProblem(401, "feed-secret-needed");
    // and the key is not good for another feed
    var other = feed("22024").replace("phường", "phường khác");
    officer.post(FEEDS, other, "Idempotency-Key", key).expectProblem(422, "key-reused");
    pull(made, made.path("secret").asString()).expect(200);
  }

  private JsonNode listed(JsonNode feed) {
    var id = feed.path("id").asString();
    return client
        .as(OFFICER)
        .get(FEEDS + "?limit=200")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(listed -> listed.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFeedOfTodayIsOfTheDayItIsPulled() {
    var body =
        feed("22024")
            .replace("2023-12-31", "today")
            .replace("\"asOf\"", "\"hierarchy\": \"2023-12-31\", \"asOf\"");
    var feed = client.as(OFFICER).post(FEEDS, body).expect(201).json();
    var today = client.get("/api/reporting/groups?unit=22024&hierarchy=2023-12-31").json();
    assertThat(pull(feed, feed.path("secret").asString()).expect(200).body())
        .contains(";" + today.path("asOf").asString() + ";");
  }

  @Test
  void nobodyPullsWithoutItsOwnSecret() {
    var feed = made();
    var other = made();
    pull(feed, other.path("secret").asString()).expectProblem(401, "feed-secret-needed");
    pull(feed, "").expectProblem(401, "feed-secret-needed");
    var url = feed.path("url").asString();
    client.asNobody().get(url).expectProblem(401, "feed-secret-needed");
    // a token is no secret
    client.get(url).expectProblem(401, "feed-secret-needed");
    // and the secret is no token
    var shown = feed.path("user").asString() + ":" + feed.path("secret").asString();
    var basic =
        "Basic " + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8));
    client
        .asNobody()
        .get("/api/reporting/groups?unit=22024&asOf=2023-12-31", "Authorization", basic)
        .expectProblem(401, "sign-in-needed");
  }

  @Test
  void parametersOfWhoPullsDoNotCount() {
    var feed = made();
    var basic = feed.path("user").asString() + ":" + feed.path("secret").asString();
    var header =
        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    var url = feed.path("url").asString() + "?unit=54&asOf=2020-01-01&format=json";
    assertThat(client.asNobody().get(url, "Authorization", header).expect(200).body())
        .contains(";22024;2023-12-31;");
  }

  @Test
  void anOfficerMakesFeedsOfHerUnitsOnly() {
    client.as(OFFICER).post(FEEDS, feed("54")).expectProblem(403, "out-of-scope");
    client
        .as(Tokens.at(WARD, Role.VIEWER))
        .post(FEEDS, feed("22024"))
        .expectProblem(403, "role-missing");
    var elsewhere = Tokens.at(PublishedProvince.WORLD.communeA.toString(), Role.OFFICER);
    var id = made().path("id").asString();
    client
        .as(elsewhere)
        .post(FEEDS + "/" + id + "/revocation", "")
        .expectProblem(403, "out-of-scope");
    var seen = client.as(elsewhere).get(FEEDS + "?limit=200").expect(200).json().path("items");
    assertThat(seen.valueStream().map(item -> item.path("id").asString())).doesNotContain(id);
    client
        .post(FEEDS + "/" + UUID.randomUUID() + "/revocation", "")
        .expectProblem(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "lending/overdue-loans", "lending/statements", "feeds"})
  void refusesWhatIsNoReportOfAUnitForMachines(String report) {
    var body = feed("54").replace("\"groups\"", "\"" + report + "\"");
    client.post(FEEDS, body).expectProblem(422, "feed-report-invalid").expectField("/report");
  }

  @Test
  void refusesParametersThatTheReportRefuses() {
    client.post(FEEDS, feed("99999")).expectProblem(404, "unit-unknown");
    client
        .post(FEEDS, feed("54").replace("semicolon", "dot"))
        .expectProblem(400, "parameter-invalid");
    client
        .post(FEEDS, feed("54").replace("2023-12-31", "soon"))
        .expectProblem(400, "invalid-request");
    client
        .post(FEEDS, feed("54").replace("\"groups\"", "\"../x\""))
        .expectProblem(422, "invalid-request");
  }
}

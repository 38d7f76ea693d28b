package vn.sen.reporting.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.SmallProvince;

/** What operators do to views and dead letters, over HTTP, on a real broker and store. */
class OperationsIT extends ReportingService {

  private static final String REBUILDS = "/api/reporting/rebuilds";
  private static final String VIEWS = "/api/reporting/views";
  private static final String LETTERS = "/api/reporting/dead-letters";
  private static final String REPORT = "/api/reporting/membership?unit=54&asOf=2023-12-31";
  private static final String COMPLETENESS =
      "/api/reporting/completeness?unit=54&from=2023-10-01&level=COMMUNE";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final SmallProvince WORLD = PublishedProvince.WORLD;

  @Autowired MongoDatabase database;

  @BeforeEach
  void readWhatWasTold() {
    var last = WORLD.members().getLast();
    var token = "membership.member:" + last.aggregate() + "@" + last.sequence();
    assertThat(client.get(REPORT, "Sen-Consistency", token).json().path("stale").asBoolean())
        .isFalse();
  }

  private Answer begin(String body, String key) {
    return client.post(REBUILDS, body, "Idempotency-Key", key);
  }

  private JsonNode view(String name) {
    for (var view : client.get(VIEWS).expect(200).json()) {
      if (view.path("view").asString().equals(name)) {
        return view;
      }
    }
    throw new AssertionError("no view " + name);
  }

  @ParameterizedTest
  @CsvSource({"membership, " + REPORT, "completeness, " + COMPLETENESS})
  void aViewIsRebuiltSwappedInRolledBackAndLetGoWhileReadersNoticeNothing(
      String view, String report) {
    // given a report
    await().atMost(PATIENCE).until(() -> view(view).path("lag").asLong() == 0);
    var body = "{\"view\":\"%s\",\"reason\":\"kiểm tra\"}".formatted(view);
    var before = client.get(report).expect(200);
    // when its view is rebuilt
    var key = UUID.randomUUID().toString();
    var begun = begin(body, key).expect(202);
    var rebuild = begun.header("Location");
    assertThat(begin(body, key).expect(202).header("Location")).isEqualTo(rebuild);
    begin(body.replace("kiểm", "xem"), key).expectProblem(422, "key-reused");
    begin(body, key + "2").expectProblem(409, "rebuild-under-way");
    client.post(rebuild + "/rollback", "").expectProblem(409, "rebuild-state-unfit");
    await()
        .atMost(PATIENCE)
        .until(() -> client.get(rebuild).json().at("/beside/caughtUp").asBoolean());
    assertThat(client.get(REBUILDS).json().at("/0/id").asString())
        .isEqualTo(begun.json().path("id").asString());
    assertThat(client.get(rebuild).json().at("/beside/percent").asInt()).isEqualTo(100);
    assertThat(client.get(report, "If-None-Match", before.header("ETag")).status()).isEqualTo(304);
    // and swapped in
    int to = begun.json().at("/to/number").asInt();
    assertThat(step(rebuild, "swap").path("state").asString()).isEqualTo("SERVING");
    awaitShown(view, to);
    // then readers get the same figures, as another answer
    var after = client.get(report, "If-None-Match", before.header("ETag")).expect(200);
    assertThat(after.json().path("total")).isEqualTo(before.json().path("total"));
    assertThat(after.json().path("rows")).isEqualTo(before.json().path("rows"));
    // when it is rolled back
    assertThat(step(rebuild, "rollback").path("state").asString()).isEqualTo("ROLLED_BACK");
    awaitShown(view, begun.json().at("/from/number").asInt());
    assertThat(client.get(report).header("ETag")).isEqualTo(before.header("ETag"));
    // and the new figures are let go
    assertThat(step(rebuild, "discard").path("state").asString()).isEqualTo("DISCARDED");
    client.post(rebuild + "/swap", "").expectProblem(409, "rebuild-state-unfit");
    assertThat(
            client.get(rebuild).json().path("beside").isMissingNode()
                || client.get(rebuild).json().path("beside").isNull())
        .isTrue();
  }

  private JsonNode step(String rebuild, String step) {
    return client.post(rebuild + "/" + step, "").expect(200).json();
  }

  private void awaitShown(String view, int generation) {
    await().atMost(PATIENCE).until(() -> view(view).path("shown").asInt() == generation);
  }

  @Test
  void aRebuildNamesItsViewAndItsReason() {
    var unknown = begin("{\"view\":\"members\",\"reason\":\"x\"}", "a");
    unknown.expectProblem(422, "view-unknown").expectField("/view");
    for (var view : client.get(VIEWS).expect(200).json()) {
      assertThat(unknown.json().path("detail").asString()).contains(view.path("view").asString());
    }
    begin("{\"view\":\"membership\",\"reason\":\" \"}", "b")
        .expectProblem(422, "invalid-request")
        .expectField("/reason");
    client.get(REBUILDS + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
    client.post(VIEWS + "/members/verifications", "").expectProblem(404, "not-found");
  }

  private JsonNode verified() {
    var begun = client.post(VIEWS + "/membership/verifications", "").expect(202);
    var path = begun.header("Location");
    await()
        .atMost(PATIENCE)
        .until(() -> !client.get(path).json().path("state").asString().equals("RUNNING"));
    return client.get(path).expect(200).json();
  }

  private MongoCollection<Document> rows() {
    int shown = view("membership").path("shown").asInt();
    return database.getCollection(
        shown == 1 ? "membership_rows" : "membership_g" + shown + "_rows");
  }

  @Test
  void aVerificationFindsARowThatTheLogDoesNotAccountFor() {
    // given
    var sound = verified();
    assertThat(sound.path("state").asString()).isEqualTo("EQUAL");
    assertThat(sound.path("rows").asLong()).isPositive();
    assertThat(sound.path("read").asLong()).isPositive();
    assertThat(sound.path("differences")).isEmpty();
    // when somebody changes a row in the store
    var row = rows().find(Filters.gt("v", 0L)).first();
    long value = row.getLong("v");
    var it = Filters.eq("_id", row.get("_id"));
    rows().updateOne(it, Updates.set("v", value + 5));
    // then it is found
    try {
      var found = verified();
      assertThat(found.path("state").asString()).isEqualTo("DIFFERENT");
      assertThat(found.path("different").asLong()).isEqualTo(1);
      var difference = found.at("/differences/0");
      assertThat(row.getString("_id")).endsWith(difference.path("row").asString());
      assertThat(difference.path("topic").asString()).isEqualTo(Topic.MEMBERS.name());
      assertThat(difference.path("expected").asLong()).isEqualTo(value);
      assertThat(difference.path("stored").asLong()).isEqualTo(value + 5);
      assertThat(difference.path("shown").asLong()).isEqualTo(value);
    } finally {
      rows().updateOne(it, Updates.set("v", value));
    }
    assertThat(verified().path("state").asString()).isEqualTo("EQUAL");
  }

  /** The event of another aggregate, as if it were this sequence of it. */
  private static EventRecord event(EventRecord like, long sequence, byte[] data) {
    return new EventRecord(
        EventRecord.idOf(like.subject(), sequence),
        like.source(),
        like.subject(),
        like.type(),
        like.time(),
        sequence,
        like.effectiveDate(),
        like.cause(),
        data);
  }

  private JsonNode letters(UUID aggregate, int count) {
    var found = new JsonNode[1];
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var all =
                  client
                      .get(
                          LETTERS
                              + "?group=reporting.membership&limit=200&topic="
                              + Topic.MEMBERS.name())
                      .expect(200)
                      .json()
                      .path("items");
              var own = all.deepCopy();
              var items = tools.jackson.databind.json.JsonMapper.shared().createArrayNode();
              own.forEach(
                  letter -> {
                    if (letter.path("aggregate").asString("").equals(aggregate.toString())) {
                      items.add(letter);
                    }
                  });
              assertThat(items).hasSize(count);
              found[0] = items;
            });
    return found[0];
  }

  @Test
  void aDeadLetterIsSeenDeliveredAgainInVainAndDiscardedSoThatWhatWaitsGoesOn() {
    // given an event that nobody can read, and one that waits behind it
    var like =
        WORLD.imported(UUID.randomUUID(), WORLD.branchB1, LocalDate.of(2027, 1, 4)).envelope();
    PublishedProvince.send(
        Topic.MEMBERS, event(like, 1, "{\"no\"".getBytes(StandardCharsets.UTF_8)));
    PublishedProvince.send(Topic.MEMBERS, event(like, 2, like.data()));
    // then it is listed, without its data, and what waits is shown
    var letter = letters(like.subject(), 1).path(0);
    assertThat(letter.path("sequence").asLong()).isEqualTo(1);
    assertThat(letter.path("type").asString()).isEqualTo(like.type());
    assertThat(letter.path("reason").asString()).contains("Unreadable");
    assertThat(letter.has("data")).isFalse();
    await().atMost(PATIENCE).until(() -> parked(like.subject()) != null);
    assertThat(parked(like.subject()).path("missing").asLong()).isEqualTo(1);
    assertThat(parked(like.subject()).at("/waiting/0").asLong()).isEqualTo(2);
    var path = LETTERS + "/" + letter.path("id").asString();
    assertThat(client.get(path).expect(200).json().path("data").asString()).isEqualTo("{\"no\"");
    // when it is delivered again although nothing was repaired
    var key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      var replayed = client.post(path + "/replay", "{}", "Idempotency-Key", key).expect(200);
      assertThat(replayed.json().at("/decision/choice").asString()).isEqualTo("REPLAYED");
    }
    client.post(path + "/discard", "{\"reason\":\"x\"}").expectProblem(409, "letter-decided");
    // then it is there once more, marked, and the first one says so
    var again = letters(like.subject(), 2).path(1);
    assertThat(again.path("again").asBoolean()).isTrue();
    assertThat(client.get(path).json().path("cameBackAs").asString())
        .isEqualTo(again.path("id").asString());
    // when that one is discarded
    var last = LETTERS + "/" + again.path("id").asString();
    client.post(last + "/discard", "{}").expectProblem(422, "invalid-request");
    var discarded = client.post(last + "/discard", "{\"reason\":\"gửi thử\"}").expect(200).json();
    assertThat(discarded.at("/decision/reason").asString()).isEqualTo("gửi thử");
    // then what waited counts, and the log gives the same
    var token = "membership.member:" + like.subject() + "@2";
    var report =
        client.get(
            "/api/reporting/membership?unit=66&asOf=2027-01-05&from=2027-01-04",
            "Sen-Consistency",
            token);
    assertThat(report.expect(200).json().path("stale").asBoolean()).isFalse();
    assertThat(report.json().at("/total/flows/in/MOVE_IN").asInt()).isEqualTo(1);
    assertThat(parked(like.subject())).isNull();
    assertThat(verified().path("state").asString()).isEqualTo("EQUAL");
  }

  private JsonNode parked(UUID aggregate) {
    for (var parked :
        client.get(VIEWS + "/membership/parked?limit=200").expect(200).json().path("items")) {
      if (parked.path("aggregate").asString().equals(aggregate.toString())) {
        return parked;
      }
    }
    return null;
  }

  @Test
  void namesWhatIsNoLetter() {
    client.get(LETTERS + "/nonsense").expectProblem(404, "not-found");
    client.get(LETTERS + "?cursor=nonsense").expectProblem(400, "cursor-invalid");
    client
        .post(LETTERS + "/nonsense/discard", "{\"reason\":\"x\"}")
        .expectProblem(404, "not-found");
  }
}

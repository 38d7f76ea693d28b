package vn.sen.membership.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class DataRequestsIT extends MembershipService {

  private static final String REQUESTS = "/api/membership/data-requests";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  @Autowired MongoDatabase database;

  private String branchCode;
  private String branch;
  private String identityNumber;

  /** Nobody else's: whoever is erased must not be met again in another test. */
  private String name;

  @BeforeEach
  void givenABranch() {
    branchCode = freshCode();
    branch = unit(branchCode, "BRANCH", "BRANCH", commune(province()));
    identityNumber = "0541800" + freshCode();
    name = "Nguyễn Thị Hòa " + branchCode;
  }

  private Map<String, Object> hoa() {
    return new HashMap<>(
        Map.of(
            "unitId",
            branch,
            "fullName",
            name,
            "birthDate",
            "1980-05-01",
            "identityNumber",
            identityNumber,
            "phone",
            "0905123456",
            "ethnicity",
            "Ê Đê",
            "externalRef",
            "ref-" + identityNumber,
            "joinedOn",
            "2020-03-08"));
  }

  private String registered() {
    return id(client.post(MEMBERS, json(hoa())).expect(201));
  }

  private String former() {
    var member = registered();
    var departure = Map.of("on", "2023-06-01", "reason", "MOVED_OUT", "note", "Theo chồng");
    client.post(MEMBERS + "/" + member + "/departures", json(departure), version(1)).expect(200);
    return member;
  }

  private String request(String member, String right) {
    var body =
        Map.of(
            "memberId",
            member,
            "right",
            right,
            "channel",
            "IN_PERSON",
            "receivedOn",
            TODAY,
            "identityCheck",
            "Đã xem căn cước");
    return id(client.post(REQUESTS, json(body)).expect(201));
  }

  private Answer fulfil(String request, Map<String, ?> more) {
    var body = new HashMap<String, Object>(Map.of("on", TODAY, "proof", "Biên bản số 12"));
    body.putAll(more);
    return client.post(REQUESTS + "/" + request + "/fulfilment", json(body), version(1));
  }

  /** What the member's events add to the figures, by their sequence: one may come twice. */
  private static List<String> changes(String member, int events) {
    var changes = new TreeMap<Integer, String>();
    await()
        .until(
            () -> {
              for (var record : PublishedRecords.of(Topic.MEMBERS, member, events)) {
                var sequence = PublishedRecords.headers(record).get("ce_sequence");
                var told = JsonMapper.shared().readTree(record.value()).path("changes");
                changes.put(Integer.valueOf(sequence), told.toString());
              }
              return changes.size() >= events;
            });
    return List.copyOf(changes.values());
  }

  private @Nullable Document key(String owner) {
    return database
        .getCollection("dataKeys")
        .find(Filters.eq("_id", UUID.fromString(owner)))
        .first();
  }

  private Document stored(String member) {
    return Objects.requireNonNull(
        database.getCollection("members").find(Filters.eq("_id", UUID.fromString(member))).first());
  }

  @Test
  void aRequestIsAnsweredStepByStep() {
    var member = registered();
    var request = request(member, "CORRECTION");

    client
        .post(REQUESTS + "/" + request + "/acknowledgement", json(Map.of("on", TODAY)), version(1))
        .expect(200);
    var body = Map.of("on", TODAY, "proof", "Đã sửa, biên bản số 3");
    client.post(REQUESTS + "/" + request + "/fulfilment", json(body), version(2)).expect(200);

    var view = client.get(REQUESTS + "/" + request).expect(200).json();
    assertThat(view.path("status").asString()).isEqualTo("FULFILLED");
    assertThat(view.path("identityCheck").asString()).isEqualTo("Đã xem căn cước");
    assertThat(view.path("proof").asString()).isEqualTo("Đã sửa, biên bản số 3");
    assertThat(view.path("fulfilBy").asString()).isEqualTo(TODAY.plusDays(10).toString());
    assertThat(view.path("source").asString()).contains("356/2025");
    var history = client.get(REQUESTS + "/" + request + "/history").expect(200).json();
    assertThat(history.path("items").findValuesAsString("type"))
        .containsExactly(
            "membership.data-request.received.v1",
            "membership.data-request.acknowledged.v1",
            "membership.data-request.fulfilled.v1");
    client
        .post(REQUESTS + "/" + request + "/fulfilment", json(body), version(3))
        .expectProblem(409, "request-closed");
  }

  @Test
  void whatIsDueFirstComesFirst() {
    var member = registered();
    var erasure = request(member, "ERASURE");
    var access = request(member, "ACCESS");
    var withdrawal = request(member, "WITHDRAWAL");
    var path = REQUESTS + "?limit=2&memberId=" + member;

    var first = client.get(path).expect(200).json();
    var second = client.get(path + "&cursor=" + first.path("next").asString()).expect(200).json();

    assertThat(first.path("items").findValuesAsString("id")).containsExactly(access, withdrawal);
    assertThat(second.path("items").findValuesAsString("id")).containsExactly(erasure);
    assertThat(client.get(path + "&open=false").json().path("items")).isEmpty();
  }

  @Test
  void consentsAreGivenByPurposeAndWithdrawnOnRequest() {
    var member = registered();
    var consents = MEMBERS + "/" + member + "/consents";
    assertThat(client.get(consents).expect(200).json().findValuesAsString("given"))
        .containsOnly("false");
    var word = Map.of("given", true, "on", TODAY, "channel", "PAPER");
    client.put(consents + "/LENDING", json(word), version(0)).expect(200);
    client.put(consents + "/CONTACT", json(word), version(1)).expect(200);
    client.put(consents + "/CONTACT", json(word), version(1)).expect(412);

    fulfil(request(member, "WITHDRAWAL"), Map.of("purposes", List.of("LENDING"))).expect(200);

    var left = client.get(consents).expect(200).json();
    assertThat(left.findValuesAsString("given"))
        .containsExactlyInAnyOrder("true", "false", "false", "false");
    fulfil(request(member, "WITHDRAWAL"), Map.of())
        .expectProblem(422, "purposes-do-not-fit")
        .expectField("/purposes");
    client
        .put(MEMBERS + "/" + UUID.randomUUID() + "/consents/CONTACT", json(word), version(0))
        .expectProblem(404, "not-found");
  }

  @Test
  void accessGivesEverythingThatIsHeld() {
    var member = former();
    var request = request(member, "ACCESS");

    var export = client.get(REQUESTS + "/" + request + "/export").expect(200).json();

    assertThat(export.at("/record/member/identityNumber").asString()).isEqualTo(identityNumber);
    assertThat(export.at("/record/member/note").asString()).isEqualTo("Theo chồng");
    assertThat(export.at("/record/history")).hasSize(2);
    assertThat(export.path("consents")).hasSize(4);
    assertThat(export.at("/requests/0/id").asString()).isEqualTo(request);
    client
        .get(REQUESTS + "/" + request(member, "ERASURE") + "/export")
        .expectProblem(409, "no-request-for-access");
  }

  @Test
  void anErasureLeavesNobodyAndEveryFigureAsItWas() {
    // given
    var member = former();
    var before = changes(member, 2);
    assertThat(key(member)).isNotNull();

    // when
    fulfil(request(member, "ERASURE"), Map.of()).expect(200);

    // then the figures are as they were
    assertThat(changes(member, 3))
        .startsWith(before.toArray(new String[0]))
        .endsWith("")
        .hasSize(3);
    var view = client.get(MEMBERS + "/" + member).expect(200).json();
    assertThat(view.path("status").asString()).isEqualTo("ERASED");
    assertThat(view.path("stays")).hasSize(1);
    assertThat(client.get(MEMBERS + "/" + member + "/history").json().path("items")).hasSize(3);
    // and she is gone
    assertThat(key(member)).isNull();
    var document = stored(member).toJson();
    assertThat(document)
        .doesNotContain("Nguyễn", "nguyen", "1980", "Theo chồng", "ref-", identityNumber);
    var search = MEMBERS + "/searches";
    assertThat(client.post(search, json(Map.of("unitId", branch))).json().path("items")).isEmpty();
    assertThat(
            client
                .post(search, json(Map.of("identityNumber", identityNumber)))
                .json()
                .path("items"))
        .isEmpty();
    // and stays so
    client
        .post(
            MEMBERS + "/" + member + "/readmissions",
            json(Map.of("unitId", branch, "on", TODAY)),
            version(3))
        .expectProblem(409, "record-erased");
  }

  @Test
  void aHouseholdForgetsTheHeadWhoWasErased() {
    // given
    var household = Map.of("unitId", branch, "headName", name, "address", "12 Lê Lợi");
    var home = id(client.post(HOUSEHOLDS, json(household)).expect(201));
    var person = hoa();
    person.put("householdId", home);
    var member = id(client.post(MEMBERS, json(person)).expect(201));
    var access = request(member, "ACCESS");
    assertThat(
            client
                .get(REQUESTS + "/" + access + "/export")
                .json()
                .at("/household/address")
                .asString())
        .isEqualTo("12 Lê Lợi");
    var request = request(member, "ERASURE");
    fulfil(request, Map.of()).expectProblem(409, "membership-still-lasts");
    assertThat(client.get(HOUSEHOLDS + "/" + home).json().path("headName").asString())
        .isEqualTo(name);
    var departure = Map.of("on", "2023-06-01", "reason", "RESIGNED");
    client.post(MEMBERS + "/" + member + "/departures", json(departure), version(1)).expect(200);
    await().until(() -> client.get(HOUSEHOLDS + "/" + home).json().path("members").isEmpty());

    // when
    fulfil(request, Map.of()).expect(200);

    // then
    var left = client.get(HOUSEHOLDS + "/" + home).expect(200).json();
    assertThat(left.path("headName").asString()).isEqualTo("—");
    assertThat(left.has("address")).isFalse();
  }

  @Test
  void noImportBringsHerBack() {
    // given
    fulfil(request(former(), "ERASURE"), Map.of()).expect(200);
    var file =
        """
        unitCode,fullName,birthDate,identityNumber,joinedOn
        %1$s,Nguyễn Thị Hoà %1$s,01/05/1980,%2$s,2020-03-08
        %1$s,NGUYEN THI HOA %1$s,01/05/1980,,2020-03-08
        %1$s,Nguyễn Thị Hòa %1$s,1980,,2020-03-08
        %1$s,Tên Khác,1980,%2$s,2020-03-08
        %1$s,Nguyễn Thị Hòa %1$s,1981,,2020-03-08
        """
            .formatted(branchCode, identityNumber);

    // when
    var id = id(client.upload(IMPORTS, "text/csv", file.getBytes(UTF_8)).expect(201));
    var checked = awaitState(id, "INVALID");

    // then the officer is told what to do
    assertThat(checked.invalid()).isEqualTo(4);
    assertThat(client.get(IMPORTS + "/" + id + "/errors", "Accept-Language", "en").body().lines())
        .filteredOn(line -> line.contains("had her data erased") && line.contains("singly"))
        .hasSize(4);
    // when the rest is imported
    client.post(IMPORTS + "/" + id + "/execution", "{\"skipInvalid\":true}").expect(202);
    // then
    assertThat(awaitState(id, "DONE").imported()).isEqualTo(1);
  }

  /** How far an import is. */
  private record Progress(int invalid, int imported) {}

  private Progress awaitState(String id, String state) {
    var json =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> client.get(IMPORTS + "/" + id).expect(200).json(),
                i -> i.path("state").asString().equals(state));
    return new Progress(json.path("invalid").asInt(), json.path("imported").asInt());
  }

  @Test
  void aRowThatWasCheckedBeforeSheWasErasedIsRefusedToo() {
    // given a file with her that was checked while nobody had asked for erasure
    var file =
        "unitCode,fullName,birthDate,joinedOn\n%s,%s,1980-05-01,2020-03-08\n"
            .formatted(branchCode, name);
    var id = id(client.upload(IMPORTS, "text/csv", file.getBytes(UTF_8)).expect(201));
    awaitState(id, "VALIDATED");
    fulfil(request(former(), "ERASURE"), Map.of()).expect(200);

    client.post(IMPORTS + "/" + id + "/execution", "{}").expect(202);

    assertThat(awaitState(id, "DONE").imported()).isZero();
  }

  @Test
  void sheComesBackOnlyIfTheOfficerKnows() {
    fulfil(request(former(), "ERASURE"), Map.of()).expect(200);
    var again = hoa();

    client.post(MEMBERS, json(again)).expectProblem(409, "erased-before");
    again.put("afterErasure", true);

    client.post(MEMBERS, json(again)).expect(201);
  }

  @Test
  void aMemberIsErasedInPartOrLeavesFirst() {
    var member = registered();
    var request = request(member, "ERASURE");
    fulfil(request, Map.of()).expectProblem(409, "membership-still-lasts");
    assertThat(client.get(REQUESTS + "/" + request).json().path("status").asString())
        .isEqualTo("RECEIVED");

    fulfil(request, Map.of("kept", "MEMBERSHIP_LASTS")).expect(200);

    var left = client.get(MEMBERS + "/" + member).expect(200).json();
    assertThat(left.path("identityNumber").asString()).isEqualTo(identityNumber);
    assertThat(left.has("phone") || left.has("ethnicity") || left.has("externalRef")).isFalse();
    assertThat(client.get(REQUESTS + "/" + request).json().path("reason").asString())
        .isEqualTo("MEMBERSHIP_LASTS");
  }

  @Test
  void aRefusalSaysWhy() {
    var request = request(former(), "ERASURE");
    var refusal =
        Map.of("on", TODAY, "reason", "LOAN_OUTSTANDING", "explanation", "Còn dư nợ ở ngân hàng");

    client.post(REQUESTS + "/" + request + "/refusal", json(refusal), version(1)).expect(200);

    var view = client.get(REQUESTS + "/" + request).expect(200).json();
    assertThat(view.path("status").asString()).isEqualTo("REFUSED");
    assertThat(view.path("reason").asString()).isEqualTo("LOAN_OUTSTANDING");
    assertThat(view.path("proof").asString()).isEqualTo("Còn dư nợ ở ngân hàng");
  }

  @Test
  void badRequestsAreNamedByField() {
    var member = registered();
    var body =
        new HashMap<String, Object>(
            Map.of(
                "memberId",
                member,
                "right",
                "ERASURE",
                "channel",
                "PAPER",
                "receivedOn",
                TODAY,
                "identityCheck",
                "x"));
    refuses(body, "right", "FORGETTING", 400);
    refuses(body, "channel", null, 422);
    refuses(body, "receivedOn", TODAY.plusDays(1), 422);
    refuses(body, "receivedOn", "2025-12-31", 422);
    refuses(body, "identityCheck", " ", 422);
    body.put("memberId", UUID.randomUUID());
    client.post(REQUESTS, json(body)).expectProblem(404, "not-found");
  }

  private void refuses(Map<String, Object> body, String field, @Nullable Object value, int status) {
    var wrong = new HashMap<>(body);
    wrong.put(field, value);
    client.post(REQUESTS, json(wrong)).expect(status).expectField("/" + field);
  }
}

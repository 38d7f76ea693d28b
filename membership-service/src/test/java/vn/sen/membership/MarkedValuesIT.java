package vn.sen.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.chassis.testing.MarkedValues;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.EmbeddedMongo;
import vn.sen.embedded.SharedInfrastructure;

/**
 * Sends values that occur nowhere else through every endpoint that writes, and looks for them where
 * they must not be: log, topics, answers and the bytes of the store's files, old blocks included.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class MarkedValuesIT {

  private static final String MEMBERS = MembershipService.MEMBERS;
  private static final String NAME = "Tên Đánh Dấu";

  private static final String NUMBER = "054180917263";
  private static final String OTHER_NUMBER = "054180826354";
  private static final String IMPORTED_NUMBER = "054180735445";
  private static final String WRONG_NUMBER = "054181644536";
  private static final String PHONE = "0917263544";
  private static final String ETHNICITY = "Qxdantoc";
  private static final String RELIGION = "Qxtongiao";
  private static final String NOTE = "Qxghichu";
  private static final String ADDRESS = "Qxdiachi";
  private static final String VOICE = "Qxnguyenvong";

  /** What must stand nowhere but in the answer that shows the record itself. */
  private static final MarkedValues MARKED =
      new MarkedValues(
          List.of(
              NUMBER,
              OTHER_NUMBER,
              IMPORTED_NUMBER,
              WRONG_NUMBER,
              PHONE,
              ETHNICITY,
              RELIGION,
              NOTE,
              ADDRESS,
              VOICE));

  private static final Path FOLDER = Path.of("target", "marked-" + System.nanoTime());
  private static final EmbeddedMongo STORE = EmbeddedMongo.start(FOLDER.resolve("store"), 0);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(STORE::close, "close-marked-store"));
  }

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", STORE::connectionString);
    registry.add("sen.mongodb.database", () -> "marked");
    Tokens.trust(registry);
    registry.add("sen.local", () -> true);
    registry.add("sen.privacy.keys", () -> FOLDER.resolve("privacy.keys").toString());
  }

  @LocalServerPort int port;
  @Autowired MatchingKey key;

  private final List<String> answers = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private ServiceClient client;

  @Test
  void standNowhereButInTheRecordItself(CapturedOutput log) throws Exception {
    client = new ServiceClient(port);
    await().until(() -> client.get("/actuator/health/readiness").status() == 200);

    // when
    var province = unit("91001", "PROVINCE", "PROVINCE", null);
    var commune = unit("91002", "COMMUNE", "WARD", province);
    var branch = unit("91003", "BRANCH", "BRANCH", commune);
    var member = liveAMembersLife(branch);
    rejectAProposal(branch);
    askForHer(unit("91004", "COMMUNE", "WARD", province), branch);
    keepAHousehold(commune);
    hearAVoice(commune, member);
    closeAGroup(commune);
    importAFile();
    importAFileWithoutHeading();
    takeAttendance(commune);
    askAboutData(member);
    sendWrongBodiesEverywhere();

    // then
    assertThat(MARKED.in(answers)).as("answers").isEmpty();
    assertThat(MARKED.in(List.of(log.getAll()))).as("log").isEmpty();
    assertThat(MARKED.in(MarkedValues.published(t -> t.contains(member + ".4"))))
        .as("topics")
        .isEmpty();
    assertThat(MARKED.in(stored())).as("store").isEmpty();
    // what lending recognises her by is on its own topic alone
    var hash = new MarkedValues(List.of(key.hash(NUMBER), key.hash(IMPORTED_NUMBER)));
    assertThat(hash.in(answers)).as("answers").isEmpty();
    assertThat(hash.in(List.of(log.getAll()))).as("log").isEmpty();
    assertThat(hash.in(stored())).as("store").isEmpty();
    // a digest without a key would let somebody try all numbers there are
    var digests = bodies.stream().map(MarkedValuesIT::sha256).toList();
    assertThat(stored()).noneMatch(file -> digests.stream().anyMatch(file::contains));
  }

  private String liveAMembersLife(String branch) {
    var person = person(NUMBER);
    var proposal = new HashMap<>(person);
    proposal.putAll(Map.of("unitId", branch, "proposedOn", "2022-01-10"));
    var id = id(post(MEMBERS + "/proposals", json(proposal)).expect(201));
    post(MEMBERS + "/" + id + "/approval", "{\"approvedOn\":\"2022-02-01\"}", 1).expect(200);
    var corrected = new HashMap<>(person(OTHER_NUMBER));
    put(MEMBERS + "/" + id + "/particulars", json(corrected), 2).expect(200);
    var departure = Map.of("on", "2023-06-01", "reason", "OTHER", "note", NOTE);
    post(MEMBERS + "/" + id + "/departures", json(departure), 3).expect(200);
    var registration = new HashMap<>(person(NUMBER));
    registration.putAll(Map.of("unitId", branch, "joinedOn", "2022-01-10"));
    post(MEMBERS, json(registration)).expect(201);
    post(MEMBERS, json(registration)).expectProblem(409, "natural-key-taken");
    post(MEMBERS + "/searches", json(Map.of("identityNumber", NUMBER))).expect(200);
    post(MEMBERS + "/searches", json(Map.of("unitId", branch))).expect(200);
    answers.add(client.get(MEMBERS + "/" + id + "/history").body());
    var read = client.get(MEMBERS + "/" + id).expect(200).json();
    assertThat(read.path("identityNumber").asString()).isEqualTo(OTHER_NUMBER);
    assertThat(read.path("note").asString()).isEqualTo(NOTE);
    return id;
  }

  private void rejectAProposal(String branch) {
    var proposal = new HashMap<>(person(null));
    proposal.putAll(Map.of("unitId", branch, "proposedOn", "2022-01-10"));
    var id = id(post(MEMBERS + "/proposals", json(proposal)).expect(201));
    var rejection = Map.of("on", "2022-02-01", "reason", NOTE);
    post(MEMBERS + "/" + id + "/rejection", json(rejection), 1).expect(200);
  }

  private static Map<String, Object> person(String identityNumber) {
    var person =
        new HashMap<String, Object>(
            Map.of(
                "fullName",
                NAME,
                "birthYear",
                1980,
                "phone",
                PHONE,
                "ethnicity",
                ETHNICITY,
                "religion",
                RELIGION));
    if (identityNumber != null) {
      person.put("identityNumber", identityNumber);
    }
    return person;
  }

  private void askForHer(String receiving, String branch) {
    var officer = client.as(Tokens.at(receiving, Role.OFFICER));
    var number = json(Map.of("toUnitId", receiving, "on", "2024-01-01", "identityNumber", NUMBER));
    var request =
        id(remembered(number, officer.post(MembershipService.REQUESTS, number)).expect(201));
    var said = Map.of("fullName", NAME, "birthYear", 1980, "unitId", branch);
    var paper = json(Map.of("toUnitId", receiving, "on", "2024-01-01", "paper", said));
    remembered(paper, officer.post(MembershipService.REQUESTS, paper)).expect(201);
    var refusal = json(Map.of("reason", NOTE));
    post(MembershipService.REQUESTS + "/" + request + "/refusal", refusal, 1).expect(200);
  }

  private void keepAHousehold(String commune) {
    var household = Map.of("unitId", commune, "headName", NAME, "address", ADDRESS);
    var id = id(post(MembershipService.HOUSEHOLDS, json(household)).expect(201));
    var corrected = Map.of("headName", NAME, "address", ADDRESS + " 2");
    put(MembershipService.HOUSEHOLDS + "/" + id, json(corrected), 1).expect(200);
  }

  private void hearAVoice(String commune, String member) {
    var raised =
        Map.of(
            "unitId", commune,
            "by", "MEMBER",
            "memberId", member,
            "kind", "NEED",
            "subject", "OTHER",
            "raisedOn", "2023-10-02",
            "text", VOICE + "\ndòng hai");
    var voice = MembershipService.VOICES + "/" + id(post(MembershipService.VOICES, json(raised)));
    var routing = Map.of("toUnitId", province(commune), "on", "2023-10-03", "reason", VOICE);
    post(voice + "/routings", json(routing), 1).expect(200);
    post(voice + "/answers", json(Map.of("on", "2023-10-04", "text", VOICE)), 2).expect(200);
    post(voice + "/reopening", json(Map.of("on", "2023-10-05", "reason", VOICE)), 3).expect(200);
    answers.add(client.get(MembershipService.VOICES).expect(200).body());
    answers.add(client.get(voice + "/history").expect(200).body());
    var read = client.get(voice).expect(200).json();
    assertThat(read.path("text").asString()).isEqualTo(VOICE + "\ndòng hai");
    assertThat(read.at("/rounds/0/answer/text").asString()).isEqualTo(VOICE);
  }

  private String province(String commune) {
    return client
        .get(MembershipService.UNITS + "/" + commune)
        .expect(200)
        .json()
        .path("parentId")
        .asString();
  }

  private void closeAGroup(String commune) {
    var type = json(Map.of("code", "MARK", "name", "Câu lạc bộ", "from", "2020-01-01"));
    post(MembershipService.GROUP_TYPES, type).expect(201);
    var club =
        Map.of("type", "MARK", "name", "CLB 1", "unitId", commune, "foundedOn", "2023-03-08");
    var group = MembershipService.GROUPS + "/" + id(post(MembershipService.GROUPS, json(club)));
    var closing = Map.of("reason", "OTHER", "note", NOTE, "on", "2023-09-01");
    put(group + "/closing", json(closing), 1).expect(200);
    answers.add(client.get(group + "/history").expect(200).body());
    assertThat(client.get(group).json().at("/closing/note").asString()).isEqualTo(NOTE);
  }

  private void importAFile() {
    var file =
        """
        unitCode,fullName,birthYear,identityNumber,phone,ethnicity,religion,joinedOn
        91003,%1$s,1980,%2$s,%3$s,%4$s,%5$s,2020-03-08
        91003,%1$s,1980,%6$s,%3$s,%4$s,%5$s,2020-03-08
        91003,%1$s,%2$s,,%3$s,%4$s,%5$s,%3$s
        %3$s,%1$s,1980,,%5$s,%4$s,%5$s,2020-03-08
        """
            .formatted(NAME, IMPORTED_NUMBER, PHONE, ETHNICITY, RELIGION, WRONG_NUMBER);
    var id = id(upload(file).expect(201));
    var path = MembershipService.IMPORTS + "/" + id;
    awaitState(path, "INVALID");
    post(path + "/execution", "{\"skipInvalid\":true}").expect(202);
    awaitState(path, "DONE");
    answers.add(client.get(path + "/errors").expect(200).body());
    assertThat(client.get(path).json().path("imported").asInt()).isEqualTo(1);
    post(MembershipService.WITHDRAWALS, json(Map.of("importId", id, "reason", NOTE))).expect(201);
  }

  private void askAboutData(String member) {
    var word = Map.of("given", true, "on", "2026-01-05", "channel", "PAPER");
    put(MEMBERS + "/" + member + "/consents/LENDING", json(word), 0).expect(200);
    var done = Map.of("on", "2026-01-06", "proof", NOTE);
    close(request(member, "ACCESS"), "fulfilment", done);
    var withdrawal = new HashMap<String, Object>(done);
    withdrawal.put("purposes", List.of("LENDING"));
    close(request(member, "WITHDRAWAL"), "fulfilment", withdrawal);
    var refusal = Map.of("on", "2026-01-06", "reason", "LOAN_OUTSTANDING", "explanation", NOTE);
    close(request(member, "ERASURE"), "refusal", refusal);
    close(request(member, "ERASURE"), "fulfilment", done);
  }

  private String request(String member, String right) {
    var request =
        Map.of(
            "memberId",
            member,
            "right",
            right,
            "channel",
            "PAPER",
            "receivedOn",
            "2026-01-05",
            "identityCheck",
            NOTE + " " + NUMBER);
    return id(post("/api/membership/data-requests", json(request)).expect(201));
  }

  private void close(String request, String how, Map<String, ?> body) {
    var path = "/api/membership/data-requests/" + request;
    post(path + "/acknowledgement", "{\"on\":\"2026-01-05\"}", 1).expect(200);
    post(path + "/" + how, json(body), 2).expect(200);
    answers.add(client.get(path + "/history").expect(200).body());
  }

  private void importAFileWithoutHeading() {
    upload("91003,%s,1980,%s,%s\n".formatted(NAME, NUMBER, PHONE))
        .expectProblem(422, "column-unknown");
    upload("%s,%s\n".formatted(NUMBER, RELIGION)).expectProblem(422, "column-unknown");
    upload("unitCode,fullName,joinedOn\n91003,\"%s%s".formatted(NUMBER, RELIGION));
  }

  /** With a number that somebody has, and one that nobody has. */
  private void takeAttendance(String commune) {
    var path = "/api/membership/attendance-lists";
    var upload = path + "?session=1&unitId=" + commune + "&classId=" + UUID.randomUUID();
    var file =
        "Họ và tên,CCCD\n%s,%s\n%s,%s\n".formatted(NAME, OTHER_NUMBER, RELIGION, WRONG_NUMBER);
    var list = remembered(file, client.upload(upload, "text/csv", file.getBytes(UTF_8)));
    answers.add(client.get(path + "/" + id(list.expect(201))).expect(200).body());
  }

  private void awaitState(String path, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get(path).json().path("state").asString().equals(state));
  }

  /** No operation repeats what it cannot read, wherever in the body that stands. */
  private void sendWrongBodiesEverywhere() {
    var api = client.get("/api/membership/openapi").expect(200).json();
    int operations = 0;
    for (var path : api.path("paths").properties()) {
      for (var method : List.of("post", "put")) {
        var operation = path.getValue().path(method);
        var schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
          operations++;
          sendWrongBodies(method, path.getKey(), properties(api, schema));
        }
      }
    }
    assertThat(operations).isGreaterThan(20);
  }

  private static List<String> properties(JsonNode api, JsonNode schema) {
    var reference = schema.path("$ref").asString("");
    var resolved = reference.isEmpty() ? schema : api.at(reference.substring(1));
    return resolved.path("properties").propertyStream().map(Map.Entry::getKey).toList();
  }

  private void sendWrongBodies(String method, String path, List<String> properties) {
    var url = path.replaceAll("\\{[^}]*}", "6f2f1d9a-0000-4000-8000-000000000000");
    var wrong = new ArrayList<String>();
    wrong.add("{\"x\":\"" + NUMBER);
    wrong.add("{\"" + NUMBER + "\":1}");
    wrong.add("{\"nothing\":\"" + RELIGION + "\"}");
    wrong.add("[\"" + PHONE + "\"]");
    for (var property : properties) {
      wrong.add("{\"%s\":{\"%s\":\"%s\"}}".formatted(property, NUMBER, RELIGION));
      wrong.add("{\"%s\":[\"%s\",{}]}".formatted(property, PHONE));
      wrong.add("{\"%s\":\"%s\"}".formatted(property, (NUMBER + " " + RELIGION).repeat(100)));
    }
    for (var body : wrong) {
      var answer = method.equals("post") ? post(url, body, 1) : put(url, body, 1);
      assertThat(answer.status()).as(method + " " + url + " " + body).isBetween(400, 499);
    }
  }

  private String unit(String code, String level, String kind, String parent) {
    var unit =
        new HashMap<String, Object>(
            Map.of(
                "code", code,
                "name", "Đơn vị " + code,
                "level", level,
                "kind", kind,
                "validFrom", "1990-01-01"));
    if (parent != null) {
      unit.put("parentId", parent);
    }
    return id(post(MembershipService.UNITS, json(unit)).expect(201));
  }

  private Answer post(String path, String body, long... version) {
    return remembered(body, client.post(path, body, headers(version)));
  }

  private Answer put(String path, String body, long... version) {
    return remembered(body, client.put(path, body, headers(version)));
  }

  private Answer upload(String file) {
    return remembered(
        file, client.upload(MembershipService.IMPORTS, "text/csv", file.getBytes(UTF_8)));
  }

  private Answer remembered(String body, Answer answer) {
    bodies.add(body);
    answers.add(answer.body() + answer.response().headers().map());
    return answer;
  }

  private static String[] headers(long... version) {
    return version.length == 0 ? new String[0] : MembershipService.version(version[0]);
  }

  private static String json(Map<String, ?> body) {
    return JsonMapper.shared().writeValueAsString(body);
  }

  private static String id(Answer answer) {
    return answer.json().path("id").asString();
  }

  private static String sha256(String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of the store, in which names can be read and so could the rest. */
  private static List<String> stored() throws IOException {
    var texts = MarkedValues.stored(FOLDER.resolve("store"));
    assertThat(texts).anyMatch(text -> text.contains(MarkedValues.bytes(NAME)));
    return texts;
  }
}

package vn.sen.lending;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.chassis.testing.MarkedValues;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.EmbeddedMongo;

/**
 * What banks say of people and of their numbers: marked values go in by every way there is, and are
 * looked for in answers, logs, topics and the bytes of the store.
 */
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@ContextConfiguration(initializers = MarkedValuesIT.OwnStore.class)
class MarkedValuesIT extends LendingService {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String STATEMENTS = "/api/partners/statements";
  private static final String IDENTITY = "091199887701";
  private static final String OTHER_IDENTITY = "091199887702";
  private static final String NAME = "Qxnguoivay Thị Mô Phỏng";
  private static final String LOAN = "QXSOVAY-4711";
  private static final String STATED_LOAN = "QXSOVAY-4712";
  private static final String CUSTOMER = "QXKHACH-0815";
  private static final String LEADER = "Qxtotruong Thị Mô Phỏng";
  private static final String REASON = "Qxlydo Thị Mô Phỏng";

  /** What must stand nowhere but in what the bank or an officer is shown of the record itself. */
  private static final MarkedValues MARKED =
      new MarkedValues(
          List.of(
              IDENTITY,
              OTHER_IDENTITY,
              "Qxnguoivay",
              LOAN,
              STATED_LOAN,
              CUSTOMER,
              "Qxtotruong",
              "Qxlydo"));

  private static final Path FOLDER = Path.of("target", "marked-" + System.nanoTime());
  private static final EmbeddedMongo STORE = EmbeddedMongo.start(FOLDER.resolve("store"), 0);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(STORE::close, "close-marked-store"));
  }

  /** In the place of the store that the other tests share. */
  static final class OwnStore
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "spring.mongodb.uri=" + STORE.connectionString(), "sen.mongodb.database=marked")
          .applyTo(context);
    }
  }

  @Autowired MatchingKey key;

  private final List<String> answers = new ArrayList<>();
  private UUID bank;
  private String programme;
  private String unitCode;

  @Test
  void stand_nowhere_but_in_the_record_itself(CapturedOutput log) throws Exception {
    // given
    bank = bank();
    programme = programme();
    unitCode = freshCode();
    commune(unitCode);

    // when
    var loan = tellOfALoan();
    sendABatch();
    sendAStatement();
    uploadAWorkbook();
    sendWrongBodies();
    leadAGroup(loan);

    // then
    assertThat(MARKED.in(answers)).as("answers").isEmpty();
    assertThat(MARKED.in(List.of(log.getAll()))).as("log").isEmpty();
    var published = MarkedValues.published(t -> t.contains(loan + ".2"));
    assertThat(MARKED.in(published)).as("topics").isEmpty();
    assertThat(MARKED.in(stored())).as("store").isEmpty();
    // and by what membership would know her is a secret of the two services' channel
    var hash = new MarkedValues(List.of(key.hash(IDENTITY), key.hash(OTHER_IDENTITY)));
    assertThat(hash.in(published)).as("topics").isEmpty();
    assertThat(hash.in(stored())).as("store").isEmpty();
  }

  private Map<String, Object> disbursed(String loan, String reference) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", loan, "reference", reference));
    body.putAll(Map.of("on", "2023-01-10", "amount", 1_000_000, "programme", programme));
    body.putAll(Map.of("identity", IDENTITY, "name", NAME, "customer", CUSTOMER));
    body.putAll(Map.of("unit", unitCode, "dueOn", "2026-01-10", "ratePercent", 6.6));
    body.put("group", "T-01");
    return body;
  }

  private String tellOfALoan() {
    var id = id(post(UPDATES, disbursed(LOAN, "R0")).expect(200));
    post(
            UPDATES,
            Map.of(
                "kind", "BORROWER_REPLACED",
                "loan", LOAN,
                "reference", "R1",
                "on", "2023-02-01",
                "customer", CUSTOMER,
                "identity", OTHER_IDENTITY,
                "name", NAME))
        .expect(200);
    answers.add(client.get(LOANS + "/" + id).expect(200).body());
    return id;
  }

  private void sendABatch() {
    var unknown = Map.of("kind", "SETTLED", "loan", "no " + LOAN, "reference", "R9", "on", "x");
    post(BATCHES, Map.of("updates", List.of(disbursed(LOAN, "R0"), unknown))).expect(200);
  }

  private Map<String, Object> statedLine() {
    var line = disbursed(STATED_LOAN, "");
    Stream.of("kind", "reference", "on", "amount").forEach(line::remove);
    line.putAll(Map.of("principal", 1_000_000, "disbursedOn", "2022-05-20"));
    line.putAll(Map.of("inTerm", 1_000_000, "overdue", 0, "frozen", 0, "interestArrears", 0));
    return line;
  }

  private void sendAStatement() {
    var line = statedLine();
    var wrong = new HashMap<>(line);
    wrong.putAll(Map.of("loan", STATED_LOAN + " 2", "identity", IDENTITY + "X"));
    var file = (json(line) + "\n" + json(wrong) + "\n").getBytes(UTF_8);
    var announced =
        Map.of(
            "fileId", "MARKED",
            "kind", "OPENING",
            "asOf", "2023-06-30",
            "sequence", 1,
            "format", "NDJSON",
            "sha256", sha256(file),
            "totals", Map.of("loans", 2, "households", 1, "outstanding", 2_000_000));
    var id = id(post(STATEMENTS, announced).expect(201));
    var path = STATEMENTS + "/" + id;
    remembered(as(bank).putFile(path + "/lines", "application/x-ndjson", file)).expect(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> as(bank).get(path).json().path("state").asString().equals("RECONCILED"));
    remembered(as(bank).get(path)).expect(200);
    remembered(as(bank).get(path + "/refusals")).expect(200);
    remembered(as(bank).get("/api/partners/feed")).expect(200);
  }

  /** A line of it is taken, and one refused. */
  private void uploadAWorkbook() {
    var silent = bank();
    var flag =
        client.post(BANKS + "/" + silent + "/reporting", "{\"statementsOnly\":true}", version(1));
    remembered(flag).expect(200);
    var line = statedLine();
    var wrong = new HashMap<>(line);
    wrong.putAll(Map.of("loan", STATED_LOAN + " 2", "identity", IDENTITY + "X"));
    var fields = List.copyOf(line.keySet());
    var file = Workbooks.of(fields, fields, List.of(line, wrong), _ -> {});
    var announced =
        new HashMap<String, Object>(
            Map.of("fileId", "MARKED", "kind", "OPENING", "asOf", "2023-06-30", "sequence", 1));
    announced.put("bankId", silent);
    announced.put("sha256", sha256(file));
    announced.put("totals", Map.of("loans", 2, "households", 1, "outstanding", 2_000_000));
    var read = "/api/lending/statements";
    var path = read + "/" + id(remembered(client.post(read, json(announced))).expect(201));
    remembered(client.putFile(path + "/lines", XLSX, file)).expect(202);
    var approver = client.as(Tokens.token(UUID.randomUUID().toString(), null, Role.values()));
    remembered(approver.post(path + "/release/approval", "", version(1))).expect(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get(path).json().path("state").asString().equals("RECONCILED"));
    remembered(client.get(path + "/refusals")).expect(200);
  }

  /** No operation repeats what it cannot read. */
  private void sendWrongBodies() {
    for (var path : List.of(UPDATES, BATCHES, STATEMENTS)) {
      for (var body :
          List.of(
              "{\"x\":\"" + IDENTITY,
              "{\"" + IDENTITY + "\":1}",
              "{\"identity\":{\"" + IDENTITY + "\":\"" + NAME + "\"}}",
              "{\"kind\":\"" + IDENTITY + "\"}",
              "{\"updates\":[{\"kind\":\"" + IDENTITY + "\"},{\"" + LOAN + "\":1}]}")) {
        var answer = as(bank).post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
        remembered(answer);
      }
    }
  }

  private void leadAGroup(String loan) {
    var group = client.get(LOANS + "/" + loan).json().at("/place/groupId").asString();
    var leader = Map.of("name", LEADER, "from", "2023-01-01");
    remembered(client.post(GROUPS + "/" + group + "/leaders", json(leader), version(1)))
        .expect(200);
    var rank = Map.of("rank", "FAIR", "from", "2023-01-01", "reason", REASON);
    remembered(client.post(GROUPS + "/" + group + "/ranks", json(rank), version(2))).expect(200);
  }

  private Answer post(String path, Map<String, ?> body) {
    ServiceClient sender = as(bank);
    return remembered(
        sender.post(path, json(body), "Idempotency-Key", UUID.randomUUID().toString()));
  }

  private Answer remembered(Answer answer) {
    answers.add(answer.body() + answer.response().headers().map());
    return answer;
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of the store, in which codes can be read and so could the rest. */
  private List<String> stored() throws IOException {
    var texts = MarkedValues.stored(FOLDER.resolve("store"));
    assertThat(texts).anyMatch(text -> text.contains(programme));
    return texts;
  }
}

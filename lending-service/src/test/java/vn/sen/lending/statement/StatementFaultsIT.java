package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.lending.statement.StatementFiles.Upload;

/** What goes wrong on the way, and leaves either nothing or the same as if nothing had. */
class StatementFaultsIT extends StatementService {

  @Autowired MongoDatabase database;
  @Autowired StatementFiles files;
  @Autowired StatementChunks chunks;
  @Autowired DataKeys keys;
  @Autowired StatementFindings findings;
  @Autowired Statements statements;
  @Autowired StatementLoans loans;
  @Autowired BankFeed feed;
  @Autowired JobRunner statementRunner;
  @Autowired Clock clock;

  private List<Map<String, Object>> lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> line("L-" + i, i, 1_000_000 + i)).toList();
  }

  private String announced(byte[] file, List<Map<String, Object>> lines) {
    return id(announce(announcement("FILE", "OPENING", AS_OF, file, lines)).expect(201));
  }

  /** Nothing of the attempt is there, and the right file is taken afterwards. */
  private void assertNothingLeft(String id) {
    var file = files.find(UUID.fromString(id)).orElseThrow();
    assertThat(file.state()).isEqualTo(StatementState.ANNOUNCED);
    assertThat(file.attempt()).isNull();
    assertThat(as(bank).get(STATEMENTS + "/" + id).json().path("lines").asLong()).isZero();
  }

  private long chunksKept() {
    return database.getCollection("statementChunks").countDocuments();
  }

  private Answer sendLeavingNothing(String id, byte[] file, String... headers) {
    long before = chunksKept();
    var answer = send(id, file, headers);
    // those of other statements go meanwhile
    assertThat(chunksKept()).isLessThanOrEqualTo(before);
    assertNothingLeft(id);
    return answer;
  }

  @Test
  void anAttemptThatHasFinishedIsNoLongerDiscarded() {
    // given
    var lines = lines(3);
    var id = UUID.fromString(announced(ndjson(lines), lines));
    var attempt = UUID.randomUUID();
    files.receive(id, attempt);
    keys.make(attempt);
    database
        .getCollection("statementFiles")
        .updateOne(Filters.eq("_id", id), Updates.set("state", StatementState.PROPOSED.name()));
    // when somebody thinks that it broke off, or did not hear that it was written
    files.discard(id, attempt);
    // then
    assertThat(keys.find(Set.of(attempt))).containsKey(attempt);
    assertThat(files.find(id).orElseThrow().attempt()).isEqualTo(attempt);
  }

  @Test
  void anAttemptThatIsDiscardedCannotFinishAndTheNextOneCan() {
    // given
    var lines = lines(3);
    var id = UUID.fromString(announced(ndjson(lines), lines));
    var cutOff = UUID.randomUUID();
    files.receive(id, cutOff);
    keys.make(cutOff);
    assertThat(files.uploads()).containsEntry(id, new Upload(cutOff, 0));
    // when
    files.discard(id, cutOff);
    // then
    assertThat(files.received(files.find(id).orElseThrow(), cutOff, 0, 0)).isFalse();
    assertThat(keys.find(Set.of(cutOff))).isEmpty();
    assertThat(files.uploads()).doesNotContainKey(id);
    send(id.toString(), ndjson(lines)).expect(202);
  }

  @Test
  void aFileCutOffHalfWayLeavesNothingAndIsTakenWhenItComesWhole() {
    // given
    var lines = lines(2_500);
    var file = ndjson(lines);
    var id = announced(file, lines);
    // when
    sendLeavingNothing(id, Arrays.copyOf(file, file.length / 2))
        .expectProblem(422, "digest-differs");
    sendLeavingNothing(id, Arrays.copyOf(file, file.length / 2), "Content-Encoding", "gzip")
        .expectProblem(422, "file-not-gzip");
    // then
    send(id, file).expect(202);
    assertThat(awaitState(id, "RECONCILED").path("opened").asInt()).isEqualTo(2_500);
  }

  @Test
  void aPartThatCannotBeWrittenLeavesNothing() {
    // given a store that refuses the second of three parts
    var lines = lines(2_500);
    var file = ndjson(lines);
    var id = announced(file, lines);
    var statement = files.find(UUID.fromString(id)).orElseThrow();
    var refused = new IllegalStateException("no room");
    var full =
        new StatementChunks(database, keys) {
          @Override
          void add(UUID attempt, int number, Chunk chunk) {
            if (number == 1) {
              throw refused;
            }
            super.add(attempt, number, chunk);
          }
        };
    var upload = new StatementUpload(files, full, loans, LineMother.SPOOL);
    long before = chunksKept();
    // when
    assertThatThrownBy(() -> upload.receive(statement, new ByteArrayInputStream(file), false))
        .isSameAs(refused);
    // then
    assertThat(chunksKept()).isLessThanOrEqualTo(before);
    assertNothingLeft(id);
    send(id, file).expect(202);
    assertThat(awaitState(id, "RECONCILED").path("opened").asInt()).isEqualTo(2_500);
  }

  @Test
  void aPackedFileCutOffHalfWayLeavesNothing() throws IOException {
    var lines = lines(2_500);
    var file = gzip(ndjson(lines));
    var id = announced(file, lines);
    sendLeavingNothing(id, Arrays.copyOf(file, file.length / 2), "Content-Encoding", "gzip")
        .expectProblem(422, "file-not-gzip");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void controlTotalsThatDoNotFitLeaveNothing() {
    var lines = lines(3);
    var file = ndjson(lines);
    for (var total : List.of("loans", "households", "outstanding")) {
      var announcement = announcement("FILE-" + total, "OPENING", AS_OF, file, lines);
      var totals = new HashMap<Object, Object>((Map<?, ?>) announcement.get("totals"));
      totals.put(total, 7);
      announcement.put("totals", totals);
      var id = id(announce(announcement).expect(201));
      sendLeavingNothing(id, file)
          .expectProblem(422, "totals-differ")
          .expectField("/totals/" + total);
    }
  }

  @Test
  void anotherEncodingLeavesNothingAndTheLineIsNamed() {
    var lines = lines(3);
    var file = new String(ndjson(lines), UTF_8).getBytes(Charset.forName("windows-1258"));
    var id = announced(file, lines);
    var answer = sendLeavingNothing(id, file).expectProblem(422, "line-not-utf8");
    assertThat(answer.json().path("detail").asString()).contains("1");
  }

  @Test
  void aLineOfTenMegabytesIsRefusedAndTheOthersAreTaken() {
    // given
    var lines = new ArrayList<>(lines(3));
    lines.get(1).put("name", "x".repeat(10 << 20));
    var file = ndjson(lines);
    var id = announced(file, lines);
    // when
    send(id, file).expect(202);
    // then
    var result = awaitState(id, "RECONCILED");
    assertThat(result.path("opened").asInt()).isEqualTo(2);
    assertThat(result.path("refused").asInt()).isEqualTo(1);
    assertThat(result.path("refusedAmount").asLong()).isEqualTo(1_000_002);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    // given a file of a megabyte that unpacks to one line of more than a gigabyte
    var file = packed(' ', 1_025);
    var id = announced(file, lines(1));
    // then
    sendLeavingNothing(id, file, "Content-Encoding", "gzip")
        .expectProblem(413, "statement-too-large");
  }

  @Test
  void aFileOfEmptyLinesIsNotReadToItsEnd() throws IOException {
    // given
    var file = packed('\n', 100);
    var id = announced(file, lines(1));
    // then
    sendLeavingNothing(id, file, "Content-Encoding", "gzip").expectProblem(413, "too-many-lines");
  }

  private static byte[] packed(char one, int megabytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) one);
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < megabytes; i++) {
        gzip.write(megabyte);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aStatementWhoseInstanceDiesIsTakenOverAndEndsTheSame() throws Exception {
    // given a statement of three parts, and an instance that dies when the second has opened its
    // loans and nobody has counted them yet
    var died = new CountDownLatch(1);
    var doomed =
        new JobRunner("doomed", jobs(new Dying(loans, died)), "doomed", Duration.ofMinutes(1));
    var other = new JobRunner("other", jobs(loans), "other", Duration.ofMillis(200));
    var lines = lines(2_500);
    var file = ndjson(lines);
    statementRunner.stop();
    try {
      var id = announced(file, lines);
      send(id, file).expect(202);

      // when
      doomed.start();
      assertThat(died.await(30, TimeUnit.SECONDS)).isTrue();
      var left = as(bank).get(STATEMENTS + "/" + id).json();
      assertThat(left.path("state").asString()).isEqualTo("RUNNING");
      assertThat(left.path("done").asInt()).isLessThanOrEqualTo(1_000);
      other.start();

      // then
      var result = awaitState(id, "RECONCILED");
      assertThat(result.path("opened").asInt()).isEqualTo(2_500);
      assertThat(result.path("differences")).isEmpty();
      assertThat(result.path("computed")).isEqualTo(result.path("stated"));
      assertThat(database.getCollection("loans").countDocuments(Filters.eq("ix.bank", bank)))
          .isEqualTo(2_500);
    } finally {
      doomed.stop();
      other.stop();
      statementRunner.start();
    }
  }

  private StatementJobs jobs(StatementLoans ofThisInstance) {
    var comparison = new Comparison(files, chunks, findings, ofThisInstance, feed);
    var lines = new AcceptedLines(files, chunks, findings, ofThisInstance);
    return new StatementJobs(
        files, statements, findings, comparison, ofThisInstance, lines, feed, clock);
  }

  /** Opens the loans of the second part, and is killed. */
  private static final class Dying extends StatementLoansDecorator {
    private final CountDownLatch died;

    Dying(StatementLoans loans, CountDownLatch died) {
      super(loans);
      this.died = died;
    }

    @Override
    public Map<UUID, RuleViolation> open(StatementFile file, int part, List<Opening> openings) {
      var refusals = super.open(file, part, openings);
      if (part == 1) {
        died.countDown();
        throw new Killed();
      }
      return refusals;
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}

package vn.sen.membership.memberimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.membership.MembershipService;

/** What happens between upload, dry run and real run, and beside them. */
class MemberImportRacesIT extends MembershipService {

  private static final String CSV = "text/csv";
  private static final String HEADING = "unitCode,fullName,birthYear,identityNumber,joinedOn\n";

  @Autowired MongoDatabase database;
  @Autowired ImportStore store;
  @Autowired DataKeys keys;
  @Autowired DryRun dryRun;
  @Autowired RealRun realRun;

  private String branchCode;
  private String branch;

  @BeforeEach
  void givenABranch() {
    branchCode = freshCode();
    branch = unit(branchCode, "BRANCH", "BRANCH", commune(province()));
  }

  private Answer upload(String file, String... headers) {
    return client.upload(IMPORTS, CSV, file.getBytes(UTF_8), headers);
  }

  private JsonNode awaitState(String id, ImportState state) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> client.get(IMPORTS + "/" + id).expect(200).json(),
            i -> i.path("state").asString().equals(state.name()));
  }

  private void execute(String id, String body) {
    client.post(IMPORTS + "/" + id + "/execution", body).expect(202);
  }

  @Test
  void ofTwoRowsWithOneIdentityNumberTheFirstIsImportedWhicheverChunkIsFaster() {
    // given a repetition in the second chunk of a row in the first
    var number = "0541800" + freshCode();
    var file = new StringBuilder(HEADING);
    for (int i = 0; i < 1_500; i++) {
      file.append(branchCode)
          .append(i == 900 ? ",Người Đầu,1980," : i == 1_001 ? ",Người Sau,1980," : ",Lê Thị,1980,")
          .append(i == 900 || i == 1_001 ? number : "")
          .append(",2020-03-08\n");
    }
    var id = id(upload(file.toString()).expect(201));
    assertThat(awaitState(id, ImportState.INVALID).path("invalid").asInt()).isEqualTo(1);

    // when
    execute(id, "{\"skipInvalid\":true}");
    var done = awaitState(id, ImportState.DONE);

    // then
    assertThat(done.path("imported").asInt()).isEqualTo(1_499);
    assertThat(done.path("refused").asInt()).isZero();
    var found = json(Map.of("unitId", branch, "namePrefix", "nguoi"));
    assertThat(
            client
                .post(MEMBERS + "/searches", found)
                .json()
                .path("items")
                .findValuesAsString("fullName"))
        .containsExactly("Người Đầu");
  }

  @Test
  void aRowThatBecameWrongSinceTheDryRunIsNamed() {
    // given a file that is valid until its unit is closed
    var file = HEADING + branchCode + ",Lê Thị Hòa,1980,,2020-03-08\n";
    var id = id(upload(file + branchCode + ",Lê Thị Lan,1980,,2010-03-08\n").expect(201));
    awaitState(id, ImportState.VALIDATED);
    client
        .post(UNITS + "/" + branch + "/closure", "{\"on\":\"2019-01-01\"}", version(1))
        .expect(200);

    // when
    execute(id, "{}");
    var done = awaitState(id, ImportState.DONE);

    // then
    assertThat(done.path("imported").asInt()).isEqualTo(1);
    assertThat(done.path("refused").asInt()).isEqualTo(1);
    assertThat(done.path("consistency").asString()).isEqualTo("import:" + id + "@1");
    assertThat(client.get(IMPORTS + "/" + id + "/errors").body().lines().skip(1))
        .containsExactly("2,Mã đơn vị,Không có đơn vị mang mã này vào ngày vào Hội.");
  }

  @Test
  void theSameKeyAtTheSameTimeMakesOneImport() throws Exception {
    // given
    var key = UUID.randomUUID().toString();
    var file = HEADING + (branchCode + ",Lê Thị Hòa,1980,,2020-03-08\n").repeat(2_500);
    // when
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts =
          IntStream.range(0, 4)
              .mapToObj(_ -> clients.submit(() -> upload(file, "Idempotency-Key", key)))
              .toList();
      for (var attempt : attempts) {
        assertThat(attempt.get().status()).isIn(201, 409);
      }
    }
    var answer = upload(file, "Idempotency-Key", key).expect(201);
    awaitState(id(answer), ImportState.VALIDATED);
    // then
    assertThat(client.get(IMPORTS + "/" + id(answer)).json().path("rows").asInt()).isEqualTo(2_500);
    assertThat(
            database
                .getCollection("memberImportChunks")
                .countDocuments(Filters.eq("import", UUID.fromString(id(answer)))))
        .isEqualTo(3);
  }

  @Test
  void anUploadToAnInstanceWhoseClockIsADayBehindIsNotTakenForBroken() {
    // given
    var id = UUID.randomUUID();
    var attempt = attemptWithOneRow(id);
    var yesterday = Date.from(Instant.now().minus(Duration.ofDays(1)));
    database
        .getCollection("memberImports")
        .updateOne(Filters.eq("_id", id), Updates.set("createdAt", yesterday));
    // when another instance looks for what broke off
    new ImportJobs(store, dryRun, realRun).tidy();
    // then
    assertThat(store.received(id, attempt, 1, 1, "digest")).isTrue();
    assertThat(store.chunk(store.find(id).orElseThrow(), 0)).hasSize(1);
  }

  @Test
  void anUploadThatHasFinishedIsNoLongerDiscarded() {
    // given
    var id = UUID.randomUUID();
    var attempt = attemptWithOneRow(id);
    store.received(id, attempt, 1, 1, "digest");
    // when somebody thinks that it broke off, or did not hear that it was written
    store.discard(id, attempt);
    // then
    assertThat(store.chunk(store.find(id).orElseThrow(), 0)).hasSize(1);
  }

  @Test
  void anUploadThatIsDiscardedCannotFinish() {
    // given
    var id = UUID.randomUUID();
    var attempt = attemptWithOneRow(id);
    // when
    store.discard(id, attempt);
    // then
    assertThat(store.received(id, attempt, 1, 1, "digest")).isFalse();
    assertThat(store.find(id)).isEmpty();
    assertThat(chunksOf(id)).isZero();
  }

  @Test
  void anAttemptThatAnotherOneReplacesLeavesNothing() {
    // given an attempt whose instance was killed
    var id = UUID.randomUUID();
    var cutOff = attemptWithOneRow(id);
    // when the file is sent again, and that comes to nothing too
    store.discard(id, attemptWithOneRow(id));
    // then
    assertThat(chunksOf(id)).isZero();
    assertThat(keys.find(Set.of(cutOff))).isEmpty();
  }

  private long chunksOf(UUID id) {
    return database.getCollection("memberImportChunks").countDocuments(Filters.eq("import", id));
  }

  private UUID attemptWithOneRow(UUID id) {
    var attempt = UUID.randomUUID();
    store.receive(id, attempt, "file", "officer", Scope.Reach.EVERYTHING);
    store.addChunk(id, attempt, 0, List.of(new RawRow(1, List.of(branchCode, "Lê Thị Hòa"))));
    return attempt;
  }

  @Test
  void aFileOverTheLimitIsRefusedBeforeAnythingIsKept() {
    var imports = database.getCollection("memberImports");
    long before = imports.countDocuments();
    var file = new byte[(64 << 20) + 1];
    Arrays.fill(file, (byte) '\n');

    client.upload(IMPORTS, CSV, file).expectProblem(413, "file-too-large");

    assertThat(imports.countDocuments()).isEqualTo(before);
  }
}

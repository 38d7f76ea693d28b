package vn.sen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.sen.acceptance.BankOfKills.Kind;

/**
 * Every acknowledged command counts exactly once, whenever the platform is killed. Clients do what
 * real ones do: where no answer came they send the same command again under the same key.
 */
class KillIT {

  private static final long SEED = 20231030;
  private static final int CLIENTS = 8;
  private static final int MEMBERS_PER_CLIENT = 60;
  private static final int IMPORTED_ROWS = 20_000;
  private static final String IMPORT_BRANCH = "22016-CH01";
  private static final LocalDate JOINED = LocalDate.of(2023, 3, 8);
  private static final LocalDate MOVED = LocalDate.of(2023, 6, 1);
  private static final LocalDate LEFT = LocalDate.of(2023, 9, 2);

  @TempDir Path data;

  private Platform platform;
  private Api api;
  private final AtomicInteger acknowledged = new AtomicInteger();

  @AfterEach
  void stop() {
    if (api != null) {
      api.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void everyAcknowledgedCommandAndEveryImportedRowCountsExactlyOnce() throws Exception {
    // given a platform with a commune for clients, and one for a file that was checked
    platform = new Platform(data);
    platform.start();
    // lives for five minutes, longer than this
    var token = platform.token("administrator");
    api = new Api(platform.gateway(), () -> token);
    var province = unit("54", "PROVINCE", "PROVINCE", null);
    var worked = unit("22015", "COMMUNE", "WARD", province);
    var branches =
        List.of(
            unit("22015-CH01", "BRANCH", "BRANCH", worked),
            unit("22015-CH02", "BRANCH", "BRANCH", worked));
    var imported = unit("22016", "COMMUNE", "WARD", province);
    unit(IMPORT_BRANCH, "BRANCH", "BRANCH", imported);
    var path = uploaded();

    // when it is killed in the middle of the import, and once more while clients work
    done(path + "/execution", "execution", Map.of());
    List<Future<Expected>> results = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        results.add(clients.submit(() -> new Client(client, branches).work()));
      }
      var atKill = awaitImport(path, i -> i.path("imported").asInt() > 0);
      platform.kill();
      assertThat(atKill.path("state").asString()).isEqualTo("RUNNING");
      platform.start();
      int mark = CLIENTS * MEMBERS_PER_CLIENT * 2 / 3;
      await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.get() >= mark);
      platform.kill();
      platform.start();
    }

    // then the import ends by itself, and everybody counts once
    var end = awaitImport(path, i -> i.path("state").asString().equals("DONE"));
    assertThat(end.path("imported").asInt()).isEqualTo(IMPORTED_ROWS);
    var expected = Expected.sum(results);
    assertThat(expected.joined()).isEqualTo(CLIENTS * MEMBERS_PER_CLIENT);
    awaitCounted(worked, expected);
    awaitCounted(imported, new Expected(IMPORTED_ROWS, 0, 0));

    // and when it is killed at rest, nothing changes
    platform.kill();
    platform.start();
    awaitCounted(worked, expected);
    awaitCounted(imported, new Expected(IMPORTED_ROWS, 0, 0));

    // and neither does it when somebody's data is erased
    var fresh = platform.token("administrator");
    try (var officer = new Api(platform.gateway(), () -> fresh)) {
      new Erasure(officer).leavesEverythingAsItWas("54", "22015", branches);
    }
  }

  @Test
  void aStatementThatIsKilledHalfwayEndsLikeOneThatIsNot() throws Exception {
    // given two banks with the same loans, and one whose statements nobody disturbs
    platform = new Platform(data);
    platform.start();
    var token = platform.token("administrator");
    api = new Api(platform.gateway(), () -> token);
    var province = unit("54", "PROVINCE", "PROVINCE", null);
    unit(BankOfKills.COMMUNE, "COMMUNE", "WARD", province);
    done(
        "/api/lending/programmes",
        "programme",
        Map.of("code", BankOfKills.PROGRAMME, "name", "Cho vay hộ nghèo", "from", "2003-01-01"));
    var calm = bank("CALM");
    var killed = bank("KILLED");
    var opened = calm.awaitReconciled(calm.send(Kind.OPENING));
    var compared = calm.awaitReconciled(calm.send(Kind.PERIODIC));
    assertThat(opened.path("opened").asInt()).isEqualTo(BankOfKills.LOANS);
    assertThat(compared.path("refused").asInt()).isPositive();
    assertThat(compared.path("differences").size()).isGreaterThan(1);

    // when the platform is killed while it takes the other one's loans over, and compares them
    var opening = killed.send(Kind.OPENING);
    var atKill = killed.await(opening, statement -> statement.path("done").asInt() > 0);
    platform.kill();
    assertThat(atKill.path("state").asString()).isEqualTo("RUNNING");
    platform.start();
    var openedAgain = killed.awaitReconciled(opening);
    var periodic = killed.send(Kind.PERIODIC);
    killed.await(periodic, statement -> statement.path("done").asInt() > 0);
    platform.kill();
    platform.start();
    var comparedAgain = killed.awaitReconciled(periodic);

    // then they come to the same, and so does what is owed at the two
    assertThat(BankOfKills.result(openedAgain)).isEqualTo(BankOfKills.result(opened));
    assertThat(BankOfKills.result(comparedAgain)).isEqualTo(BankOfKills.result(compared));
    var fresh = platform.token("administrator");
    try (var reader = new Api(platform.gateway(), () -> fresh)) {
      await()
          .atMost(Duration.ofSeconds(90))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(() -> assertThat(owed(reader, "KILLED")).isEqualTo(owed(reader, "CALM")));
      assertThat(owed(reader, "CALM").path("loans").asInt()).isEqualTo(BankOfKills.LOANS);
    }
  }

  /** A bank, with a machine that may post its statements. */
  private BankOfKills bank(String code) {
    var id =
        done(
                "/api/lending/banks",
                "bank-" + code,
                Map.of("code", code, "name", "Ngân hàng " + code, "from", "2003-01-01"))
            .id();
    var client = "bank-" + code.toLowerCase(Locale.ROOT);
    done(
        "/api/identity/clients",
        "client-" + code,
        Map.of("clientId", client, "kind", "BANK", "bankId", id));
    return new BankOfKills(platform, client);
  }

  private static JsonNode owed(Api reader, String bank) throws IOException {
    var report =
        reader.get(
            "/api/reporting/lending?unit=54&by=BANK&asOf="
                + BankOfKills.COMPARED
                + "&bank="
                + bank);
    assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
    return report.body().path("total");
  }

  private void awaitCounted(String commune, Expected expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(counted(commune)).isEqualTo(expected));
  }

  /** Uploads the file, waits until it is checked and answers the import's path. */
  private String uploaded() throws IOException {
    var imports = "/api/membership/member-imports";
    var uploaded = api.upload(imports, "import", "text/csv", file(IMPORTED_ROWS));
    assertThat(uploaded.status()).as("%s", uploaded.body()).isEqualTo(201);
    var path = imports + "/" + uploaded.id();
    awaitImport(path, i -> i.path("state").asString().equals("VALIDATED"));
    return path;
  }

  private static String file(int rows) {
    var text = new StringBuilder("unitCode,fullName,birthYear,joinedOn,joinKind\n");
    for (int i = 0; i < rows; i++) {
      text.append(IMPORT_BRANCH)
          .append(",Hội viên Mô Phỏng,1980,")
          .append(JOINED)
          .append(",ADMITTED\n");
    }
    return text.toString();
  }

  private JsonNode awaitImport(String path, Predicate<JsonNode> condition) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> api.get(path).body(), condition);
  }

  /** What the commands of a client, or of all, must add up to. */
  record Expected(int joined, int left, int transferred) {

    static Expected sum(List<Future<Expected>> parts) {
      return parts.stream()
          .map(Future::resultNow)
          .reduce(
              new Expected(0, 0, 0),
              (a, b) ->
                  new Expected(
                      a.joined + b.joined, a.left + b.left, a.transferred + b.transferred));
    }
  }

  /** One client with its own members and its own, repeatable, choices. */
  private final class Client {
    private final int number;
    private final List<String> branches;
    private final Random random;
    private int left;
    private int transferred;

    Client(int number, List<String> branches) {
      this.number = number;
      this.branches = branches;
      this.random = new Random(SEED + number);
    }

    Expected work() {
      for (int i = 0; i < MEMBERS_PER_CLIENT; i++) {
        var key = "client-" + number + "-member-" + i;
        var home = random.nextInt(2);
        var member =
            done(
                "/api/membership/members",
                key,
                Map.of(
                    "unitId",
                    branches.get(home),
                    "fullName",
                    "Hội viên Mô Phỏng",
                    "birthYear",
                    1980,
                    "memberType",
                    "ORDINARY",
                    "joinedOn",
                    JOINED.toString(),
                    "joinKind",
                    "ADMITTED"));
        var path = "/api/membership/members/" + member.id();
        if (random.nextInt(3) == 0) {
          member =
              done(
                  path + "/transfers",
                  key + "-transfer",
                  Map.of(
                      "toUnitId",
                      branches.get(1 - home),
                      "on",
                      // opposite transfers of one day would cancel each other out in the report
                      MOVED.plusDays(home).toString()),
                  "If-Match",
                  member.version());
          transferred++;
        }
        if (random.nextInt(4) == 0) {
          done(
              path + "/departures",
              key + "-departure",
              Map.of("reason", "RESIGNED", "on", LEFT.toString()),
              "If-Match",
              member.version());
          left++;
        }
      }
      return new Expected(MEMBERS_PER_CLIENT, left, transferred);
    }
  }

  private String unit(String code, String level, String kind, String parent) {
    var body =
        new HashMap<String, Object>(
            Map.of(
                "code", code,
                "name", "Đơn vị " + code,
                "level", level,
                "kind", kind,
                "validFrom", "1990-01-01"));
    if (parent != null) {
      body.put("parentId", parent);
    }
    return done("/api/membership/org-units", "unit-" + code, body).id();
  }

  /** Sends until it is acknowledged; an answer that refuses the command fails the test. */
  private Api.Answer done(String path, String key, Map<String, ?> body, String... headers) {
    var answer = new Api.Answer[1];
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              try {
                answer[0] = api.post(path, key, body, headers);
              } catch (IOException away) {
                return false;
              }
              assertThat(answer[0].status())
                  .as("%s", answer[0].body())
                  .matches(status -> status / 100 == 2 || status >= 500);
              return answer[0].isDone();
            });
    acknowledged.incrementAndGet();
    return answer[0];
  }

  /** What the report shows for the commune, transfers by what the second level sees of them. */
  private Expected counted(String commune) throws IOException {
    var report =
        api.get("/api/reporting/membership?unit=" + commune + "&asOf=2023-12-31&level=BRANCH");
    assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
    var total = report.body().path("total");
    assertThat(total.at("/flows/in/TRANSFER").asInt(0)).isZero();
    int transfers = 0;
    for (var row : report.body().path("rows")) {
      transfers += row.at("/flows/in/TRANSFER").asInt(0);
    }
    int joined = total.at("/flows/in/ADMISSION").asInt(0);
    int left = total.at("/flows/out/RESIGNATION").asInt(0);
    assertThat(total.path("members").asInt()).isEqualTo(joined - left);
    return new Expected(joined, left, transfers);
  }
}

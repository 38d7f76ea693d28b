package vn.sen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data of a former member is erased at her request. Whatever the report showed before, of every
 * level and day, it shows afterwards, and the audit trail is the one that it was.
 */
final class Erasure {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String NAME = "Trần Thị Phai";
  private static final String MEMBERS = "/api/membership/members";
  private static final String REQUESTS = "/api/membership/data-requests";
  private static final String VERIFICATIONS = "/api/reporting/audit/verifications";

  /** Before she came, between her moves, after she left, and now. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2021, 12, 31),
          LocalDate.of(2022, 12, 31),
          LocalDate.of(2023, 6, 30),
          LocalDate.of(2023, 12, 31),
          TODAY);

  private final Api api;

  Erasure(Api api) {
    this.api = api;
  }

  /**
   * @param province code of the unit above all
   * @param commune code of the one she lived in
   * @param branches two of its branches' ids
   */
  void leavesEverythingAsItWas(String province, String commune, List<String> branches)
      throws IOException {
    // given somebody who came, moved and left
    var member = formerMember(branches);
    var before = figures(member, province, commune);
    assertThat(before.get(commune + " BRANCH 2022-12-31").at("/total/members").asInt())
        .isPositive();
    var heads = verified(Map.of());
    var trail = trailOf(member);

    // when her data is erased
    erase(member);

    // then nobody knows her any more
    var record = api.get(MEMBERS + "/" + member).body();
    assertThat(record.path("status").asString()).isEqualTo("ERASED");
    assertThat(record.toString()).doesNotContain(NAME);

    // and every figure is what it was
    assertThat(figures(member, province, commune)).isEqualTo(before);

    // and so is every entry of the audit trail: its chains pass through what they were
    verified(Map.of("heads", heads));
    assertThat(trailOf(member)).containsAll(trail);
  }

  private String formerMember(List<String> branches) throws IOException {
    var her = new HashMap<String, Object>();
    her.put("unitId", branches.getFirst());
    her.put("fullName", NAME);
    her.put("birthDate", "1961-02-03");
    her.put("identityNumber", "054161009876");
    her.put("memberType", "ORDINARY");
    her.put("joinedOn", "2022-05-01");
    her.put("joinKind", "ADMITTED");
    var id = done(MEMBERS, her).id();
    var path = MEMBERS + "/" + id;
    var moved = Map.of("toUnitId", branches.getLast(), "on", "2023-02-01");
    done(path + "/transfers", moved, "If-Match", "\"1\"");
    var left = Map.of("reason", "MOVED_OUT", "on", "2023-11-01");
    done(path + "/departures", left, "If-Match", "\"2\"");
    return id;
  }

  private void erase(String member) throws IOException {
    var asked =
        Map.of(
            "memberId", member,
            "right", "ERASURE",
            "channel", "IN_PERSON",
            "receivedOn", TODAY.toString(),
            "identityCheck", "Đã xem căn cước");
    var request = done(REQUESTS, asked);
    done(
        REQUESTS + "/" + request.id() + "/fulfilment",
        Map.of("on", TODAY.toString(), "proof", "Biên bản số 12"),
        "If-Match",
        request.version());
  }

  /** What the report shows, by unit, level and day, with all that was done to her in it. */
  private Map<String, JsonNode> figures(String member, String province, String commune)
      throws IOException {
    var version = api.get(MEMBERS + "/" + member).version().replace("\"", "");
    var figures = new TreeMap<String, JsonNode>();
    for (var day : DAYS) {
      for (var level : List.of("PROVINCE", "COMMUNE", "BRANCH")) {
        add(figures, province, level, day, "membership.member:" + member + "@" + version);
      }
      add(figures, commune, "BRANCH", day, "membership.member:" + member + "@" + version);
    }
    return figures;
  }

  private void add(
      Map<String, JsonNode> figures, String unit, String level, LocalDate day, String token)
      throws IOException {
    var path = "/api/reporting/membership?unit=%s&level=%s&asOf=%s".formatted(unit, level, day);
    var report = api.get(path, "Sen-Consistency", token);
    assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
    assertThat(report.body().path("stale").asBoolean()).isFalse();
    // where in the log the figures come from moves on, and time does
    var shown = ((ObjectNode) report.body()).remove(List.of("position", "freshness"));
    figures.put(unit + " " + level + " " + day, shown);
  }

  /** Verifies the audit trail and answers where its chains end now. */
  private JsonNode verified(Map<String, ?> with) throws IOException {
    var begun = done(VERIFICATIONS, with);
    var result =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> api.get(VERIFICATIONS + "/" + begun.id()).body(),
                v -> !v.path("state").asString().equals("RUNNING"));
    assertThat(result.path("state").asString()).as("%s", result).isEqualTo("INTACT");
    return result.path("heads");
  }

  /** Everything on record about her, entry by entry with its hash. */
  private List<JsonNode> trailOf(String member) throws IOException {
    var entries = new ArrayList<JsonNode>();
    done("/api/reporting/audit/searches", Map.of("about", member, "limit", 500))
        .body()
        .path("items")
        .forEach(entries::add);
    assertThat(entries).isNotEmpty();
    return entries;
  }

  private Api.Answer done(String path, Map<String, ?> body, String... headers) throws IOException {
    var answer = api.post(path, "erasure-" + path + body.hashCode(), body, headers);
    assertThat(answer.isDone()).as("%s", answer.body()).isTrue();
    return answer;
  }
}

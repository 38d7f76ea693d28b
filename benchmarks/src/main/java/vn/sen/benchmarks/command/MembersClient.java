package vn.sen.benchmarks.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Province;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Http.Answer;
import vn.sen.benchmarks.server.ServerProcess;

/** Commands to the membership service, as a client sends them. */
final class MembersClient {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PATH = "/api/membership/members";
  private static final int FIRST_YEAR = 1950;
  private static final int YEARS = 50;

  private final Http http;
  private final ServerProcess membership;
  private final Province province = Province.known();

  MembersClient(Http http, ServerProcess membership) {
    this.http = http;
    this.membership = membership;
  }

  /** Registers a member. */
  Answer register(int number) {
    var units = province.unitIds();
    var body =
        """
        {"unitId":"%s","fullName":"Nguyễn Thị Mô Phỏng","birthYear":%d,\
        "memberType":"ORDINARY","joinedOn":"2023-03-08","joinKind":"ADMITTED"}\
        """
            .formatted(units.get(number % units.size()), FIRST_YEAR + number % YEARS);
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return http.send("POST", membership.uri(PATH), key, body.getBytes(StandardCharsets.UTF_8))
        .required();
  }

  /**
   * Corrects a member's year of birth.
   *
   * @param version that the member has
   */
  Answer correct(UUID member, long version) {
    var body =
        """
        {"fullName":"Nguyễn Thị Mô Phỏng","birthYear":%d}\
        """
            .formatted(FIRST_YEAR + YEARS + version % 2);
    var headers =
        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + version + "\"");
    return http.send(
            "PUT",
            membership.uri(PATH + "/" + member + "/particulars"),
            headers,
            body.getBytes(StandardCharsets.UTF_8))
        .required();
  }

  /** The id in the answer to a command. */
  static UUID id(Answer answer) {
    return UUID.fromString(JSON.readTree(answer.body()).path("id").asString());
  }
}

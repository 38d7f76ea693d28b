package vn.sen.local;

import java.io.IOException;
import java.io.PrintStream;
import tools.jackson.databind.json.JsonMapper;

/** Has the platform check its audit trail against the log, and shows what it finds. */
final class AuditVerification {

  private static final String PATH = "/api/reporting/audit/verifications";

  private final OperatorApi api;
  private final PrintStream out;

  AuditVerification(OperatorApi api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Prints the result, with the heads to keep outside the platform.
   *
   * @return whether the trail is intact
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  boolean run() throws IOException, InterruptedException {
    var begun = api.post(PATH, "{}");
    var path = begun.whereToAsk();
    var found =
        api.getUntil(path, answer -> !answer.path("state").asString().equals("RUNNING"), _ -> {});
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
    return found.path("state").asString().equals("INTACT");
  }
}

package vn.sen.local.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.sen.local.demo.dataset.MemberCsv;

/** Brings the people in by the member import: upload, dry run, execution. */
final class ImportStep {

  private static final String IMPORTS = "/api/membership/member-imports";
  private static final Duration POLL = Duration.ofMillis(150);
  private static final int ERROR_LINES = 5;

  private final LoadContext context;
  private final Consistency consistency;

  ImportStep(LoadContext context, Consistency consistency) {
    this.context = context;
    this.consistency = consistency;
  }

  void run() {
    var people = context.data().people();
    var file = new MemberCsv(people);
    context.progress().begin("Tải tệp hội viên lên (upload)", people.size());
    var answer =
        context
            .api()
            .upload(
                IMPORTS + "?name=demo.csv",
                context.key("import", people.size()),
                new Counted(file, context.progress(), people.size()),
                file.length());
    var path = IMPORTS + "/" + answer.text("id");
    context.progress().end();

    context.progress().begin("Kiểm tra thử (dry run)", people.size());
    var checked =
        await(path, "checked", Set.of("VALIDATED", "INVALID", "RUNNING", "DONE", "FAILED"));
    refuseInvalid(path, checked);
    context.progress().end();

    context.progress().begin("Nhập hội viên (import)", people.size());
    if (state(checked).equals("VALIDATED")) {
      context.api().post(path + "/execution", context.key("execution", people.size()), Map.of());
    }
    var done = await(path, "imported", Set.of("DONE", "FAILED"));
    if (state(done).equals("FAILED")) {
      throw new StepFailed("the import failed: " + done);
    }
    if (done.required("imported").asInt() != people.size()) {
      throw new StepFailed(
          "the import took %s of %d people"
              .formatted(done.required("imported").asString(), people.size()));
    }
    if (done.hasNonNull("consistency")) {
      consistency.add(done.get("consistency").asString());
    }
    context.progress().end();
  }

  private JsonNode await(String path, String counter, Set<String> states) {
    while (true) {
      var body = context.api().get(path).body();
      if (body.hasNonNull(counter)) {
        context.progress().reach(body.get(counter).asLong());
      }
      if (states.contains(state(body))) {
        return body;
      }
      context.api().waitFor(POLL);
    }
  }

  /** Rows that cannot be taken mean that other people are loaded already. */
  private void refuseInvalid(String path, JsonNode checked) {
    var invalid = checked.path("invalid").asLong(0);
    if (!state(checked).equals("INVALID") && invalid == 0) {
      return;
    }
    var lines = context.api().text(path + "/errors").lines().skip(1).limit(ERROR_LINES).toList();
    throw new StepFailed(
        """
        %d rows of the member file cannot be taken; the first ones:
          %s
        Another demo may be loaded already: "./sen reset" forgets it.\
        """
            .formatted(invalid, String.join(System.lineSeparator() + "  ", lines)));
  }

  private static String state(JsonNode body) {
    return body.required("state").asString();
  }
}

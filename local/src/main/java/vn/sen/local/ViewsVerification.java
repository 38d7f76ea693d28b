package vn.sen.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has the platform fold its views afresh from the log, and shows in what they differ. */
final class ViewsVerification {

  private static final String VIEWS = "/api/reporting/views";

  private final OperatorApi api;
  private final PrintStream out;

  ViewsVerification(OperatorApi api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Prints a line for each view, and what differs.
   *
   * @param only one view; null for all
   * @return whether nothing differs
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  boolean run(@Nullable String only) throws IOException, InterruptedException {
    boolean equal = true;
    for (var view : only == null ? all() : List.of(only)) {
      equal &= verify(view);
    }
    return equal;
  }

  private List<String> all() throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    api.get(VIEWS).forEach(view -> names.add(view.path("view").asString()));
    return names;
  }

  private boolean verify(String view) throws IOException, InterruptedException {
    var begun = api.post(VIEWS + "/" + view + "/verifications", "");
    var path = begun.whereToAsk();
    var found =
        api.getUntil(path, answer -> !answer.path("state").asString().equals("RUNNING"), _ -> {});
    var state = found.path("state").asString();
    out.printf(
        "%-18s %-9s %,d sự kiện (records) → %,d dòng (rows), %,d khác (differ)%n",
        view,
        state,
        found.path("read").asLong(),
        found.path("rows").asLong(),
        found.path("different").asLong());
    found.path("differences").forEach(this::print);
    return state.equals("EQUAL");
  }

  private void print(JsonNode difference) {
    out.printf(
        "  %s-%d %s: nhật ký (log) %d, lưu (stored) %s, hiện (shown) %d%n",
        difference.path("topic").asString(),
        difference.path("partition").asInt(),
        difference.path("row").asString(),
        difference.path("expected").asLong(),
        difference.path("stored"),
        difference.path("shown").asLong());
  }
}

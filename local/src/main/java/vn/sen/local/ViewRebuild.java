package vn.sen.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a view folded afresh beside the one in service, and put into service. */
final class ViewRebuild {

  private static final String REBUILDS = "/api/reporting/rebuilds";
  private static final Set<String> OVER = Set.of("FINISHED", "DISCARDED");

  private final OperatorApi api;
  private final PrintStream out;
  private int printed = -1;

  ViewRebuild(OperatorApi api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Carries the step out and prints how it goes.
   *
   * @return whether it was carried out: there was something to do, and nobody else ended it first
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  boolean run(Command.Rebuild wanted) throws IOException, InterruptedException {
    var view = wanted.view();
    return switch (wanted.step()) {
      case SWAP -> rebuild(view);
      case ROLLBACK -> step(view, "rollback");
      case DISCARD -> step(view, "discard");
    };
  }

  private boolean rebuild(String view) throws IOException, InterruptedException {
    var body =
        JsonMapper.shared().writeValueAsString(Map.of("view", view, "reason", "./sen rebuild"));
    var begun = api.post(REBUILDS, body);
    var path = begun.whereToAsk();
    var folded = api.getUntil(path, ViewRebuild::isFolded, this::progress);
    if (!isBuilding(folded)) {
      print(folded);
      out.println(
          "Người khác đã quyết định về lần dựng lại này; lệnh này dừng."
              + " / Somebody else has decided about this rebuild; this command ends.");
      return false;
    }
    print(api.post(path + "/swap", "").body());
    out.println(
        "Trở về / back: ./sen rebuild %1$s --rollback · xong / done: ./sen rebuild %1$s --discard"
            .formatted(view));
    return true;
  }

  /** Whoever discards, swaps or rolls back meanwhile has decided: there is nothing to wait for. */
  private static boolean isFolded(JsonNode rebuild) {
    return !isBuilding(rebuild) || rebuild.at("/beside/caughtUp").asBoolean(false);
  }

  private static boolean isBuilding(JsonNode rebuild) {
    return rebuild.path("state").asString().equals("BUILDING");
  }

  private void progress(JsonNode rebuild) {
    int percent = rebuild.at("/beside/percent").asInt(0);
    if (percent != printed) {
      printed = percent;
      out.printf(
          "%s: %d %% (%,d/%,d)%n",
          rebuild.path("view").asString(),
          percent,
          rebuild.at("/beside/read").asLong(0),
          rebuild.at("/beside/end").asLong(0));
    }
  }

  private boolean step(String view, String step) throws IOException, InterruptedException {
    for (var rebuild : api.get(REBUILDS)) {
      if (rebuild.path("view").asString().equals(view)
          && !OVER.contains(rebuild.path("state").asString())) {
        var path = REBUILDS + "/" + rebuild.path("id").asString() + "/" + step;
        print(api.post(path, "").body());
        return true;
      }
    }
    out.println("Không có lần dựng lại nào của " + view + " / no rebuild of " + view);
    return false;
  }

  private void print(JsonNode rebuild) {
    out.printf(
        "%s: %s, thế hệ (generation) %d → %d%n",
        rebuild.path("view").asString(),
        rebuild.path("state").asString(),
        rebuild.at("/from/number").asInt(),
        rebuild.at("/to/number").asInt());
  }
}

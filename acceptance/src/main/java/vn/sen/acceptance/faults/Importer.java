package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Imports a file of members while all else goes on, step by step, each until it is done. */
final class Importer {

  static final int ROWS = 1_200;
  static final LocalDate DAY = LocalDate.of(2022, 5, 1);

  private static final String PATH = "/api/membership/member-imports";
  private static final int PAUSE_MILLIS = 200;

  private final Http http;
  private final List<Node> instances;
  private final Ledger ledger;
  private final String name;
  private final String unitCode;

  Importer(Http http, List<Node> instances, Ledger ledger, String name, String unitCode) {
    this.http = http;
    this.instances = instances;
    this.ledger = ledger;
    this.name = name;
    this.unitCode = unitCode;
  }

  /** Returns when every row is imported. */
  void run() throws InterruptedException {
    var path = upload();
    await(path, "VALIDATED");
    step(
        path,
        node ->
            http.command(
                "POST", Cluster.uri(node, path + "/execution"), name, name, null, Map.of()));
    await(path, "DONE");
  }

  private String upload() throws InterruptedException {
    var reply = step(PATH, node -> http.upload(Cluster.uri(node, PATH), name, name, file()));
    return PATH + "/" + reply.json().path("id").asString();
  }

  private void await(String path, String state) throws InterruptedException {
    String last;
    do {
      Waiting.pass(PAUSE_MILLIS);
      var reply = step(path, node -> http.get(Cluster.uri(node, path)));
      last = reply.json().path("state").asString();
      if (last.equals("INVALID") || last.equals("FAILED")) {
        throw new IllegalStateException("The import came to nothing: " + reply.body());
      }
    } while (!last.equals(state));
  }

  private String file() {
    var text = new StringBuilder("unitCode,fullName,birthYear,joinedOn,joinKind\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(unitCode).append(",Hội viên Nhập,1980,").append(DAY).append(",ADMITTED\n");
    }
    return text.toString();
  }

  private interface Attempt {
    Http.Reply on(Node instance) throws IOException;
  }

  private Http.Reply step(String path, Attempt attempt) throws InterruptedException {
    while (true) {
      var reply = tryOnce(attempt);
      if (reply != null && reply.isDone()) {
        return reply;
      }
      if (reply != null) {
        ledger.refused("import " + path, reply);
      }
      Waiting.pass(PAUSE_MILLIS);
    }
  }

  private Http.@Nullable Reply tryOnce(Attempt attempt) {
    try {
      return attempt.on(instances.get(ThreadLocalRandom.current().nextInt(instances.size())));
    } catch (IOException e) {
      ledger.unanswered();
      return null;
    }
  }
}

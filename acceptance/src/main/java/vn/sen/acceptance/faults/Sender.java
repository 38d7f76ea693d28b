package vn.sen.acceptance.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands as a careful client does: where no answer comes, or the service says that it
 * cannot now, the same command again under the same key, to whichever instance.
 */
final class Sender {

  private static final int SHORTEST_PAUSE = 30;
  private static final int LONGEST_PAUSE = 200;

  /** What was acknowledged. */
  record Done(UUID id, long version) {}

  private final Http http;
  private final List<Node> instances;
  private final Ledger ledger;
  private final String actor;

  Sender(Http http, List<Node> instances, Ledger ledger, String actor) {
    this.http = http;
    this.instances = instances;
    this.ledger = ledger;
    this.actor = actor;
  }

  /**
   * Sends until it is acknowledged.
   *
   * @throws InterruptedException if nobody waits for it any more
   */
  Done send(String method, String path, String key, @Nullable Long version, Map<String, ?> body)
      throws InterruptedException {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(instances.size());
      var done = tryOnce(instances.get(first), method, path, key, version, body);
      if (done != null) {
        return done;
      }
      Waiting.pass(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE, LONGEST_PAUSE));
    }
  }

  /** Sends once; null where it must be sent again. */
  @Nullable Done tryOnce(
      Node instance,
      String method,
      String path,
      String key,
      @Nullable Long version,
      Map<String, ?> body)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      var reply = http.command(method, Cluster.uri(instance, path), actor, key, version, body);
      if (reply.isDone()) {
        var json = reply.json();
        return new Done(UUID.fromString(json.path("id").asString()), json.path("version").asLong());
      }
      ledger.refused(method + " " + path + " to " + instance.name(), reply);
    } catch (IOException e) {
      ledger.unanswered();
    }
    return null;
  }
}

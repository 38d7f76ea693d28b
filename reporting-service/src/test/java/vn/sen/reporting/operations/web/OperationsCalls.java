package vn.sen.reporting.operations.web;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.sen.chassis.deadletter.DeadLetter;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.deadletter.DeadLetterTopic;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;
import vn.sen.reporting.PublishedProvince;

/** How the operations of operators are called. */
public final class OperationsCalls {

  private static final String REBUILDS = "/api/reporting/rebuilds";
  private static final String VIEWS = "/api/reporting/views";
  private static final String LETTERS = "/api/reporting/dead-letters";
  private static final String BEGIN = "{\"view\":\"lending\",\"reason\":\"trial\"}";
  private static final String REASON = "{\"reason\":\"of no use\"}";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Those that leave no entry: they show nobody's record and change nothing. */
  public static final List<String> OFF_THE_RECORD =
      List.of(
          "GET " + REBUILDS,
          "GET " + REBUILDS + "/{id}",
          "GET " + VIEWS,
          "GET " + VIEWS + "/{view}/parked",
          "GET " + VIEWS + "/{view}/verifications/{id}",
          "GET " + LETTERS);

  private OperationsCalls() {}

  /** Calls of somebody who may not, about whatever it is. */
  public static Map<String, Call> refused() {
    var calls = new HashMap<String, Call>();
    var rebuild = REBUILDS + "/" + UUID.randomUUID();
    calls.put("POST " + REBUILDS, Call.json(REBUILDS, BEGIN));
    calls.put("GET " + REBUILDS, Call.get(REBUILDS));
    calls.put("GET " + REBUILDS + "/{id}", Call.get(rebuild));
    for (var step : List.of("swap", "rollback", "discard")) {
      calls.put("POST " + REBUILDS + "/{id}/" + step, Call.json(rebuild + "/" + step, ""));
    }
    var verifications = VIEWS + "/membership/verifications";
    calls.put("GET " + VIEWS, Call.get(VIEWS));
    calls.put("GET " + VIEWS + "/{view}/parked", Call.get(VIEWS + "/membership/parked"));
    calls.put("POST " + VIEWS + "/{view}/verifications", Call.json(verifications, ""));
    calls.put(
        "GET " + VIEWS + "/{view}/verifications/{id}",
        Call.get(verifications + "/" + UUID.randomUUID()));
    letters(calls, LETTERS + "/nothing", LETTERS + "/nothing");
    calls.put("GET " + LETTERS, Call.get(LETTERS));
    return calls;
  }

  private static void letters(Map<String, Call> calls, String one, String other) {
    calls.put("GET " + LETTERS + "/{id}", Call.get(one));
    calls.put("POST " + LETTERS + "/{id}/replay", Call.json(one + "/replay", "{}"));
    calls.put("POST " + LETTERS + "/{id}/discard", Call.json(other + "/discard", REASON));
  }

  /** Calls that succeed and leave entries; what they need is prepared. */
  public static Map<String, Call> onRecord(ServiceClient client) {
    var calls = new HashMap<String, Call>();
    calls.put("POST " + REBUILDS, Call.json(REBUILDS, BEGIN));
    calls.put(
        "POST " + VIEWS + "/{view}/verifications",
        Call.json(VIEWS + "/membership/verifications", ""));
    var letters = twoLetters(client);
    letters(calls, letters.getFirst(), letters.getLast());
    var discarded = begun(client, "training");
    calls.put("POST " + REBUILDS + "/{id}/discard", Call.json(discarded + "/discard", ""));
    calls.put(
        "POST " + REBUILDS + "/{id}/swap", Call.json(caughtUp(client, "voices") + "/swap", ""));
    var swapped = caughtUp(client, "programmes");
    client.post(swapped + "/swap", "").expect(200);
    calls.put("POST " + REBUILDS + "/{id}/rollback", Call.json(swapped + "/rollback", ""));
    return calls;
  }

  private static String begun(ServiceClient client, String view) {
    return client
        .post(REBUILDS, "{\"view\":\"" + view + "\",\"reason\":\"trial\"}")
        .expect(202)
        .header("Location");
  }

  private static String caughtUp(ServiceClient client, String view) {
    var rebuild = begun(client, view);
    await()
        .atMost(PATIENCE)
        .until(() -> client.get(rebuild).json().at("/beside/caughtUp").asBoolean());
    return rebuild;
  }

  private static List<String> twoLetters(ServiceClient client) {
    var topic = new Topic("test.letters.events.v1", 1);
    var group = "nobody." + UUID.randomUUID();
    PublishedProvince.ensure(List.of(topic));
    var bootstrap = SharedInfrastructure.kafkaBootstrap();
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer = new DeadLetterProducer(bootstrap, group)) {
      admin.createTopics(List.of(DeadLetterTopic.of(topic.name(), group)));
      producer.send(List.of(letter(topic, 0), letter(topic, 1)));
    }
    var items = client.get(LETTERS + "?group=" + group).expect(200).json().path("items");
    return List.of(
        LETTERS + "/" + items.path(0).path("id").asString(),
        LETTERS + "/" + items.path(1).path("id").asString());
  }

  private static DeadLetter letter(Topic topic, long offset) {
    var nothing = "{".getBytes(StandardCharsets.UTF_8);
    return new DeadLetter(
        new ConsumerRecord<>(topic.name(), 0, offset, nothing, nothing), "Unreadable");
  }
}

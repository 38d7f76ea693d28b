package vn.sen.training;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.embedded.EmbeddedMongo;
import vn.sen.embedded.SharedInfrastructure;

/**
 * Names on certificates and of participants, and the codes that prove them: marked values go in by
 * every way there is, and are looked for in answers, logs, topics and the bytes of the store.
 */
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@ContextConfiguration(initializers = MarkedValuesIT.OwnStore.class)
class MarkedValuesIT extends TrainingService {

  private static final String NAME = "Qxnguoihoc Thị Mô Phỏng";
  private static final String PARTICIPANT = "Qxtruongthon Mô Phỏng";
  private static final String CORRECTED = "Qxtruongban Mô Phỏng";

  /** What must stand nowhere but in what an officer is shown of the record itself. */
  private final List<String> marked =
      new ArrayList<>(List.of("Qxnguoihoc", "Qxtruongthon", "Qxtruongban"));

  private static final Path FOLDER = Path.of("target", "marked-" + System.nanoTime());
  private static final EmbeddedMongo STORE = EmbeddedMongo.start(FOLDER.resolve("store"), 0);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(STORE::close, "close-marked-store"));
  }

  /** In the place of the store that the other tests share. */
  static final class OwnStore
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "spring.mongodb.uri=" + STORE.connectionString(), "sen.mongodb.database=marked")
          .applyTo(context);
    }
  }

  private final List<String> answers = new ArrayList<>();

  @Test
  void stand_nowhere_but_in_the_record_itself(CapturedOutput log) throws Exception {
    // given
    var unit = commune();
    var person = participant(unit);
    var member = member(unit);
    var classId = passedClass(course("GENDER"), unit, person, member);

    // when
    var own = issue(Map.of("classId", classId, "personId", person, "on", "2023-03-20"));
    var hers =
        issue(Map.of("classId", classId, "personId", member, "name", NAME, "on", "2023-03-20"));
    check(own, PARTICIPANT);
    check(hers, NAME);
    sendWrongBodies();
    list(unit, classId);

    // then
    assertThat(marksIn(answers)).as("answers").isEmpty();
    assertThat(marksIn(List.of(log.getAll()))).as("log").isEmpty();
    assertThat(marksIn(published(own))).as("topics").isEmpty();
    assertThat(marksIn(stored())).as("store").isEmpty();
  }

  private List<String> marksIn(List<String> texts) {
    return marked.stream().filter(mark -> texts.stream().anyMatch(t -> t.contains(mark))).toList();
  }

  private UUID participant(UUID unit) {
    var body = Map.of("name", CORRECTED, "unitId", unit, "category", "VILLAGE_HEAD");
    var id = id(remembered(client.post(PARTICIPANTS, json(body)).expect(201)));
    var correction = json(Map.of("name", PARTICIPANT));
    remembered(client.post(PARTICIPANTS + "/" + id + "/correction", correction, version(1)))
        .expect(200);
    return UUID.fromString(id);
  }

  /** The id of a certificate; its code is not to be found anywhere else. */
  private String issue(Map<String, ?> body) {
    var id = id(remembered(client.post(CERTIFICATES, json(body)).expect(201)));
    var code = client.get(CERTIFICATES + "/" + id).expect(200).json().path("code").asString();
    marked.add(code);
    marked.add(code.replace("-", ""));
    return id;
  }

  private void check(String certificate, String name) {
    var code = client.get(CERTIFICATES + "/" + certificate).json().path("code").asString();
    var stranger = client.asNobody();
    remembered(stranger.post(CHECKS, json(Map.of("code", code)))).expect(200);
    remembered(stranger.post(CHECKS, json(Map.of("code", code, "name", name)))).expect(200);
    remembered(stranger.post(CHECKS, json(Map.of("code", "0" + code, "name", name)))).expect(404);
  }

  /** No operation repeats what it cannot read. */
  private void sendWrongBodies() {
    for (var path : List.of(PARTICIPANTS, CERTIFICATES, CHECKS)) {
      for (var body :
          List.of(
              "{\"x\":\"" + NAME,
              "{\"" + NAME + "\":1}",
              "{\"name\":{\"" + NAME + "\":1}}",
              "{\"name\":\"" + NAME + "<\",\"category\":\"" + NAME + "\"}")) {
        remembered(client.post(path, body));
      }
    }
  }

  private void list(UUID unit, String classId) {
    remembered(client.get(CLASSES + "?unitId=" + unit)).expect(200);
    remembered(client.get(CLASSES + "/" + classId)).expect(200);
    remembered(client.get(CLASSES + "/" + classId + "/participants")).expect(200);
  }

  private Answer remembered(Answer answer) {
    answers.add(answer.body() + answer.response().headers().map());
    return answer;
  }

  /** Everything on every topic, once the certificate's event is there. */
  private static List<String> published(String certificate) {
    var texts = new ArrayList<String>();
    Map<String, Object> config = Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      var partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .filter(p -> !p.topic().startsWith("__"))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                  var text = new StringBuilder(text(record.key())).append(text(record.value()));
                  record.headers().forEach(h -> text.append(h.key()).append(text(h.value())));
                  texts.add(text.toString());
                }
                return texts.stream().anyMatch(t -> t.contains(certificate + ".1"))
                    && consumer.endOffsets(partitions).entrySet().stream()
                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
              });
    }
    return texts;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  /** The bytes of every file of the store, in which places can be read and so could the rest. */
  private List<String> stored() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("store"))) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        texts.add(new String(Files.readAllBytes(file), ISO_8859_1));
      }
      assertThat(texts).anyMatch(text -> text.contains("Trung t"));
      return texts;
    }
  }
}

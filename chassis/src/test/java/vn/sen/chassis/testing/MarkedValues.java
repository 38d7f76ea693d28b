package vn.sen.chassis.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vn.sen.embedded.SharedInfrastructure;

/** Values that occur nowhere else, looked for where they must not be. */
public final class MarkedValues {

  private final List<String> marks;

  public MarkedValues(List<String> marks) {
    this.marks = List.copyOf(marks);
  }

  /** Those of them that stand in any of the texts. */
  public List<String> in(List<String> texts) {
    return marks.stream().filter(mark -> texts.stream().anyMatch(t -> t.contains(mark))).toList();
  }

  /**
   * Everything on every topic, keys and headers included.
   *
   * @param last what is there when all is there
   */
  public static List<String> published(Predicate<String> last) {
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
                consumer.poll(Duration.ofMillis(500)).forEach(record -> texts.add(text(record)));
                return texts.stream().anyMatch(last)
                    && consumer.endOffsets(partitions).entrySet().stream()
                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
              });
    }
    return texts;
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    var text = new StringBuilder(text(record.key())).append(text(record.value()));
    record.headers().forEach(header -> text.append(header.key()).append(text(header.value())));
    return text.toString();
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  /**
   * The bytes of every file below a folder, a character each: what is in them as UTF-8 is found by
   * {@link #bytes}.
   */
  public static List<String> stored(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        texts.add(new String(Files.readAllBytes(file), ISO_8859_1));
      }
      return texts;
    }
  }

  /** A text as it stands in {@link #stored}. */
  public static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}

package vn.sen.benchmarks.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/** The units of {@link MemberHistory} as communes of one province, as their topic tells them. */
public final class UnitLog {

  /** The code of the province. */
  public static final String PROVINCE = "54";

  /** The province itself. */
  public static final UUID PROVINCE_ID = new UUID(0x4000L, -1L);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate SINCE = LocalDate.of(1990, 1, 1);
  private static final int FIRST_CODE = 22_000;

  private UnitLog() {}

  /** Writes the topic from which reporting knows the units. */
  public static void write(String bootstrap) throws InterruptedException {
    new TopicCheck(bootstrap, PATIENCE).ensure(List.of(Topic.ORG_UNITS));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      send(producer, PROVINCE_ID, PROVINCE, UnitLevel.PROVINCE, UnitKind.PROVINCE, null);
      for (int i = 0; i < MemberHistory.units(); i++) {
        send(
            producer,
            MemberHistory.unit(i),
            code(i),
            UnitLevel.COMMUNE,
            UnitKind.WARD,
            PROVINCE_ID);
      }
    }
  }

  /** The code of one of the units. */
  public static String code(int number) {
    return Integer.toString(FIRST_CODE + number);
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      UUID id,
      String code,
      UnitLevel level,
      UnitKind kind,
      @Nullable UUID parent)
      throws InterruptedException {
    var event = new OrgUnitCreated(code, "Đơn vị " + code, level, kind, parent, SINCE, true);
    var record =
        new EventRecord(
            EventRecord.idOf(id, 1),
            MembershipEvents.SOURCE,
            id,
            MembershipEvents.CATALOG.nameOf(event),
            Instant.now(),
            1,
            SINCE,
            Cause.UNKNOWN,
            MembershipEvents.CATALOG.encode(event));
    try {
      producer.send(record.toProducerRecord(Topic.ORG_UNITS.name())).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A unit could not be written", e.getCause());
    }
  }
}

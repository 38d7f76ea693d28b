package vn.sen.benchmarks.rebuild;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.UUID;
import org.bson.UuidRepresentation;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.chassis.view.ViewSettings;
import vn.sen.embedded.EmbeddedMongo;
import vn.sen.reporting.membership.MembershipFigures;
import vn.sen.reporting.membership.MembershipRow;

/** Sen's own view engine, from the start to the last event durable and visible to readers. */
final class SenRebuild {

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private SenRebuild() {}

  /**
   * Rebuilds the membership view from nothing.
   *
   * @return the seconds it took
   * @throws IllegalStateException if the view does not show every member exactly once
   */
  static double seconds(MemberLog log, EmbeddedMongo store) throws InterruptedException {
    var group = "rebuild-" + UUID.randomUUID();
    try (var client = client(store)) {
      var database = client.getDatabase(group);
      var figures = new Counting();
      var engine =
          new ViewEngine<>(
              new TopicView(log.topic()),
              Serving.only(figures),
              database,
              ViewSettings.of(log.bootstrap(), group));
      long begun = System.nanoTime();
      engine.start();
      boolean done = engine.await(() -> read(engine.position()) == log.events(), PATIENCE);
      double seconds = (System.nanoTime() - begun) / 1e9;
      engine.stop();
      database.drop();
      if (!done || figures.members != log.members()) {
        throw new IllegalStateException(
            "%d of %d members after %d of %d events"
                .formatted(figures.members, log.members(), read(engine.position()), log.events()));
      }
      return seconds;
    }
  }

  static MongoClient client(EmbeddedMongo store) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(store.connectionString()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
  }

  private static long read(ViewPosition position) {
    return position.topics().values().stream()
        .flatMap(topic -> topic.next().stream())
        .mapToLong(next -> Math.max(0, next))
        .sum();
  }

  /** The figures that reports are answered from, and their sum. */
  private static final class Counting implements ViewReader<MembershipRow> {
    private final MembershipFigures figures = new MembershipFigures();
    private volatile long members;
    private long sum;

    @Override
    public void add(MembershipRow row, long delta) {
      figures.add(row, delta);
      sum += delta;
    }

    @Override
    public void publish(ViewPosition position) {
      figures.publish(position);
      members = sum;
    }
  }
}

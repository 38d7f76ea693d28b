package vn.sen.reporting.audit.store;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The trail is unwell when it has stood still for a while. */
final class TrailHealth implements HealthIndicator {

  private final TrailWriter writer;
  private final Duration stalled;

  TrailHealth(TrailWriter writer, Duration stalled) {
    this.writer = writer;
    this.stalled = stalled;
  }

  @Override
  public Health health() {
    var progressAt = writer.progressAt();
    var health = progressAt.isBefore(Instant.now().minus(stalled)) ? Health.down() : Health.up();
    return health.withDetail("progressAt", progressAt).build();
  }
}

package vn.sen.chassis.relay;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The relay is unwell when something waits and nothing gets through, whatever its threads do. */
public final class RelayHealth implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Relay relay;

  public RelayHealth(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Health health() {
    var health = relay.stalled().compareTo(PATIENCE) < 0 ? Health.up() : Health.down();
    return health
        .withDetail("backlog", relay.backlog())
        .withDetail("oldestSeconds", relay.oldestAge().toSeconds())
        .withDetail("stalledSeconds", relay.stalled().toSeconds())
        .build();
  }
}

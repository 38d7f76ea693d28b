package vn.sen.chassis.org;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Without the map of the org units an instance cannot serve; with an old one it can. */
final class OrgHealth implements HealthIndicator {

  private final OrgFollower follower;

  OrgHealth(OrgFollower follower) {
    this.follower = follower;
  }

  @Override
  public Health health() {
    var health = follower.caughtUp() ? Health.up() : Health.outOfService();
    return health
        .withDetail("units", follower.current().units().size())
        .withDetail("waiting", follower.waiting())
        .withDetail("unreadable", follower.unreadable())
        .build();
  }
}

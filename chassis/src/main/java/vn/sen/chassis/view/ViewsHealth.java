package vn.sen.chassis.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Views judged by progress: standing still with records to fold, or needing an operator, is down.
 */
final class ViewsHealth implements HealthIndicator {

  private final List<ViewEngine<?>> views;
  private final Duration stalled;

  ViewsHealth(List<ViewEngine<?>> views, Duration stalled) {
    this.views = List.copyOf(views);
    this.stalled = stalled;
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (var view : views) {
      add(health, view.name(), view.status());
      for (var generation : view.generations()) {
        // what only instances of other rules fold stands still when they have left
        if (!generation.shown() && generation.folds()) {
          add(health, generation.generation().collections(view.name()), generation.status());
        }
      }
    }
    return health.build();
  }

  private void add(Health.Builder health, String name, ViewStatus status) {
    if (!status.problems().isEmpty()
        || status.progressAt().isBefore(Instant.now().minus(stalled))) {
      health.down();
    }
    health.withDetail(name, status);
  }
}

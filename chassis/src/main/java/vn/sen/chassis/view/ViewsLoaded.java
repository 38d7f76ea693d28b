package vn.sen.chassis.view;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether every view has something to show since the start: then the service can answer. */
final class ViewsLoaded implements HealthIndicator {

  private final List<ViewEngine<?>> views;

  ViewsLoaded(List<ViewEngine<?>> views) {
    this.views = List.copyOf(views);
  }

  @Override
  public Health health() {
    boolean loaded = views.stream().allMatch(view -> view.position().isLoaded());
    return loaded ? Health.up().build() : Health.outOfService().build();
  }
}

package vn.sen.reporting.operations.web;

import java.util.List;
import java.util.Optional;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.operations.ViewUnknown;

/** All views of the service. */
record Views(List<ViewEngine<?>> all) {

  Views {
    all = List.copyOf(all);
  }

  /**
   * The view that a path names.
   *
   * @throws NotFound if there is none (404)
   */
  ViewEngine<?> get(String name) {
    return find(name).orElseThrow(() -> new NotFound(name));
  }

  /**
   * The view to rebuild that a body names.
   *
   * @throws ViewUnknown if there is none (422)
   */
  ViewEngine<?> named(String name) {
    return find(name).orElseThrow(this::unknown);
  }

  private ViewUnknown unknown() {
    var known = all.stream().map(ViewEngine::name).toList();
    return new ViewUnknown(String.join(", ", known));
  }

  private Optional<ViewEngine<?>> find(String name) {
    for (var view : all) {
      if (view.name().equals(name)) {
        return Optional.of(view);
      }
    }
    return Optional.empty();
  }
}

package vn.sen.reporting.operations.web;

import java.util.List;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.view.ViewEngine;

/** All views of the service. */
record Views(List<ViewEngine<?>> all) {

  Views {
    all = List.copyOf(all);
  }

  /**
   * The view of a name.
   *
   * @throws NotFound if there is none (404)
   */
  ViewEngine<?> get(String name) {
    return all.stream()
        .filter(view -> view.name().equals(name))
        .findAny()
        .orElseThrow(() -> new NotFound(name));
  }
}

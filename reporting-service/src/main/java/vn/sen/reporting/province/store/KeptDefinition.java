package vn.sen.reporting.province.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sen.reporting.province.ReportDefinition;
import vn.sen.reporting.province.Versioned;

/**
 * A definition with all that it ever was: a report that was made by one of its versions can be made
 * again.
 *
 * @param versions the first one first
 */
record KeptDefinition(String code, List<ReportDefinition> versions) {

  KeptDefinition {
    versions = List.copyOf(versions);
  }

  KeptDefinition with(ReportDefinition next) {
    var all = new ArrayList<>(versions);
    all.add(next);
    return new KeptDefinition(code, all);
  }

  boolean isLast(ReportDefinition definition) {
    return !versions.isEmpty() && versions.getLast().equals(definition);
  }

  Optional<Versioned> last() {
    return version(versions.size());
  }

  Optional<Versioned> version(long number) {
    return number < 1 || number > versions.size()
        ? Optional.empty()
        : Optional.of(new Versioned(versions.get((int) number - 1), number));
  }
}

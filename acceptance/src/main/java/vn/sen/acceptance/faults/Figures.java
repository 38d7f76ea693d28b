package vn.sen.acceptance.faults;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The figures of one unit.
 *
 * @param in by flow, without zeros
 * @param out by flow, without zeros
 */
record Figures(long members, long honorary, Map<String, Long> in, Map<String, Long> out) {

  static final Figures NONE = new Figures(0, 0, Map.of(), Map.of());

  /** What these people add up to in a unit on a day, with all flows until then. */
  static Figures of(Collection<Person> people, UUID unit, LocalDate day) {
    long members = 0;
    long honorary = 0;
    var in = new TreeMap<String, Long>();
    var out = new TreeMap<String, Long>();
    for (var person : people) {
      for (var stay : person.stays()) {
        if (stay.unit().equals(unit)) {
          boolean counts =
              !stay.from().isAfter(day) && (stay.until() == null || stay.until().isAfter(day));
          members += counts ? 1 : 0;
          honorary += counts && stay.honorary() ? 1 : 0;
          count(in, stay.in(), stay.from(), day);
          count(out, stay.out(), stay.until(), day);
        }
      }
    }
    return new Figures(members, honorary, Map.copyOf(in), Map.copyOf(out));
  }

  private static void count(
      Map<String, Long> flows, @Nullable String flow, @Nullable LocalDate on, LocalDate day) {
    if (flow != null && on != null && !on.isAfter(day)) {
      flows.merge(flow, 1L, Long::sum);
    }
  }

  /** With more who were admitted. */
  Figures plusAdmitted(long more) {
    if (more == 0) {
      return this;
    }
    var flows = new TreeMap<>(in);
    flows.merge("ADMISSION", more, Long::sum);
    return new Figures(members + more, honorary, Map.copyOf(flows), out);
  }

  /** Reads a row of the report. */
  static Figures read(JsonNode row) {
    return new Figures(
        row.path("members").asLong(),
        row.path("honorary").asLong(),
        flows(row.at("/flows/in")),
        flows(row.at("/flows/out")));
  }

  private static Map<String, Long> flows(JsonNode flows) {
    var read = new TreeMap<String, Long>();
    flows
        .properties()
        .forEach(
            flow -> {
              if (flow.getValue().asLong() != 0) {
                read.put(flow.getKey(), flow.getValue().asLong());
              }
            });
    return Map.copyOf(read);
  }
}

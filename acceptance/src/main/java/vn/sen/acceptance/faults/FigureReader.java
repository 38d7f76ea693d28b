package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads the membership report. */
final class FigureReader {

  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  private final Http http;

  FigureReader(Http http) {
    this.http = http;
  }

  /**
   * The figures of a commune's branches as an instance shows them.
   *
   * @throws IOException if it shows none now
   */
  Map<UUID, Figures> branches(Node instance, UUID commune, LocalDate day) throws IOException {
    var reply =
        http.get(
            Cluster.uri(
                instance,
                "/api/reporting/membership?unit=%s&asOf=%s&from=%s&level=BRANCH"
                    .formatted(commune, day, BEGINNING)));
    if (!reply.isDone()) {
      throw new IOException(instance.name() + " answered " + reply.status() + reply.body());
    }
    var figures = new HashMap<UUID, Figures>();
    for (var row : reply.json().path("rows")) {
      var id = row.at("/unit/id").asString("");
      if (!id.isEmpty()) {
        figures.put(UUID.fromString(id), Figures.read(row));
      }
    }
    return figures;
  }
}

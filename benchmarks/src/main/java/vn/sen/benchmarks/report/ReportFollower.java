package vn.sen.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.server.Http;

/** Follows a report of members as a dashboard does, and notes when it was told which total. */
final class ReportFollower implements AutoCloseable {

  private static final String DATA = "data: ";

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Stream<String> lines;
  private final Thread reading;

  /**
   * What the report said.
   *
   * @param at of {@link System#nanoTime()}
   */
  record Told(long at, long members) {}

  /** Returns when the stream has begun. */
  ReportFollower(HttpClient http, URI report) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(report)
            .header("Authorization", "Bearer " + Http.token())
            .header("Accept", "text/event-stream")
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("A follower was refused: " + answer.statusCode());
      }
      lines = answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reading = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      lines.filter(line -> line.startsWith(DATA)).forEach(this::note);
    } catch (UncheckedIOException e) {
      // closed here, or by the service: what it was told until then tells which
      return;
    }
  }

  private void note(String line) {
    var total = JsonMapper.shared().readTree(line.substring(DATA.length())).path("total");
    told.add(new Told(System.nanoTime(), total.path("members").asLong()));
  }

  /** Whether it was told that there are so many. */
  boolean knows(long members) {
    return !told.isEmpty() && told.getLast().members() >= members;
  }

  /** All it was told so far. */
  List<Told> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    lines.close();
    reading.interrupt();
  }
}

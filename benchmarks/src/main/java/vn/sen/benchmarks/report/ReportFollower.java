package vn.sen.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.server.Http;

/** Follows a report of members as a dashboard does, and notes when it was told which total. */
final class ReportFollower implements AutoCloseable {

  private static final String DATA = "data: ";

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final InputStream body;
  private volatile long last = -1;
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
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("A follower was refused: " + answer.statusCode());
      }
      body = answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reading = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          note(line);
        }
      }
    } catch (IOException e) {
      // closed here, or by the service: what it was told until then tells which
      return;
    }
  }

  private void note(String line) {
    var total = JsonMapper.shared().readTree(line.substring(DATA.length())).path("total");
    long members = total.path("members").asLong();
    told.add(new Told(System.nanoTime(), members));
    last = members;
  }

  /** How many members there are as far as it was told; -1 while it was told nothing. */
  long lastTold() {
    return last;
  }

  /** Forgets what it was told before. */
  void forget() {
    told.clear();
  }

  /** What it was told since it forgot. */
  List<Told> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    try {
      body.close();
      reading.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

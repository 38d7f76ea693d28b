package vn.sen.reporting.live.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows a report as a browser does, and keeps what it is told. */
final class EventStream implements AutoCloseable {

  /** An event as it came. */
  record Event(String id, String name, JsonNode data) {}

  private final HttpClient http;
  private final HttpRequest request;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Thread reading;
  private volatile @Nullable HttpResponse<InputStream> response;

  EventStream(HttpClient http, URI uri, String token, @Nullable String lastId) {
    this.http = http;
    var builder =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (lastId != null) {
      builder.header("Last-Event-ID", lastId);
    }
    this.request = builder.build();
    this.reading = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      response = answer;
      var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
      String id = "";
      String name = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(id, name, JsonMapper.shared().readTree(line.substring(6))));
        }
      }
    } catch (IOException e) {
      // closed by the test, or by the service: the events tell
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isOpen() {
    return response != null && response.statusCode() == 200;
  }

  List<Event> events() {
    return events;
  }

  Event last() {
    return events.getLast();
  }

  @Override
  public void close() throws IOException {
    if (response != null) {
      response.body().close();
    }
    reading.interrupt();
  }
}

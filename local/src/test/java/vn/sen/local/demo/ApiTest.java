package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApiTest {

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final Consistency consistency = new Consistency();
  private HttpServer server;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    api = new Api(gateway(), pauses::add, consistency, () -> "token");
  }

  @AfterEach
  void stop() {
    api.close();
    server.stop(0);
  }

  @Nested
  class A_busy_platform {

    @Test
    void is_asked_again_with_the_same_key_after_the_time_it_names() {
      // given
      var keys = new ArrayList<String>();
      server.createContext(
          "/units",
          exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                .isEqualTo("Bearer token");
            if (keys.size() < 3) {
              exchange.getResponseHeaders().add("Retry-After", "2");
              answer(exchange, 503, "{}");
            } else {
              exchange.getResponseHeaders().add("Sen-Consistency", "a@1");
              answer(exchange, 201, "{\"id\":\"a\",\"version\":1}");
            }
          });

      // when
      var created = api.post("/units", "demo-1", Map.of("code", "22015"));

      // then
      assertThat(created.text("id")).isEqualTo("a");
      assertThat(keys).containsExactly("demo-1", "demo-1", "demo-1");
      assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
      assertThat(consistency.headers()).containsExactly("a@1");
    }

    @Test
    void is_given_up_at_last_with_its_problem() {
      server.createContext("/units", exchange -> answer(exchange, 503, "{\"title\":\"Quá tải\"}"));

      assertThatThrownBy(() -> api.get("/units"))
          .isInstanceOf(StepFailed.class)
          .hasMessage("GET /units: 503 · Quá tải");
      assertThat(pauses)
          .hasSizeGreaterThan(5)
          .allMatch(p -> p.compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void gets_the_whole_file_again() {
      var bodies = new ArrayList<String>();
      server.createContext(
          "/imports",
          exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Content-Length")).isEqualTo("8");
            bodies.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, bodies.size() == 1 ? 502 : 201, "{\"id\":\"i\"}");
          });

      api.upload("/imports", "k", List.of("a,b\n".getBytes(), "1,2\n".getBytes()), 8);

      assertThat(bodies).containsExactly("a,b\n1,2\n", "a,b\n1,2\n");
    }
  }

  @Test
  void a_refused_command_is_not_repeated_and_its_fields_are_named() {
    var calls = new AtomicInteger();
    server.createContext(
        "/members",
        exchange -> {
          calls.incrementAndGet();
          answer(
              exchange,
              422,
              """
              {"title":"Dữ liệu không hợp lệ","detail":"Ngày không đúng.",
               "errors":[{"pointer":"/on","detail":"trước ngày vào Hội"}]}\
              """);
        });

    assertThatThrownBy(() -> api.change("/members", "k", 3, Map.of("on", "2023-01-01")))
        .isInstanceOf(StepFailed.class)
        .hasMessage(
            "POST /members: 422 · Dữ liệu không hợp lệ · Ngày không đúng. · /on trước ngày vào"
                + " Hội");
    assertThat(calls).hasValue(1);
  }

  @Test
  void a_change_names_the_version_it_was_decided_on() {
    var versions = new ArrayList<String>();
    server.createContext(
        "/members",
        exchange -> {
          versions.add(exchange.getRequestHeaders().getFirst("If-Match"));
          answer(exchange, 200, "{\"id\":\"m\",\"version\":4}");
        });

    assertThat(api.change("/members", "k", 3, Map.of()).version()).isEqualTo(4);
    assertThat(versions).containsExactly("\"3\"");
  }

  @Test
  void the_same_command_has_the_same_bytes_whatever_the_order_of_its_fields() {
    var bodies = new ArrayList<String>();
    server.createContext(
        "/members",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          answer(exchange, 200, "{}");
        });
    var fields = new LinkedHashMap<String, Object>();
    fields.put("reason", "DIED");
    fields.put("on", "2023-05-06");

    api.post("/members", "k", fields);
    api.post("/members", "k", fields.reversed());

    assertThat(bodies).hasSize(2);
    assertThat(bodies.getFirst()).isEqualTo(bodies.getLast());
  }

  @Test
  void an_answer_that_is_no_problem_detail_is_shown_as_it_is() {
    server.createContext("/x", exchange -> answer(exchange, 404, "<html>not here</html>"));

    assertThatThrownBy(() -> api.get("/x")).hasMessage("GET /x: 404 · <html>not here</html>");
  }

  @Test
  void nobody_at_the_port_is_said_after_some_tries() {
    server.stop(0);

    assertThatThrownBy(() -> api.get("/x"))
        .isInstanceOf(StepFailed.class)
        .hasMessageContaining("no answer from " + gateway());
    assertThat(pauses).isNotEmpty();
  }

  @Test
  void pages_are_followed_by_their_link() {
    server.createContext(
        "/units",
        exchange -> {
          if (exchange.getRequestURI().getQuery() == null) {
            exchange.getResponseHeaders().add("Link", "</units?cursor=b>; rel=\"next\"");
          }
          answer(exchange, 200, "{\"items\":[]}");
        });

    var first = api.get("/units");

    assertThat(first.next()).isEqualTo("/units?cursor=b");
    assertThat(api.get(first.next()).next()).isNull();
  }

  private URI gateway() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}

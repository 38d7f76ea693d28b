package vn.sen.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=test_problems",
      "sen.web.body-limit=2KB",
      "sen.org.follow=false"
    })
class ProblemsTest {

  enum Colour {
    RED
  }

  record Line(@NotBlank @Size(max = 5) String text) {}

  record Sheet(
      @NotNull LocalDate on, @Positive int count, Colour colour, @Valid List<Line> lines) {}

  record Asked(@NotNull LocalDate on, Colour colour) {}

  @RestController
  static class Sheets {
    @Needs(Role.VIEWER)
    @PostMapping("/sheets")
    String post(@Valid @RequestBody Sheet sheet, CommandContext context) {
      return context.bodyHash();
    }

    @Needs(Role.VIEWER)
    @GetMapping("/sheets")
    String get(@RequestParam LocalDate on) {
      return on.toString();
    }

    @Needs(Role.VIEWER)
    @GetMapping("/sheets/of-a-day")
    String ofADay(@Valid Asked asked) {
      return asked.on() + " " + asked.colour();
    }

    @Needs(Role.VIEWER)
    @GetMapping("/sheets/of-a-store-that-is-away")
    String away() {
      throw new MongoTimeoutException("no server");
    }
  }

  @Configuration
  @EnableAutoConfiguration
  @Import(Sheets.class)
  static class Application {}

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
  }

  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + Tokens.everything());
  }

  private HttpResponse<String> post(String body, String language) throws Exception {
    return send(
        request("/sheets")
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return JsonMapper.shared().readTree(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "?colour=RED, ?on",
    "?on=2023-02-30&colour=RED, ?on",
    "?on=2023-02-03&colour=BLUE, ?colour",
  })
  void nameTheParameterOfSeveralTakenTogether(String question, String pointer) throws Exception {
    var answer = send(request("/sheets/of-a-day" + question));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(answer.body()).doesNotContain("BLUE", "02-30");
    assertThat(send(request("/sheets/of-a-day?on=2023-02-03&colour=RED")).body())
        .isEqualTo("2023-02-03 RED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"on\":\"2023-02-30\",\"count\":1}            | 400 | /on",
        "{\"on\":\"2023-02-03\",\"count\":\"1\"}        | 400 | /count",
        "{\"on\":\"2023-02-03\",\"count\":1.5}          | 400 | /count",
        "{\"on\":\"2023-02-03\",\"count\":99999999999}  | 400 | /count",
        "{\"on\":\"2023-02-03\",\"count\":1,\"colour\":\"BLUE\"} | 400 | /colour",
        "{\"on\":\"2023-02-03\",\"count\":1,\"more\":1} | 400 | /more",
        "{\"on\":\"2023-02-03\",\"count\":1,\"lines\":[{\"text\":7}]} | 400 | /lines/0/text",
        "{\"count\":1}                                  | 422 | /on",
        "{\"on\":\"2023-02-03\",\"count\":-1}           | 422 | /count",
        "{\"on\":\"2023-02-03\",\"count\":1,\"lines\":[{\"text\":\"ok\"},{\"text\":\"too long\"}]}"
            + " | 422 | /lines/1/text",
      })
  void nameTheFieldByPointer(String body, int status, String pointer) throws Exception {
    var answer = post(body, "vi");

    assertThat(answer.statusCode()).isEqualTo(status);
    var problem = problem(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:sen:problem:invalid-request");
    assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    assertThat(problem.path("errors").path(0).path("detail").asString()).isNotBlank();
  }

  @Test
  void speakVietnameseUnlessEnglishIsPreferred() throws Exception {
    assertThat(problem(post("{", "vi")).path("title").asString())
        .isEqualTo("Không đọc được nội dung gửi lên");
    assertThat(problem(post("{", "fr")).path("title").asString())
        .isEqualTo("Không đọc được nội dung gửi lên");
    assertThat(problem(post("{", "en")).path("title").asString()).isEqualTo("Unreadable body");
    assertThat(problem(post("{", "fr, en;q=0.5")).path("title").asString())
        .isEqualTo("Unreadable body");
    assertThat(problem(post("{", "vi-VN, en;q=0.9")).path("title").asString())
        .isEqualTo("Không đọc được nội dung gửi lên");
    var silent = request("/sheets").header("Content-Type", "application/json");
    assertThat(problem(send(silent.POST(BodyPublishers.ofString("{")))).path("title").asString())
        .isEqualTo("Không đọc được nội dung gửi lên");
  }

  @Test
  void nameWhatIsWrongWithAFieldInTheSameLanguage() throws Exception {
    assertThat(fieldDetail("vi")).isEqualTo("bắt buộc phải có");
    assertThat(fieldDetail("fr")).isEqualTo("bắt buộc phải có");
    assertThat(fieldDetail("en")).isEqualTo("must not be null");
  }

  private String fieldDetail(String language) throws Exception {
    return problem(post("{\"count\":1}", language)).at("/errors/0/detail").asString();
  }

  @Test
  void refuseABodyOverTheLimit() throws Exception {
    var answer = post("{\"on\":\"" + "x".repeat(3_000) + "\"}", "en");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(problem(answer).path("type").asString()).isEqualTo("urn:sen:problem:body-too-large");
  }

  @Test
  void coverWhatTheFrameworkRefuses() throws Exception {
    assertThat(problem(send(request("/nothing").GET())).path("type").asString())
        .isEqualTo("urn:sen:problem:no-such-resource");
    assertThat(problem(send(request("/sheets").DELETE())).path("type").asString())
        .isEqualTo("urn:sen:problem:method-not-allowed");
    var text = request("/sheets").header("Content-Type", "text/plain");
    assertThat(problem(send(text.POST(BodyPublishers.ofString("x")))).path("type").asString())
        .isEqualTo("urn:sen:problem:media-type-unsupported");
    assertThat(
            problem(send(request("/sheets?on=yesterday").GET())).at("/errors/0/pointer").asString())
        .isEqualTo("?on");
    assertThat(problem(send(request("/sheets").GET())).at("/errors/0/pointer").asString())
        .isEqualTo("?on");
  }

  @Test
  void askForPatienceWhereTheStoreIsAway() throws Exception {
    var answer = send(request("/sheets/of-a-store-that-is-away").GET());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(problem(answer).path("type").asString())
        .isEqualTo("urn:sen:problem:store-unavailable");
  }

  @Test
  void stayAwayFromGoodRequests() throws Exception {
    var answer = post("{\"on\":\"2023-02-03\",\"count\":1}", "vi");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(64);
  }
}

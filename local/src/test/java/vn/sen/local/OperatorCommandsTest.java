package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.sen.local.Command.Rebuild.Step;

/** What an administrator's commands tell of the platform's answers. */
@Timeout(30)
class OperatorCommandsTest {

  private static final String REBUILD = "/api/reporting/rebuilds/1";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer platform;
  private OperatorApi api;

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          var answer = answers.remove();
          exchange.getResponseHeaders().add("Location", REBUILD);
          exchange.sendResponseHeaders(answer.status(), 0);
          exchange.getResponseBody().write(answer.body().getBytes(UTF_8));
          exchange.close();
        });
    platform.start();
    var gateway = URI.create("http://localhost:" + platform.getAddress().getPort());
    api = new OperatorApi(gateway, () -> "token");
  }

  @AfterEach
  void stop() {
    api.close();
    platform.stop(0);
  }

  private boolean rebuild() throws IOException, InterruptedException {
    var out = new PrintStream(printed, true, UTF_8);
    return new ViewRebuild(api, out).run(new Command.Rebuild("lending", Step.SWAP));
  }

  private String printed() {
    return printed.toString(UTF_8);
  }

  private static Answer rebuild(String state, String beside) {
    return new Answer(
        200, "{\"view\":\"lending\",\"state\":\"%s\",\"beside\":%s}".formatted(state, beside));
  }

  @Nested
  class A_rebuild {

    @Test
    void is_swapped_in_when_it_has_caught_up() throws Exception {
      // given
      answers.add(rebuild("BUILDING", "{\"percent\":0}"));
      answers.add(rebuild("BUILDING", "{\"percent\":50}"));
      answers.add(rebuild("BUILDING", "{\"percent\":100,\"caughtUp\":true}"));
      answers.add(rebuild("SERVING", "null"));
      // when
      assertThat(rebuild()).isTrue();
      // then
      assertThat(asked).last().isEqualTo("POST " + REBUILD + "/swap");
    }

    @Test
    void that_somebody_else_discards_is_not_waited_for() throws Exception {
      // given
      answers.add(rebuild("BUILDING", "{\"percent\":0}"));
      answers.add(rebuild("BUILDING", "{\"percent\":50}"));
      answers.add(rebuild("DISCARDED", "null"));
      // when
      assertThat(rebuild()).isFalse();
      // then
      assertThat(printed()).contains("DISCARDED", "Somebody else");
      assertThat(asked).doesNotContain("POST " + REBUILD + "/swap");
    }

    @Test
    void that_somebody_else_took_back_is_not_put_into_service_again() throws Exception {
      answers.add(rebuild("BUILDING", "{\"percent\":0}"));
      answers.add(rebuild("ROLLED_BACK", "{\"percent\":100,\"caughtUp\":true}"));
      assertThat(rebuild()).isFalse();
      assertThat(asked).doesNotContain("POST " + REBUILD + "/swap");
    }
  }

  @Nested
  class A_refusal {

    @Test
    void is_told_with_what_to_do_and_the_fields_at_fault() {
      answers.add(
          new Answer(
              422,
              """
              {"type":"urn:sen:problem:invalid-request","title":"Yêu cầu không hợp lệ",
               "detail":"Hãy sửa các trường nêu ra.",
               "errors":[{"pointer":"/view","detail":"không được trống"}]}
              """));
      assertThatThrownBy(() -> rebuild())
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("422")
          .hasMessageContaining("Yêu cầu không hợp lệ: Hãy sửa các trường nêu ra.")
          .hasMessageContaining("(/view: không được trống)");
    }

    @Test
    void does_not_tell_a_detail_twice() {
      answers.add(
          new Answer(
              409,
              """
              {"title":"Đang dựng lại","detail":"Hãy chờ.",
               "errors":[{"pointer":"/view","detail":"Hãy chờ."}]}
              """));
      assertThatThrownBy(() -> rebuild())
          .hasMessageEndingWith("409 Đang dựng lại: Hãy chờ. (/view)");
    }

    @Test
    void of_another_program_is_told_in_its_own_words_in_one_line() {
      answers.add(new Answer(404, "<html>\n<h1>Not here</h1>\n</html>"));
      assertThatThrownBy(() -> rebuild())
          .hasMessageEndingWith("404 <html> <h1>Not here</h1> </html>");
    }
  }

  @Test
  void aPlatformThatIsAwayIsNoRefusal() {
    platform.stop(0);
    assertThatThrownBy(() -> rebuild()).isInstanceOf(IOException.class);
  }
}

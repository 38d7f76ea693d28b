package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw sockets: an HTTP client would tidy these paths up before sending them. */
class PathTricksTest extends GatewayFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/membership/../actuator/health",
        "/api/membership/../../actuator/health",
        "/api/membership/%2e%2e/%2e%2e/actuator/health",
        "/api/membership/.%2E/lending/banks",
        "/api/membership/..%2f..%2factuator",
        "/api/membership/..%5c..%5cactuator",
        "/api/membership/..\\..\\actuator",
        "/api/membership/%252e%252e/actuator",
        "/api/membership/..;/..;/actuator/health",
        "/api/membership/members;jsessionid=1",
        "/api/membership/./members",
        "/api/membership//members",
        "//api/membership/members",
        "/api/membership/members%00.json",
        "/api/membership/members%0d%0aX-Evil:1",
        "/api/membership/%c0%ae%c0%ae/actuator",
        "/api/membership/%zz"
      })
  void areRefused(String path) throws IOException {
    // when
    String answer = raw("GET " + path + " HTTP/1.1");
    // then
    assertThat(answer.lines().findFirst()).contains("HTTP/1.1 400 Bad Request");
    assertThat(MEMBERSHIP.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/Membership/members", "/api/membershipx/members", "/membership/members"})
  void neighboursOfARouteAreNotTheRoute(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 404");
    assertThat(MEMBERSHIP.seen()).isEmpty();
  }

  @Test
  void anAbsoluteTargetDoesNotLeadElsewhere() throws IOException {
    // when
    String answer = raw("GET http://localhost:" + REPORTING.uri().getPort() + "/x HTTP/1.1");
    // then
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(REPORTING.seen()).isEmpty();
  }

  @Test
  void ordinaryEncodedLettersPass() throws IOException {
    // when
    String answer = raw("GET /api/membership/org-units/Xu%C3%A2n%20%C4%90%C3%A0i HTTP/1.1");
    // then
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(MEMBERSHIP.seen().getFirst().uri())
        .isEqualTo("/api/membership/org-units/Xu%C3%A2n%20%C4%90%C3%A0i");
  }

  private String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

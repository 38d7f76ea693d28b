package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
    assertThat(raw("GET " + path + " HTTP/1.1", token)).startsWith("HTTP/1.1 400 Bad Request");
    assertThat(raw("GET " + path + " HTTP/1.1", null)).startsWith("HTTP/1.1 400 Bad Request");
    assertThat(MEMBERSHIP.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/Membership/members", "/api/membershipx/members", "/membership/members"})
  void neighboursOfARouteAreNotTheRoute(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1", token)).startsWith("HTTP/1.1 404");
    assertThat(MEMBERSHIP.seen()).isEmpty();
  }

  @Test
  void anAbsoluteTargetDoesNotLeadElsewhere() throws IOException {
    // when
    String answer = raw("GET http://localhost:" + REPORTING.uri().getPort() + "/x HTTP/1.1", token);
    // then
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(REPORTING.seen()).isEmpty();
  }

  @Test
  void ordinaryEncodedLettersPass() throws IOException {
    // when
    String answer = raw("GET /api/membership/org-units/Xu%C3%A2n%20%C4%90%C3%A0i HTTP/1.1", token);
    // then
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(MEMBERSHIP.seen().getFirst().uri())
        .isEqualTo("/api/membership/org-units/Xu%C3%A2n%20%C4%90%C3%A0i");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs/../membership/members",
        "/api/docs/..;/membership/members",
        "/api/docs/%2e%2e/membership/members",
        "/api/docs%2f..%2fmembership/members",
        "/identity/../api/membership/members",
        "/identity/..%2fapi/membership/members",
        "/identity//api/membership/members",
        "/actuator/health/../prometheus"
      })
  void doNotLeadFromWhatIsOpenToWhatIsNot(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1", null)).startsWith("HTTP/1.1 400 Bad Request");
    assertThat(MEMBERSHIP.seen()).isEmpty();
    assertThat(IDENTITY.seen()).isEmpty();
  }

  private String raw(String requestLine, @Nullable String bearer) throws IOException {
    String credentials = bearer == null ? "" : "Authorization: Bearer " + bearer + "\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              (requestLine + "\r\nHost: localhost\r\n" + credentials + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

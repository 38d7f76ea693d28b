package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailingServiceTest extends GatewayFixture {

  private static final String MEMBERS = "/api/membership/members";
  private static final String IMPORTS = "/api/membership/member-imports";

  @AfterEach
  void letGo() {
    MEMBERSHIP.reset();
  }

  /**
   * Only finds: asking the registry to create one would give it other settings than the gateway's.
   */
  private CircuitBreaker breaker(String route) {
    return breakers.find(route).orElseThrow();
  }

  private void openBreaker() {
    MEMBERSHIP.breaksOff();
    for (int call = 0; call < 4; call++) {
      send(post(MEMBERS, "{}"));
    }
    assertThat(breaker("membership").getState()).isEqualTo(CircuitBreaker.State.OPEN);
  }

  @Nested
  class ThatIsAway {

    @Test
    void isReportedAsUnavailableWithATimeToComeBack() {
      // when
      var response = get("/api/lending/banks");
      // then
      assertProblem(response, 503, "service-unavailable");
      assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatBanksPostGoesTheSameWay() {
      assertProblem(send(post("/api/partners/updates", "{}")), 503, "service-unavailable");
    }

    @Test
    void isNamedInTheCallersLanguage() {
      var response = send(to("/api/lending/banks").header("Accept-Language", "en").GET());
      assertThat(assertProblem(response, 503, "service-unavailable").path("detail").asString())
          .startsWith("The lending service");
    }
  }

  @Nested
  class ThatBreaksOff {

    @Test
    void aReadIsTriedOnceMore() {
      // given
      MEMBERSHIP.breaksOff();
      // when
      var response = get(MEMBERS);
      // then
      assertProblem(response, 502, "service-failed");
      assertThat(MEMBERSHIP.seen()).hasSize(2);
    }

    @Test
    void aCommandWithoutAKeyIsNeverRepeatedAndSaysThatItsOutcomeIsUnknown() {
      // given
      MEMBERSHIP.breaksOff();
      // when
      var response = send(post(MEMBERS, "{}").header("Accept-Language", "en"));
      // then
      assertThat(assertProblem(response, 502, "service-failed").path("detail").asString())
          .contains("not known", "Idempotency-Key");
      assertThat(MEMBERSHIP.seen()).hasSize(1);
    }

    @Test
    void aCommandWithAKeyIsTriedOnceMoreWithTheSameBody() {
      // given
      MEMBERSHIP.breaksOff();
      // when
      var response = send(post(MEMBERS, "{\"a\":1}").header("Idempotency-Key", "k-1"));
      // then
      assertProblem(response, 502, "service-failed");
      assertThat(MEMBERSHIP.seen())
          .hasSize(2)
          .allSatisfy(
              seen -> {
                assertThat(seen.body()).isEqualTo("{\"a\":1}");
                assertThat(seen.header("Idempotency-Key")).isEqualTo("k-1");
              });
    }

    @Test
    void anUploadThatMayHaveArrivedIsNotRepeated() {
      // given
      MEMBERSHIP.breaksOff();
      // when
      var upload = post(IMPORTS, "a;b").header("Idempotency-Key", "k-2");
      // then
      assertProblem(send(upload), 502, "service-failed");
      assertThat(MEMBERSHIP.seen()).hasSize(1);
    }
  }

  /** A service that has died with connections still in the gateway's pool. */
  @Nested
  class ThatResetsConnections {

    private static final String CLASSES = "/api/training/classes";

    @Test
    void aCommandWithoutAKeyReachesItOnce() {
      // when
      var response = send(post(CLASSES, "{}"));
      // then
      assertProblem(response, 502, "service-failed");
      assertThat(RESETTING.requests()).isEqualTo(1);
    }

    @Test
    void aCommandWithAKeyReachesItTwice() {
      // when
      var response = send(post(CLASSES, "{}").header("Idempotency-Key", "k-4"));
      // then
      assertProblem(response, 502, "service-failed");
      assertThat(RESETTING.requests()).isEqualTo(2);
    }
  }

  @Nested
  class ThatIsSlow {

    @Test
    void isGivenUpAfterTheTimeOut() {
      // given
      MEMBERSHIP.hangs();
      // when
      long start = System.nanoTime();
      var response = get(MEMBERS);
      // then
      assertProblem(response, 504, "service-timeout");
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      assertThat(MEMBERSHIP.seen()).as("a time-out is not repeated").hasSize(1);
    }

    @Test
    void aCommandIsNotRepeatedEvenWithAKey() {
      // given
      MEMBERSHIP.hangs();
      // when
      var response =
          send(
              post(MEMBERS, "{}").header("Idempotency-Key", "k-3").header("Accept-Language", "vi"));
      // then
      assertThat(assertProblem(response, 504, "service-timeout").path("detail").asString())
          .contains("Không rõ lệnh đã được thực hiện hay chưa");
      assertThat(MEMBERSHIP.seen()).hasSize(1);
    }

    @Test
    void anAnswerThatStopsHalfWayIsNotWaitedForWithoutEnd() {
      // given
      MEMBERSHIP.hangsAfterHeaders();
      // then
      Assertions.assertThatThrownBy(() -> get(MEMBERS)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Nested
  class Breaker {

    @Test
    void opensAfterFailuresAndSparesTheService() {
      // given
      openBreaker();
      int before = MEMBERSHIP.seen().size();
      // when
      var response = get(MEMBERS);
      // then
      assertProblem(response, 503, "service-unavailable");
      assertThat(response.headers().firstValue("Retry-After")).contains("1");
      assertThat(MEMBERSHIP.seen()).hasSize(before);
    }

    @Test
    void closesWhenTheServiceIsBack() {
      // given
      openBreaker();
      // when
      MEMBERSHIP.reset();
      // then
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(get(MEMBERS).statusCode()).isEqualTo(200));
      assertThat(breaker("membership").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void opensAgainWhenTheTrialFails() {
      // given
      openBreaker();
      // then
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertProblem(get(MEMBERS), 502, "service-failed"));
      assertThat(breaker("membership").getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void leavesOtherRoutesAlone() {
      // given
      openBreaker();
      // then
      assertThat(get("/api/reporting/membership").statusCode()).isEqualTo(200);
    }

    @Test
    void isOpenedByTimeOutsToo() {
      // given
      MEMBERSHIP.hangs();
      // when
      for (int call = 0; call < 4; call++) {
        assertProblem(get(MEMBERS), 504, "service-timeout");
      }
      // then
      assertProblem(get(MEMBERS), 503, "service-unavailable");
    }

    @Test
    void takesAnErrorThatTheServiceExplainsAsAnAnswer() {
      // given
      MEMBERSHIP.answers(503, Map.of(), "{}");
      // when
      for (int call = 0; call < 10; call++) {
        assertThat(get(MEMBERS).statusCode()).isEqualTo(503);
      }
      // then
      assertThat(breaker("membership").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
      assertThat(MEMBERSHIP.seen()).hasSize(10);
    }

    @Test
    void isNotOpenedByClientsWhoBreakOffTheirUploads() throws IOException {
      // given
      assertThat(send(post(IMPORTS, "a;b")).statusCode()).isEqualTo(200);
      // when
      for (int call = 0; call < 6; call++) {
        breakOffUpload();
      }
      // then
      assertThat(breaker("membership-uploads").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
      assertThat(send(post(IMPORTS, "a;b")).statusCode()).isEqualTo(200);
    }

    private void breakOffUpload() throws IOException {
      long before = MEMBERSHIP.begun();
      try (Socket socket = new Socket("localhost", port)) {
        socket.setSoLinger(true, 0);
        String start =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                + "Content-Length: 60000\r\n\r\nunitCode;fullName";
        socket
            .getOutputStream()
            .write(start.formatted(IMPORTS, token).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        await().until(() -> MEMBERSHIP.begun() > before);
      }
      await().until(() -> MEMBERSHIP.ended() == MEMBERSHIP.begun());
    }
  }
}

package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitsTest extends GatewayFixture {

  private static final String MEMBERS = "/api/membership/members";
  private static final String IMPORTS = "/api/membership/member-imports";

  private static String ofLength(int length) {
    return "x".repeat(length);
  }

  private HttpRequest.Builder chunked(String path, String body) {
    return to(path)
        .POST(
            BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
  }

  @Nested
  class OfCommands {

    @Test
    void theLastAllowedByteIsTaken() {
      // when
      var response = send(post(MEMBERS, ofLength(2048)));
      // then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(MEMBERSHIP.seen().getFirst().body()).hasSize(2048);
    }

    @Test
    void oneByteMoreIsRefusedBeforeTheServiceHearsOfIt() {
      // when
      var response = send(post(MEMBERS, ofLength(2049)).header("Accept-Language", "en"));
      // then
      var problem = assertProblem(response, 413, "body-too-large");
      assertThat(problem.path("detail").asString()).contains("2,048 bytes");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void aBodyOfUnstatedLengthIsMeasured() {
      assertThat(send(chunked(MEMBERS, ofLength(2048))).statusCode()).isEqualTo(200);
      assertThat(MEMBERSHIP.seen().getFirst().body()).hasSize(2048);
    }

    @Test
    void aBodyOfUnstatedLengthThatIsTooLargeIsRefusedBeforeTheServiceHearsOfIt() {
      assertProblem(send(chunked(MEMBERS, ofLength(2049))), 413, "body-too-large");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void aVeryLargeBodyIsAnsweredNotCutOff() {
      assertProblem(send(post(MEMBERS, ofLength(300_000))), 413, "body-too-large");
      assertProblem(send(chunked(MEMBERS, ofLength(300_000))), 413, "body-too-large");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void uploadsOfAnotherMethodAreOrdinaryRequests() {
      var request = to(IMPORTS).method("PATCH", BodyPublishers.ofString(ofLength(2049)));
      assertProblem(send(request), 413, "body-too-large");
    }
  }

  @Nested
  class OfUploads {

    @ParameterizedTest
    @ValueSource(strings = {IMPORTS, "/api/membership/attendance-lists?session=1"})
    void aFileMayBeLargerThanACommand(String path) {
      // when
      var response = send(post(path, ofLength(65_536)));
      // then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(MEMBERSHIP.seen().getFirst().body()).hasSize(65_536);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeTheServiceHearsOfIt() {
      assertProblem(send(post(IMPORTS, ofLength(65_537))), 413, "body-too-large");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void aFileOfUnstatedLengthIsRefused() {
      assertProblem(send(chunked(IMPORTS, ofLength(100))), 411, "length-required");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }
  }
}

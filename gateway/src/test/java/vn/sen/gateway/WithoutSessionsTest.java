package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.sen.embedded.EmbeddedMongo;

/** Machines need neither sessions nor their store. */
class WithoutSessionsTest {

  private static final String MEMBER = "/api/membership/members/1";

  @Nested
  @TestPropertySource(
      properties = {"sen.gateway.sessions.enabled=false", "sen.gateway.sessions.key="})
  class SwitchedOff extends GatewayFixture {

    @Test
    void theGatewayServesMachinesAndKnowsNoSignIn() {
      assertThat(get(MEMBER).statusCode()).isEqualTo(200);
      assertProblem(send(withoutToken("/session/sign-in").GET()), 404, "no-such-resource");
      assertProblem(
          send(withoutToken(MEMBER).header("Cookie", "__Host-sen-session=x").GET()),
          401,
          "sign-in-needed");
    }
  }

  @Nested
  @TestPropertySource(properties = "sen.gateway.sessions.mongodb=${own-store}")
  class WithTheStoreAway extends SessionFixture {

    private static final EmbeddedMongo OWN = EmbeddedMongo.inMemory();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
      registry.add("own-store", OWN::connectionString);
    }

    @Test
    void onlySessionsDoNotWork() {
      // given
      var browser = signedIn();
      OWN.close();
      // then
      assertProblem(browser.get(MEMBER), 503, "service-unavailable");
      assertThat(get(MEMBER).statusCode()).isEqualTo(200);
    }
  }
}

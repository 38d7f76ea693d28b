package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;

/** A session does not depend on which gateway a request comes to. */
class SeveralInstancesTest extends SessionFixture {

  private static final String[] SHARED = {
    "sen.routes.membership",
    "sen.access.issuer",
    "sen.gateway.external-url",
    "sen.gateway.sessions.client-secret",
    "sen.gateway.sessions.key",
    "sen.gateway.sessions.mongodb"
  };

  @Autowired Environment environment;

  private ConfigurableApplicationContext another;

  @BeforeEach
  void startAnother() {
    var arguments =
        Stream.concat(
                Stream.of("--server.port=0"),
                Arrays.stream(SHARED)
                    .map(name -> "--" + name + "=" + environment.getRequiredProperty(name)))
            .toList();
    another =
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(this::withOurTimeAndItsOwnThreads)
            .run(arguments.toArray(String[]::new));
  }

  /** Its end would otherwise stop the threads of all servers in this process. */
  private void withOurTimeAndItsOwnThreads(ConfigurableApplicationContext context) {
    var threads = new ReactorResourceFactory();
    threads.setUseGlobalResources(false);
    var beans = (GenericApplicationContext) context;
    beans.registerBean(ReactorResourceFactory.class, () -> threads);
    beans.registerBean(MovableClock.class, () -> clock);
  }

  @AfterEach
  void stopIt() {
    another.close();
  }

  private HttpRequest.Builder toAnother(String path, String session) {
    var port = another.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Cookie", SESSION + "=" + session);
  }

  @Test
  void aSessionBegunAtOneIsKnownToTheOtherAndEndsInBoth() {
    // given
    var browser = signedIn();
    var session = browser.cookies().get(SESSION);
    assertThat(send(toAnother(MEMBER, session).GET()).statusCode()).isEqualTo(200);
    // when
    var csrfToken = json(send(toAnother("/session", session).GET())).path("csrfToken").asString();
    var signOut =
        toAnother("/session/sign-out", session)
            .header("Sen-Csrf", csrfToken)
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(send(signOut).statusCode()).isEqualTo(200);
    // then
    assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
  }

  @Test
  void onlyOneOfThemRenewsATokenThatAllNeed() {
    // given
    var session = signedIn().cookies().get(SESSION);
    clock.moves(Duration.ofMinutes(6));
    var held = new CountDownLatch(1);
    ISSUER.givesTokens(
        exchange -> {
          Backend.await(held);
          giveTokens(exchange);
        });
    // when
    var answers = IntStream.range(0, 20).mapToObj(number -> ask(number, session)).toList();
    held.countDown();
    // then
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(asked).hasSize(2);
  }

  private CompletableFuture<HttpResponse<String>> ask(int number, String session) {
    var request =
        number % 2 == 0
            ? withoutToken(MEMBER).header("Cookie", SESSION + "=" + session)
            : toAnother(MEMBER, session);
    return sendAsync(request.GET());
  }
}

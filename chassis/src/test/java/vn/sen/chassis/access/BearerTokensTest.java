package vn.sen.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.servlet.ModelAndView;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.identity.AccessRevoked;

/**
 * What the filter says where nobody can tell whether a token is valid; the rest is AccessTest's.
 */
class BearerTokensTest {

  @Test
  void aTokenThatNobodyCanCheckIsNotCalledInvalid() throws Exception {
    // given an issuer whose keys were never seen
    List<Exception> refused = new ArrayList<>();
    var filter =
        new BearerTokens(
            new KnownTokens(
                _ -> {
                  throw new JwtException("The issuer does not answer");
                }),
            new Revocations("localhost:1", Duration.ofMinutes(5)),
            (_, _, _, problem) -> {
              refused.add(problem);
              return new ModelAndView();
            },
            Set.of());
    var request = new MockHttpServletRequest("GET", "/ledger");
    request.addHeader("Authorization", "Bearer token");
    var chain = new MockFilterChain();

    // when
    filter.doFilter(request, new MockHttpServletResponse(), chain);

    // then
    assertThat(chain.getRequest()).isNull();
    assertThat(refused).singleElement().isInstanceOf(IssuerAway.class);
    assertThat(((RuleViolation) refused.getFirst()).status()).isEqualTo(503);
  }

  @Test
  void aRequestThatStaysOpenIsAdmittedUntilItsTokenEndsOrIsRevoked() throws Exception {
    // given a token for a minute
    var now = Instant.now();
    var chair = UUID.randomUUID();
    var token =
        Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .subject(chair.toString())
            .issuedAt(now.minusSeconds(1))
            .expiresAt(now.plusSeconds(60))
            .build();
    var revocations = new Revocations("localhost:1", Duration.ofMinutes(5));
    var filter =
        new BearerTokens(
            new KnownTokens(_ -> token), revocations, (_, _, _, _) -> new ModelAndView(), Set.of());
    var request = new MockHttpServletRequest("GET", "/ledger");
    request.addHeader("Authorization", "Bearer token");
    // when
    filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    // then
    var admission = Callers.admission(request);
    assertThat(admission.end()).isEqualTo(now.plusSeconds(60));
    assertThat(admission.holds()).isTrue();
    assertThat(new Admission(now, () -> false).holds()).isFalse();
    // and when it is revoked
    revocations.note(AccessRevoked.ofPerson(chair, now));
    assertThat(admission.holds()).isFalse();
  }
}

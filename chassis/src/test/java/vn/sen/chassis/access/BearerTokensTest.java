package vn.sen.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.servlet.ModelAndView;
import vn.sen.chassis.domain.RuleViolation;

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
}

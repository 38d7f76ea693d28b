package vn.sen.identity.signin;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import vn.sen.chassis.access.BearerTokens;
import vn.sen.identity.token.IdentityProperties;
import vn.sen.identity.token.StaleSignInFilter;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  private static final String STYLE = "/sign-in.css";

  /** Where the container turns for what a filter refused, such as a question for a code. */
  private static final String ERROR = "/error";

  @Bean
  RouterFunction<ServerResponse> pages(SignInPages pages) {
    return route()
        .GET(SignInPages.HOME, pages::home)
        .GET(SignInPages.SIGN_IN, pages::form)
        .POST(SignInPages.SIGN_IN, pages::signIn)
        .GET(SignInPages.PASSWORD, pages::passwordForm)
        .POST(SignInPages.PASSWORD, pages::choosePassword)
        .GET(SignInPages.SIGN_OUT, pages::signOutForm)
        .POST(SignInPages.SIGN_OUT, pages::signOut)
        .build();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    return new HttpSessionCsrfTokenRepository();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pagesOnly(
      HttpSecurity http,
      CsrfTokenRepository csrfTokens,
      StaleSignInFilter staleSignIns,
      IdentityProperties properties) {
    return http.securityMatcher(
            SignInPages.HOME,
            SignInPages.SIGN_IN,
            SignInPages.PASSWORD,
            SignInPages.SIGN_OUT,
            STYLE,
            ERROR)
        .addFilterAfter(staleSignIns, SecurityContextHolderFilter.class)
        .addFilterAfter(BearerTokens.notNeeded(), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
        .exceptionHandling(failures -> failures.accessDeniedHandler(formExpired()))
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy(properties)))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** A form that was open for too long, or that is none of ours, begins anew. */
  private static AccessDeniedHandler formExpired() {
    return (request, response, _) ->
        response.sendRedirect(request.getContextPath() + SignInPages.SIGN_IN);
  }

  /**
   * Nothing but the page's own style sheet. Browsers hold redirects after a form to {@code
   * form-action} as well, so it names where signing in leads.
   */
  private static String policy(IdentityProperties properties) {
    var targets = new TreeSet<String>();
    var gateway = properties.gateway();
    for (var uri : gateway == null ? List.<String>of() : gateway.redirectUris()) {
      var target = URI.create(uri);
      targets.add(target.getScheme() + "://" + target.getRawAuthority());
    }
    return "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
        + " form-action 'self' "
        + String.join(" ", targets);
  }
}

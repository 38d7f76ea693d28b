package vn.sen.gateway.problem;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.gateway.GatewaySettings;

/** Turns every error on the way through the gateway into a problem detail. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final Locale VIETNAMESE = Locale.of("vi");

  /** What refuses access, not a request that cannot be understood. */
  private static final Set<Problem> ACCESS =
      EnumSet.of(Problem.SIGN_IN_NEEDED, Problem.CSRF_TOKEN_MISSING, Problem.TOO_MANY_REQUESTS);

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final JsonMapper json;
  private final Duration retryAfter;
  private final RefusedRequests refused;
  private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
  private final AcceptHeaderLocaleContextResolver languages =
      new AcceptHeaderLocaleContextResolver();

  ProblemHandler(JsonMapper json, GatewaySettings settings, RefusedRequests refused) {
    this.json = json;
    this.refused = refused;
    this.retryAfter = settings.gateway().breaker().openFor();
    texts.setBasename("vn.sen.gateway.problem.problems");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    languages.setSupportedLocales(List.of(VIETNAMESE, Locale.ENGLISH));
    languages.setDefaultLocale(VIETNAMESE);
  }

  private record Body(String type, String title, int status, String detail) {}

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    Refusal refusal = failure instanceof Refusal own ? own : refusal(failure, exchange);
    report(refusal, failure, exchange);
    return write(refusal, failure, exchange);
  }

  private static Refusal refusal(Throwable failure, ServerWebExchange exchange) {
    Problem problem =
        switch (failure) {
          case ConnectException _,
              UnknownHostException _,
              NoRouteToHostException _,
              ServiceUnavailableException _ ->
              Problem.SERVICE_UNAVAILABLE;
          case ReadTimeoutException _ -> Problem.SERVICE_TIMEOUT;
          case IOException _ -> Problem.SERVICE_FAILED;
          case ResponseStatusException status -> of(status.getStatusCode().value());
          default -> Problem.INTERNAL_ERROR;
        };
    return new Refusal(problem, service(exchange));
  }

  private static Problem of(int status) {
    return switch (status) {
      case 404 -> Problem.NO_SUCH_RESOURCE;
      case 405 -> Problem.METHOD_NOT_ALLOWED;
      case 406 -> Problem.NOT_ACCEPTABLE;
      case 503 -> Problem.SERVICE_UNAVAILABLE;
      case 504 -> Problem.SERVICE_TIMEOUT;
      default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
    };
  }

  private static String service(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return route == null ? "" : route.getId();
  }

  private void report(Refusal refusal, Throwable failure, ServerWebExchange exchange) {
    if (refusal.problem() == Problem.INTERNAL_ERROR) {
      log.error("Request failed inside the gateway", failure);
    } else if (refusal.problem().status().is5xxServerError()) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      log.warn("{}: {} ({})", service(exchange), refusal.problem().slug(), cause.toString());
    } else if (ACCESS.contains(refusal.problem())) {
      refused.count(refusal.problem());
    }
  }

  private Mono<Void> write(Refusal refusal, Throwable failure, ServerWebExchange exchange) {
    Problem problem = refusal.problem();
    Locale language = language(exchange);
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(problem.status());
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLanguage(language);
    headers.setCacheControl("no-store");
    if (problem == Problem.SERVICE_UNAVAILABLE || problem == Problem.SERVICE_TIMEOUT) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    if (failure instanceof MethodNotAllowedException method) {
      headers.setAllow(method.getSupportedMethods());
    }
    byte[] body = json.writeValueAsBytes(body(refusal, exchange, language));
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private Body body(Refusal refusal, ServerWebExchange exchange, Locale language) {
    Problem problem = refusal.problem();
    String slug = problem.slug();
    String detail = texts.getMessage(slug + ".detail", refusal.arguments(), language);
    if (outcomeUnknown(problem, exchange)) {
      detail += " " + texts.getMessage("outcome-unknown", null, language);
    }
    return new Body(
        "urn:sen:problem:" + slug,
        texts.getMessage(slug + ".title", null, language),
        problem.status().value(),
        detail);
  }

  private static boolean outcomeUnknown(Problem problem, ServerWebExchange exchange) {
    return (problem == Problem.SERVICE_TIMEOUT || problem == Problem.SERVICE_FAILED)
        && !SAFE.contains(exchange.getRequest().getMethod());
  }

  private Locale language(ServerWebExchange exchange) {
    Locale wanted = languages.resolveLocaleContext(exchange).getLocale();
    return wanted == null ? VIETNAMESE : wanted;
  }
}

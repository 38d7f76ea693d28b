package vn.sen.gateway.access;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;

/**
 * Speaks to the OIDC issuer. It is asked when something of it is needed first, not at the start,
 * for it may stand behind this very gateway; then it is spoken to directly.
 */
@Component
public final class IssuerClient {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration METADATA_AGE = Duration.ofHours(1);

  private final String issuer;
  private final URI external;
  private final @Nullable URI service;
  private final WebClient http;
  private final Mono<Map<String, Object>> metadata;

  IssuerClient(AccessSettings access, GatewaySettings settings) {
    issuer = access.issuer().toString();
    external = settings.gateway().externalUrl();
    service = settings.routes().get(GatewaySettings.IDENTITY);
    http =
        WebClient.builder()
            .filter((request, next) -> next.exchange(directly(request)).timeout(PATIENCE))
            .build();
    metadata =
        cached(get(issuer + "/.well-known/openid-configuration").map(this::checked), METADATA_AGE);
  }

  /** What the issuer says about itself. */
  public Mono<Map<String, Object>> metadata() {
    return metadata;
  }

  /** For requests to the issuer's endpoints, as its metadata names them. */
  public WebClient http() {
    return http;
  }

  Mono<Map<String, Object>> get(String url) {
    return http.get()
        .uri(URI.create(url))
        .retrieve()
        .bodyToMono(new ParameterizedTypeReference<>() {});
  }

  /** Keeps an answer for a time, a failure not at all; who asks meanwhile shares the question. */
  static <T> Mono<T> cached(Mono<T> question, Duration age) {
    return question.cache(_ -> age, _ -> Duration.ZERO, () -> Duration.ZERO);
  }

  private Map<String, Object> checked(Map<String, Object> answer) {
    if (!issuer.equals(answer.get("issuer"))) {
      throw new IllegalStateException("The metadata of " + issuer + " is another issuer's");
    }
    return answer;
  }

  private ClientRequest directly(ClientRequest request) {
    URI url = request.url();
    if (service == null || !url.toString().startsWith(external + GatewaySettings.IDENTITY_PAGES)) {
      return request;
    }
    var direct =
        UriComponentsBuilder.fromUri(url)
            .scheme(service.getScheme())
            .host(service.getHost())
            .port(service.getPort())
            .build(true)
            .toUri();
    return ClientRequest.from(request).url(direct).build();
  }
}

package vn.sen.gateway.route;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.limit.ClientAddress;

/**
 * What services hear of the way a request has come. A client's own word about that is worth nothing
 * here, and services would believe it. Only pages that people see need to know where they are seen.
 */
@Component
final class Forwarding implements HttpHeadersFilter, Ordered {

  private static final String FOR = "X-Forwarded-For";
  private static final String HOST = "X-Forwarded-Host";
  private static final String PORT = "X-Forwarded-Port";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final List<String> ALL =
      List.of(
          "Forwarded",
          FOR,
          HOST,
          PORT,
          PROTO,
          "X-Forwarded-Prefix",
          "X-Forwarded-Ssl",
          "X-Real-IP");

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final URI external;
  private final ClientAddress addresses;

  Forwarding(GatewaySettings settings, ClientAddress addresses) {
    this.external = settings.gateway().externalUrl();
    this.addresses = addresses;
  }

  /** After the framework's own filters, which would take these headers away. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
    var headers = HttpHeaders.copyOf(sent);
    ALL.forEach(headers::remove);
    if (isSeenByPeople(exchange)) {
      headers.set(FOR, addresses.of(exchange).getHostAddress());
      headers.set(HOST, external.getAuthority());
      headers.set(PORT, Integer.toString(port()));
      headers.set(PROTO, external.getScheme());
    }
    return headers;
  }

  private static boolean isSeenByPeople(ServerWebExchange exchange) {
    Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return route.getId().equals(Routes.SIGN_IN_PAGES);
  }

  private int port() {
    if (external.getPort() >= 0) {
      return external.getPort();
    }
    return external.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
  }
}

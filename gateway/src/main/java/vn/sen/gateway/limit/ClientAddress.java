package vn.sen.gateway.limit;

import java.net.InetAddress;
import org.springframework.cloud.gateway.support.ipresolver.RemoteAddressResolver;
import org.springframework.cloud.gateway.support.ipresolver.XForwardedRemoteAddressResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Where a request comes from, as far as the operator's own proxies say. */
@Component
public final class ClientAddress {

  private final RemoteAddressResolver resolver;

  ClientAddress(RateSettings settings) {
    resolver =
        settings.proxies() == 0
            ? new RemoteAddressResolver() {}
            : XForwardedRemoteAddressResolver.maxTrustedIndex(settings.proxies());
  }

  /** The client's address. */
  public InetAddress of(ServerWebExchange exchange) {
    var found = resolver.resolve(exchange);
    if (found == null || found.getAddress() == null) {
      throw new IllegalStateException("A request from nowhere");
    }
    return found.getAddress();
  }
}

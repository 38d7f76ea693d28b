package vn.sen.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps anybody from taking what others need. Who has shown a valid token is counted by who she is,
 * all others by where they come from; neither can use up what the other has. What an unverified
 * token says is never looked at: it would be a free choice of whom to be counted as.
 */
@Component
public final class RateLimits {

  /** A network of IPv6 is one customer's; the rest of the address is hers to choose. */
  private static final int IPV6_NETWORK = 8;

  private record Client(String id, String subject) {}

  private final Buckets<Client> clients;
  private final Buckets<String> addresses;
  private final ClientAddress where;

  RateLimits(RateSettings settings, ClientAddress where) {
    clients = new Buckets<>("client", settings.per(), client -> settings.ofClient(client.id()));
    addresses = new Buckets<>("address", settings.per(), _ -> settings.address());
    this.where = where;
  }

  /**
   * Counts a request of a known client.
   *
   * @param client the program, from a verified token
   * @param subject whom it acts for, or itself
   * @throws vn.sen.gateway.problem.Refusal if there were too many
   */
  public void ofClient(String client, String subject, ServerWebExchange exchange) {
    clients.take(new Client(client, subject), exchange);
  }

  /**
   * Counts a request of somebody unknown.
   *
   * @throws vn.sen.gateway.problem.Refusal if there were too many
   */
  public void ofStranger(ServerWebExchange exchange) {
    addresses.take(network(where.of(exchange)), exchange);
  }

  private static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK))
        : address.getHostAddress();
  }
}

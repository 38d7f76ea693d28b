package vn.sen.gateway.limit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked for, under {@code sen.gateway.rate-limit}; each instance of the gateway
 * counts for itself. The defaults only stop a program that has gone wild.
 *
 * @param per the time in which a quota is given; it comes back evenly
 * @param client requests of each person or machine with a valid token
 * @param clients other numbers by {@code client_id}, where one is meant to ask for more or less
 * @param address requests without a valid token from each address: sign-in, tokens, the API
 *     documents, and all that is refused
 * @param proxies how many of the operator's own proxies stand before the gateway; each must append
 *     to {@code X-Forwarded-For}, which is not believed where there are none
 */
@ConfigurationProperties("sen.gateway.rate-limit")
record RateSettings(
    @DefaultValue("1m") Duration per,
    @DefaultValue("6000") long client,
    @DefaultValue Map<String, Long> clients,
    @DefaultValue("600") long address,
    @DefaultValue("0") int proxies) {

  RateSettings {
    if (client < 1 || address < 1 || clients.values().stream().anyMatch(quota -> quota < 1)) {
      throw new IllegalArgumentException("sen.gateway.rate-limit: a quota is at least 1");
    }
  }

  long ofClient(String id) {
    return clients.getOrDefault(id, client);
  }
}

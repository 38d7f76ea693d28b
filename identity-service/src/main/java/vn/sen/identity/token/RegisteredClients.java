package vn.sen.identity.token;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.Stored;
import vn.sen.identity.client.Client;
import vn.sen.identity.client.Clients;

/**
 * The clients of the issuer: those that configuration names (the gateway; on a developer's machine
 * its scripts), and the machines that administrators let in.
 */
@Component
class RegisteredClients implements RegisteredClientRepository {

  private final ObjectProvider<ConfiguredClient> configured;
  private final Clients machines;
  private final IdentityProperties properties;

  RegisteredClients(
      ObjectProvider<ConfiguredClient> configured,
      Clients machines,
      IdentityProperties properties) {
    this.configured = configured;
    this.machines = machines;
    this.properties = properties;
  }

  @Override
  public void save(RegisteredClient registeredClient) {
    throw new UnsupportedOperationException("Clients come by configuration or by command");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return byConfiguration(c -> c.getId().equals(id))
        .or(() -> machineId(id).flatMap(machines::find).flatMap(this::machine))
        .orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return byConfiguration(c -> c.getClientId().equals(clientId))
        .or(() -> machines.named(clientId).flatMap(this::machine))
        .orElse(null);
  }

  private Optional<RegisteredClient> byConfiguration(Predicate<RegisteredClient> which) {
    return configured.stream().map(ConfiguredClient::client).filter(which).findFirst();
  }

  private static Optional<UUID> machineId(String id) {
    int end = id.indexOf('.');
    return end < 0 ? Optional.empty() : Optional.of(UUID.fromString(id.substring(0, end)));
  }

  /** The id holds the version, because whoever checks assertions keeps the keys' place by id. */
  private Optional<RegisteredClient> machine(Stored<Client> stored) {
    var client = stored.state();
    var url = client.jwkSetUrl();
    if (client.shutOut() || url == null) {
      return Optional.empty();
    }
    return Optional.of(
        RegisteredClient.withId(stored.id() + "." + stored.version())
            .clientId(client.clientId())
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientSettings(
                ClientSettings.builder()
                    .jwkSetUrl(url)
                    .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                    .build())
            .tokenSettings(properties.tokenSettings())
            .build());
  }

  /** The client through which people sign in. */
  static RegisteredClient gateway(
      IdentityProperties properties, IdentityProperties.Gateway gateway) {
    return RegisteredClient.withId("configured-" + gateway.clientId())
        .clientId(gateway.clientId())
        .clientSecret(Digest.of(gateway.clientSecret()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(uris -> uris.addAll(gateway.redirectUris()))
        .postLogoutRedirectUris(uris -> uris.addAll(gateway.postLogoutRedirectUris()))
        .scope(OidcScopes.OPENID)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .tokenSettings(properties.tokenSettings())
        .build();
  }
}

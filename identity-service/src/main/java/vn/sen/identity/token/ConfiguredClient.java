package vn.sen.identity.token;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** A client that configuration names, not an administrator. */
public interface ConfiguredClient {
  RegisteredClient client();
}

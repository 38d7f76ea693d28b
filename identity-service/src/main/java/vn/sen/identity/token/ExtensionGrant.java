package vn.sen.identity.token;

import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;

/** A way to get tokens beside the standard ones. */
public interface ExtensionGrant {
  void addTo(OAuth2AuthorizationServerConfigurer server);
}

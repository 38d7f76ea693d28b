package vn.sen.gateway.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed, under {@code sen.access}; the services have the same settings.
 *
 * @param issuer who makes them: any OIDC issuer
 * @param jwkSet where its keys are; asked of the issuer's metadata where absent
 * @param audience whom a token must be meant for
 * @param longest how long a token may live at most
 */
@ConfigurationProperties("sen.access")
public record AccessSettings(
    URI issuer,
    @Nullable URI jwkSet,
    @DefaultValue("sen") String audience,
    @DefaultValue("5m") Duration longest) {}

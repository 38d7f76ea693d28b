package vn.sen.chassis.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens a service believes.
 *
 * @param issuer who makes them: any OIDC issuer whose tokens carry the claims of {@link Caller}
 * @param jwkSet where its keys are; asked of the issuer's metadata where absent
 * @param audience whom they must be meant for
 * @param longest how long a token may live at most; older ones need not be remembered when revoked
 */
@ConfigurationProperties("sen.access")
public record AccessProperties(
    URI issuer,
    @Nullable URI jwkSet,
    @DefaultValue("sen") String audience,
    @DefaultValue("5m") Duration longest) {}

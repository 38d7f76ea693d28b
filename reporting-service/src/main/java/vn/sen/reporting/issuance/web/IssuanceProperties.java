package vn.sen.reporting.issuance.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for issued reports.
 *
 * @param keys a file with a JWK set of Ed25519 keys, the first with its private part; empty where
 *     no reports are issued
 */
@ConfigurationProperties("sen.issuance")
record IssuanceProperties(@DefaultValue("") String keys) {

  @Nullable Path file() {
    return keys.isBlank() ? null : Path.of(keys);
  }
}

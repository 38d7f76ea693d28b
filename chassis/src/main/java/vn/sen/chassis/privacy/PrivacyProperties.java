package vn.sen.chassis.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How personal data is kept.
 *
 * @param keys the file with the keys, see {@link PrivacyKeys}; empty in a service that keeps no
 *     personal data
 * @param matching the file with the key of those services that match people, see {@link
 *     MatchingKey}
 * @param cachedKeys so many persons' keys are kept in memory, for a few minutes
 */
@ConfigurationProperties("sen.privacy")
record PrivacyProperties(
    @DefaultValue("") String keys,
    @DefaultValue("") String matching,
    @DefaultValue("10000") int cachedKeys) {

  @Nullable Path file() {
    return keys.isBlank() ? null : Path.of(keys);
  }

  /**
   * @param local a platform on one machine has it beside the other keys where nothing else is said
   */
  @Nullable Path matchingFile(boolean local) {
    if (!matching.isBlank()) {
      return Path.of(matching);
    }
    var beside = file();
    return local && beside != null ? beside.resolveSibling("matching.key") : null;
  }
}

package vn.sen.membership.member;

import org.springframework.stereotype.Component;
import vn.sen.chassis.privacy.KeyedHash;
import vn.sen.chassis.privacy.PrivacyKeys;

/** Identity numbers where they are only compared: as keyed hashes. */
@Component
class NaturalKeyHash {

  private final KeyedHash hash;

  NaturalKeyHash(PrivacyKeys keys) {
    this.hash = keys.hash("natural keys of members");
  }

  /**
   * What stands in the store.
   *
   * @param naturalKey {@code name:value}
   * @return {@code name:hash}
   */
  String of(String naturalKey) {
    return naturalKey.substring(0, naturalKey.indexOf(':') + 1) + hash.of(naturalKey);
  }
}

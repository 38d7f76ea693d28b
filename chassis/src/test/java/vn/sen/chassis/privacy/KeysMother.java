package vn.sen.chassis.privacy;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of keys to test with. */
public final class KeysMother {

  private static final String HASH = "hash h " + random();

  private KeysMother() {}

  public static String random() {
    return Base64.getEncoder().encodeToString(Gcm.random(32));
  }

  /** A line for a new wrapping key. */
  static String wrap(String id) {
    return "wrap " + id + " " + random();
  }

  /** Keys of these lines, always with the same hashing key. */
  static PrivacyKeys keys(String... lines) {
    return PrivacyKeys.parse(
        Stream.concat(Stream.of(lines), Stream.of(HASH)).collect(Collectors.joining("\n")), false);
  }

  public static PrivacyKeys keys() {
    return keys(wrap("a"));
  }
}

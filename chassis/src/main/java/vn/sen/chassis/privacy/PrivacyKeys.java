package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an operator gives, in a file of lines:
 *
 * <pre>
 * # comment
 * wrap 2026-11 BASE64   wraps persons' keys: the first line does, the others only unwrap
 * wrap 2025-11 BASE64
 * hash 2025-11 BASE64   once; everything hashed becomes worthless with another one
 * </pre>
 *
 * <p>Each key is 32 random bytes in Base64 ({@code openssl rand -base64 32}). An id that begins
 * with {@code development-} is good for a local platform only.
 */
public final class PrivacyKeys {

  private static final Pattern LINE =
      Pattern.compile("(?<use>wrap|hash)\\s+(?<id>[\\w.-]{1,50})\\s+(?<key>\\S+)");
  private static final String HELP =
      "Name a readable file of keys by SEN_PRIVACY_KEYS: one line \"wrap ID KEY\" or more and one"
          + " line \"hash ID KEY\", each key from: openssl rand -base64 32";

  private final Map<String, SecretKey> wrapping;
  private final SecretKey root;

  private PrivacyKeys(Map<String, SecretKey> wrapping, SecretKey root) {
    this.wrapping = wrapping;
    this.root = root;
  }

  /**
   * Reads the keys of a service.
   *
   * @param file null where configuration names none
   * @param local a platform on one machine for development: it makes its own keys where the file
   *     does not exist yet
   * @throws PrivacyKeysInvalid if there are none, or they cannot be used
   */
  public static PrivacyKeys read(@Nullable Path file, boolean local) {
    if (file == null) {
      throw new PrivacyKeysInvalid("This service keeps personal data and has no keys for it", HELP);
    }
    try {
      if (local && Files.notExists(file)) {
        makeForDevelopment(file);
      }
      return parse(Files.readString(file), local);
    } catch (NoSuchFileException e) {
      throw new PrivacyKeysInvalid("The file of keys does not exist: " + file, HELP);
    } catch (IOException e) {
      throw new PrivacyKeysInvalid("The file of keys cannot be read: " + file, HELP);
    }
  }

  static PrivacyKeys parse(String text, boolean local) {
    var wrapping = new LinkedHashMap<String, SecretKey>();
    var hashing = new LinkedHashMap<String, SecretKey>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              var parts = LINE.matcher(line);
              if (!parts.matches()) {
                throw new PrivacyKeysInvalid("A line of the file of keys is no key", HELP);
              }
              var id = parts.group("id");
              if (KeyFiles.isForDevelopment(id) && !local) {
                throw new PrivacyKeysInvalid(
                    "The key " + id + " is one for development",
                    "Make keys of your own; with sen.local=true this one is accepted. " + HELP);
              }
              var keys = parts.group("use").equals("wrap") ? wrapping : hashing;
              if (keys.put(id, KeyFiles.key(id, parts.group("key"), HELP)) != null) {
                throw new PrivacyKeysInvalid("The key " + id + " occurs twice", HELP);
              }
            });
    if (wrapping.isEmpty() || hashing.size() != 1) {
      throw new PrivacyKeysInvalid(
          "The file of keys needs one wrapping key or more and exactly one hashing key", HELP);
    }
    return new PrivacyKeys(wrapping, hashing.firstEntry().getValue());
  }

  private static void makeForDevelopment(Path file) throws IOException {
    var id = KeyFiles.developmentId();
    KeyFiles.make(
        file,
        "# Made for this local platform. Without it nobody reads its members' particulars.%n"
                .formatted()
            + "wrap %s %s%nhash %1$s %s%n".formatted(id, KeyFiles.random(), KeyFiles.random()));
  }

  /** The id of the key that wraps. */
  String current() {
    return wrapping.keySet().iterator().next();
  }

  /** The ids of all keys that unwrap. */
  Set<String> ids() {
    return wrapping.keySet();
  }

  /** A key that wraps or unwraps, or null. */
  @Nullable SecretKey wrapping(String id) {
    return wrapping.get(id);
  }

  /**
   * A hash for one purpose.
   *
   * @param purpose hashes for different purposes cannot be compared
   */
  public KeyedHash hash(String purpose) {
    return new KeyedHash(derived("hash " + purpose));
  }

  /**
   * Encryption of what lives shortly and belongs to no person's key, like cursors.
   *
   * @param purpose ciphertexts for one purpose do not open for another
   */
  public Sealer sealer(String purpose) {
    return new Sealer(derived("seal " + purpose), purpose);
  }

  private SecretKey derived(String info) {
    try {
      var spec = HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(info.getBytes(UTF_8), 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("JDK 25 has HKDF", e);
    }
  }
}

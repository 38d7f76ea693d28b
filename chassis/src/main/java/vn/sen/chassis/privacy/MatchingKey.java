package vn.sen.chassis.privacy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The key under which two services hash identity numbers for each other, and for nobody else, in a
 * file of one line:
 *
 * <pre>
 * match 2026-11 BASE64   once; what was matched by another key is worthless
 * </pre>
 *
 * <p>It is none of {@link PrivacyKeys}: who holds it finds nobody in either service's store. An id
 * that begins with {@code development-} is good for a local platform only.
 */
public final class MatchingKey {

  private static final Pattern LINE =
      Pattern.compile("match\\s+(?<id>[\\w.-]{1,50})\\s+(?<key>\\S+)");
  private static final String HELP =
      "Name a readable file by SEN_MATCHING_KEY, the same for membership and lending, with one line"
          + " \"match ID KEY\", the key from: openssl rand -base64 32";

  private final KeyedHash hash;

  private MatchingKey(SecretKey key) {
    this.hash = new KeyedHash(key);
  }

  /**
   * Reads the key.
   *
   * @param file null where configuration names none
   * @param local a platform on one machine for development: it makes its own key where the file
   *     does not exist yet
   * @throws PrivacyKeysInvalid if there is none, or it cannot be used
   */
  public static MatchingKey read(@Nullable Path file, boolean local) {
    if (file == null) {
      throw new PrivacyKeysInvalid("This service matches people and has no key for it", HELP);
    }
    try {
      if (local && Files.notExists(file)) {
        KeyFiles.make(
            file,
            "# Made for this local platform, for its services to recognise people by.%n".formatted()
                + "match %s %s%n".formatted(KeyFiles.developmentId(), KeyFiles.random()));
      }
      return parse(Files.readString(file), local);
    } catch (IOException e) {
      throw new PrivacyKeysInvalid("The file of the matching key cannot be read: " + file, HELP);
    }
  }

  static MatchingKey parse(String text, boolean local) {
    var lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    var parts = LINE.matcher(lines.size() == 1 ? lines.getFirst() : "");
    if (!parts.matches()) {
      throw new PrivacyKeysInvalid("The file of the matching key has not the one line", HELP);
    }
    var id = parts.group("id");
    if (KeyFiles.isForDevelopment(id) && !local) {
      throw new PrivacyKeysInvalid(
          "The key " + id + " is one for development",
          "Make a key of your own; with sen.local=true this one is accepted. " + HELP);
    }
    return new MatchingKey(KeyFiles.key(id, parts.group("key"), HELP));
  }

  /**
   * What stands for an identity number on the restricted channel.
   *
   * @param identity digits
   */
  public String hash(String identity) {
    return hash.of(identity);
  }

  /**
   * Makes sure that a database was begun with this key.
   *
   * @throws PrivacyKeysInvalid if it was another one
   */
  void requireSameAs(MongoDatabase database) {
    var check = hash.of("check of the key");
    var state = database.getCollection("privacy");
    var matching = Filters.eq("_id", "matching");
    state.updateOne(
        matching, Updates.setOnInsert("check", check), new UpdateOptions().upsert(true));
    var known = state.find(matching).first();
    if (known == null || !check.equals(known.getString("check"))) {
      throw new PrivacyKeysInvalid(
          "The matching key is not the one this database was begun with",
          "Put the file back as it was: with another key nobody who borrows is recognised");
    }
  }
}

package vn.sen.identity.person;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and compares hashes of passwords: Argon2id, with the scheme's name in each hash so that it
 * can be succeeded. A hash costs memory and time by intent, so no more are computed at once than
 * there are processors.
 */
@Component
public final class PasswordHashes {

  /** Without letters and digits that look alike. */
  private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int FIRST_PASSWORD_LENGTH = 16;
  private static final String SCHEME = "argon2id";

  private final SecureRandom random = new SecureRandom();
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          SCHEME, Map.of(SCHEME, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  private final String nobodys = encode(newPassword());

  /** A password to be handed to somebody. */
  String newPassword() {
    var password = new StringBuilder(FIRST_PASSWORD_LENGTH);
    for (int i = 0; i < FIRST_PASSWORD_LENGTH; i++) {
      password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
    }
    return password.toString();
  }

  public String encode(String password) {
    return oneOfFew(() -> String.valueOf(encoder.encode(password)));
  }

  /** Compares; where there is nothing to compare with, it takes as long and fails. */
  public boolean matches(String password, @Nullable Password kept) {
    boolean same = oneOfFew(() -> encoder.matches(password, kept == null ? nobodys : kept.hash()));
    return same && kept != null;
  }

  /** Whether the hash was made by a scheme that is no longer the current one. */
  public boolean isDated(Password kept) {
    return encoder.upgradeEncoding(kept.hash());
  }

  private <T> T oneOfFew(Supplier<T> work) {
    processors.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }
}

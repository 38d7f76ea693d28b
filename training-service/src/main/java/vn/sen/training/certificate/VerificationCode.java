package vn.sen.training.certificate;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code on a certificate: 16 characters of Crockford's base 32, 80 random bits, which nobody
 * guesses. Read back from paper, it may come in groups, in small letters, and with letters that
 * look like digits.
 *
 * @param text without groups
 */
record VerificationCode(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  /**
   * A new one.
   *
   * @param random must be one that nobody can predict
   */
  static VerificationCode make(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new VerificationCode(text.toString());
  }

  /** As somebody typed it; empty where it cannot be one. */
  static Optional<VerificationCode> parse(String typed) {
    var text =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.of(new VerificationCode(text))
        : Optional.empty();
  }

  /** As it is printed: in groups of four. */
  String printed() {
    return text.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "VerificationCode[…]";
  }
}
